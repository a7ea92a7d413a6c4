import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { Page } from '#platform/web/page.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readHandovers, readPortfolios } from '../../endpoints-keepers.ts';
import { texts } from '../../texts.ts';
import { ClassBySales } from '../parts/class-by-sales.tsx';
import { HandOver } from '../parts/hand-over.tsx';

/** Whose portfolio is how large, and handing one over. */
export default function PortfoliosPage() {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(readPortfolios, {});
  const [from, setFrom] = useState<{ id: string; name: string } | null>(null);
  const [classing, setClassing] = useState(false);
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { items, can } = read.data;
  return (
    <Page
      title={t('clients.portfolios')}
      actions={
        can.handOver && (
          <Button variant="default" onClick={() => setClassing(true)}>
            {t('clients.class-by-sales')}
          </Button>
        )
      }
    >
      {items.length === 0 && <EmptyState title={t('clients.portfolio.none')} />}
      {items.length > 0 && (
        <Table.ScrollContainer minWidth={760}>
          <Table verticalSpacing={6} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('clients.portfolio.keeper')}</Table.Th>
                {(['clients', 'active', 'key', 'sales', 'owed', 'overdue'] as const).map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`clients.portfolio.${column}`)}
                  </Table.Th>
                ))}
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {items.map(({ keeper, ...each }) => (
                <Table.Tr key={keeper.id} className="numerals">
                  <Table.Th scope="row">{keeper.name}</Table.Th>
                  <Table.Td ta="right">
                    <Go to={`/clients?keeper=${keeper.id}`}>{format.number(each.clients)}</Go>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Go to={`/clients?keeper=${keeper.id}&status=active`}>{format.number(each.active)}</Go>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Go to={`/clients?keeper=${keeper.id}&class=key`}>{format.number(each.key)}</Go>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Go to={`/clients?keeper=${keeper.id}&sort=-sales12m`}>{format.money(each.sales12m)}</Go>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Go to={`/clients?keeper=${keeper.id}&owed.gte=1&sort=-owed`}>{format.money(each.owed)}</Go>
                  </Table.Td>
                  <Table.Td ta="right">
                    <Go to={`/clients?keeper=${keeper.id}&overdue.gte=1&sort=-overdue`}>
                      {format.money(each.overdue)}
                    </Go>
                  </Table.Td>
                  <Table.Td ta="right">
                    {can.handOver && (
                      <Button
                        size="compact-sm"
                        variant="light"
                        onClick={() => setFrom(keeper)}
                        aria-label={t('clients.hand-over-from', { keeper: keeper.name })}
                      >
                        {t('clients.hand-over')}
                      </Button>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Handovers />
      {classing && <ClassBySales onClose={() => setClassing(false)} />}
      {from && <HandOver from={from} onClose={() => setFrom(null)} />}
    </Page>
  );
}

function Handovers() {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(readHandovers, {});
  if (!read.data || read.data.items.length === 0) return null;
  return (
    <Stack gap="xs" mt="xl">
      <Title order={3}>{t('clients.handovers')}</Title>
      {read.data.items.map((each) => (
        <div key={each.id}>
          <Text size="sm" fw={600}>
            <Go to={`/handovers/${each.id}`}>
              {t('clients.handover-line', { from: each.from.name, to: each.to.name, count: each.clients })}
            </Go>
          </Text>
          <Text size="sm">{[each.reason, each.note].filter(Boolean).join(' · ')}</Text>
          <Text size="xs" c="dimmed">
            {[format.dateTime(each.handedAt), each.handedBy].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
