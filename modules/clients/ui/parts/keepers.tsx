import { Table } from '@mantine/core';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readKeepers } from '../../endpoints-keepers.ts';
import { texts } from '../../texts.ts';

/** Who kept the client when, and why it changed. */
export function Keepers({ id }: { id: string }) {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(readKeepers, { params: { id } });
  if (!read.data) return <Awaiting read={read} like="list" />;
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table verticalSpacing={6}>
        <Table.Tbody>
          {read.data.items.map((each) => (
            <Table.Tr key={each.from}>
              <Table.Th scope="row">{each.keeper.name}</Table.Th>
              <Table.Td className="numerals">
                {t('clients.keepers.from-to', {
                  from: each.from ? format.date(each.from) : '',
                  to: each.to ? format.date(each.to) : t('clients.keepers.now'),
                })}
              </Table.Td>
              <Table.Td>
                {[each.reason, each.note, each.setBy && each.reason && t('clients.keepers.set-by', { who: each.setBy })]
                  .filter(Boolean)
                  .join(' · ')}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
