import { Table, Text } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useSay, useText } from '#platform/web/texts.ts';
import type { Tone } from '#platform/web/tone.ts';
import { useWhoActed } from '#platform/web/who-acted.ts';
import type { readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { useFigureWords } from './figure-words.ts';

const tones: Readonly<Record<string, Tone>> = {
  held: 'good',
  asked: 'warning',
  granted: 'good',
  refused: 'bad',
  void: 'neutral',
};

/** Under which authority an order goes: own rights, decisions asked for, by whom and when. */
export function AuthorityTable({ items }: { items: EndpointReply<typeof readOrder>['authorizations'] }) {
  const t = useText(texts);
  const say = useSay();
  const whoActed = useWhoActed();
  const format = useFormat();
  const figures = useFigureWords();
  if (items.length === 0) return <Text c="dimmed">{t('orders.authority-none')}</Text>;
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('orders.authority')}</Table.Th>
            <Table.Th>{t('orders.authority.figures')}</Table.Th>
            <Table.Th />
            <Table.Th>{t('orders.who')}</Table.Th>
            <Table.Th>{t('orders.when')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((each) => (
            <Table.Tr key={`${each.permit}-${each.at}-${each.state}`}>
              <Table.Td>{say(`permit.${each.permit}`)}</Table.Td>
              <Table.Td>
                {figures(each.figures)}
                {each.reason !== '' && (
                  <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
                    {t('orders.authority.reason', { reason: each.reason })}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <StatusBadge tone={tones[each.state] ?? 'neutral'} label={say(`orders.authority.${each.state}`)} />
              </Table.Td>
              <Table.Td>
                {each.requestId ? (
                  <Go to={`/requests/${each.requestId}`}>
                    {whoActed((each.decidedBy ?? each.askedBy)?.name ?? '', each.decidedFor?.name)}
                  </Go>
                ) : (
                  each.askedBy?.name
                )}
              </Table.Td>
              <Table.Td>{format.dateTime(each.at)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
