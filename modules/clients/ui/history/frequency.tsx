import { Table, Text, Title } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { ColumnChart } from '#platform/web/figures/column-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import type { readTrends } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';
import { Narrow } from './narrow.tsx';

type Period = EndpointReply<typeof readTrends>['periods'][number];

/** How often the client orders, for how much, at which discount; the latest period first. */
export function Frequency({ clientId, periods }: { clientId: string; periods: readonly Period[] }) {
  const t = useText(texts);
  const format = useFormat();
  const orders = t('clients.sales.orders');
  return (
    <section>
      <Title order={3}>{t('clients.history.frequency')}</Title>
      <ColumnChart
        label={t('clients.history.frequency-picture')}
        columns={periods.map(({ key }) => key)}
        series={[{ key: 'orders', label: orders, values: periods.map((period) => period.orders) }]}
      />
      <Table.ScrollContainer minWidth={640} mah={360} scrollAreaProps={{ offsetScrollbars: true }}>
        <Table verticalSpacing={4} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('clients.history.period')}</Table.Th>
              <Table.Th ta="right">{orders}</Table.Th>
              <Table.Th ta="right">{t('clients.history.interval')}</Table.Th>
              <Table.Th ta="right">{t('clients.history.worth')}</Table.Th>
              <Table.Th ta="right">{t('clients.sales.discount')}</Table.Th>
              <Table.Th ta="right">{t('clients.sales.shipped')}</Table.Th>
              <Table.Th ta="right">{t('clients.sales.returned')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {periods.toReversed().map((period) => {
              const { key, from, to } = period;
              const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString();
              return (
                <Table.Tr key={key} className="numerals">
                  <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                    <Narrow by={{ from, to }} label={t('clients.history.show', { what: key })}>
                      {key}
                    </Narrow>
                  </Table.Th>
                  <Table.Td ta="right">
                    <Go to={`/orders?client=${clientId}&orderedOn.gte=${from}&orderedOn.lte=${last}`}>
                      {format.number(period.orders)}
                    </Go>
                  </Table.Td>
                  <Table.Td ta="right">
                    {period.averageDays === null ? '—' : t('clients.history.days', { count: period.averageDays })}
                  </Table.Td>
                  <Table.Td ta="right">
                    {period.orders === 0 ? '—' : format.money(Math.round(period.ordered / period.orders))}
                  </Table.Td>
                  <Table.Td ta="right">
                    {period.discountBp ? `${format.money(period.discount)} (${format.rate(period.discountBp)})` : '—'}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Documents value={period.shipped} by={{ kind: 'order-shipped', from, to }} />
                  </Table.Td>
                  <Table.Td ta="right">
                    <Documents value={period.returned} by={{ kind: 'goods-returned', from, to }} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('clients.history.frequency-hint')}
      </Text>
    </section>
  );
}

function Documents({ value, by }: { value: number; by: Parameters<typeof Narrow>[0]['by'] }) {
  const t = useText(texts);
  const format = useFormat();
  if (value === 0) return '—';
  return (
    <Narrow by={by} label={t('clients.history.show', { what: format.money(value) })}>
      {format.money(value)}
    </Narrow>
  );
}
