import { Table, Text } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useSay, useText } from '#platform/web/texts.ts';
import type { readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

type Order = EndpointReply<typeof readOrder>;

/** What was entered beside what was taken, line by line, where the two differ. */
export function DifferenceTable({ order }: { order: Order }) {
  const t = useText(texts);
  const say = useSay();
  const format = useFormat();
  if (order.entered.length === 0 && order.checkedAt !== null && order.handedAt !== null)
    return <Text>{t('orders.typed-once')}</Text>;
  if (order.entered.length === 0) return <Text c="dimmed">{t('orders.not-entered')}</Text>;
  if (order.differences.length === 0) return <Text>{t('orders.equal')}</Text>;
  const side = (line: Order['differences'][number]['taken']) =>
    line === null
      ? '–'
      : `${format.number(line.quantity)} × ${format.money(line.unitPrice)}${line.discountBp > 0 ? ` − ${format.rate(line.discountBp)}` : ''}`;
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('orders.product')}</Table.Th>
            <Table.Th>{t('orders.taken')}</Table.Th>
            <Table.Th>{t('orders.entered-total')}</Table.Th>
            <Table.Th>{t('orders.what')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {order.differences.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a product may differ on several lines
            <Table.Tr key={`${each.productId}-${index}`}>
              <Table.Td>
                {each.code} · {each.name}
              </Table.Td>
              <Table.Td className="numerals">{side(each.taken)}</Table.Td>
              <Table.Td className="numerals">{side(each.entered)}</Table.Td>
              <Table.Td>
                <StatusBadge tone="warning" label={each.what.map((what) => say(`orders.what.${what}`)).join(', ')} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
