import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readHandover } from '../../endpoints-keepers.ts';
import { texts } from '../../texts.ts';
import { OpenMatters } from '../parts/open-matters.tsx';

type Handover = EndpointReply<typeof readHandover>;

/** What was received, from whom and why: the note, what was open, and the clients. */
export default function HandoverPage() {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(readHandover, { params: { id: usePathParam('id') } });
  if (!read.data) return <Awaiting read={read} like="card" />;
  const { from, to, clients, reason, note, figures, handedAt, handedBy } = read.data;
  const when = format.dateTime(handedAt);
  return (
    <Page
      title={t('clients.handover')}
      subtitle={t('clients.handover-line', { from: from.name, to: to.name, count: clients })}
    >
      <Stack>
        <Text size="sm">{reason}</Text>
        {note && (
          <Paper withBorder p="sm">
            <Text size="sm" fw={600}>
              {t('clients.hand-over-note')}
            </Text>
            <Text size="sm" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {note}
            </Text>
          </Paper>
        )}
        <OpenMatters open={figures} />
        <Received handover={read.data} />
        <Text size="xs" c="dimmed">
          {handedBy ? t('clients.handover.by', { when, who: handedBy }) : t('clients.handover.when', { when })}
        </Text>
      </Stack>
    </Page>
  );
}

function Received({ handover: { to, clients, items } }: { handover: Handover }) {
  const t = useText(texts);
  const format = useFormat();
  if (items.length === 0) {
    return (
      <EmptyState title={t('clients.handover.none')} hint={t('clients.handover.none-hint', { keeper: to.name })} />
    );
  }
  return (
    <section>
      <Title order={3}>{t('clients.handover.clients')}</Title>
      {items.length < clients && (
        <Text size="sm" c="dimmed">
          {t('clients.handover.some', { shown: items.length, count: clients })}
        </Text>
      )}
      <Table.ScrollContainer minWidth={640}>
        <Table verticalSpacing={6} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('clients.handover.client')}</Table.Th>
              <Table.Th>{t('clients.portfolio.keeper')}</Table.Th>
              <Table.Th>{t('clients.handover.last-contact')}</Table.Th>
              {(['sales', 'owed', 'overdue'] as const).map((column) => (
                <Table.Th key={column} ta="right">
                  {t(`clients.portfolio.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map((each) => (
              <Table.Tr key={each.id} className="numerals">
                <Table.Th scope="row">
                  <Go to={`/clients/${each.id}`}>{each.name}</Go>
                </Table.Th>
                <Table.Td>{each.keeper.name}</Table.Td>
                <Table.Td>{each.lastContactOn ? format.date(each.lastContactOn) : '—'}</Table.Td>
                <Table.Td ta="right">{format.money(each.sales12m)}</Table.Td>
                <Table.Td ta="right">{format.money(each.owed)}</Table.Td>
                <Table.Td ta="right">{format.money(each.overdue)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
