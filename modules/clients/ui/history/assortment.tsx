import { Table, Text, Title } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { ColumnChart } from '#platform/web/figures/column-chart.tsx';
import { useFormat } from '#platform/web/format.ts';
import { useText } from '#platform/web/texts.ts';
import type { readTrends } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';
import { Narrow } from './narrow.tsx';

type Trends = EndpointReply<typeof readTrends>;
const mostShown = 5;

/** What the client buys by group of products, period by period, and how many products came and went. */
export function Assortment({ periods, groups }: Pick<Trends, 'periods' | 'groups'>) {
  const t = useText(texts);
  const format = useFormat();
  const nameOf = (name: string | null) => name ?? t('clients.history.no-group');
  const rest = groups.slice(mostShown);
  const others = periods.map((_, at) => rest.reduce((so, { amounts }) => so + (amounts[at] ?? 0), 0));
  const series = [
    ...groups
      .slice(0, mostShown)
      .map(({ id, name, amounts }) => ({ key: id ?? 'none', label: nameOf(name), values: amounts })),
    ...(rest.length > 0 ? [{ key: 'others', label: t('clients.history.other-groups'), values: others }] : []),
  ];
  const latestFirst = periods.map((period, at) => ({ ...period, at })).toReversed();
  return (
    <section>
      <Title order={3}>{t('clients.history.assortment')}</Title>
      <ColumnChart
        label={t('clients.history.assortment-picture')}
        columns={periods.map(({ key }) => key)}
        series={series}
        format={format.money}
      />
      <Table.ScrollContainer minWidth={520 + latestFirst.length * 24}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('clients.history.group')}</Table.Th>
              <Table.Th ta="right">{t('clients.history.share')}</Table.Th>
              <Table.Th ta="right">{t('clients.sales.amount')}</Table.Th>
              {latestFirst.map(({ key }) => (
                <Table.Th key={key} ta="right">
                  {key}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {groups.map((group) => (
              <Table.Tr key={group.id ?? 'none'} className="numerals">
                <Table.Th scope="row">{nameOf(group.name)}</Table.Th>
                <Table.Td ta="right">{format.rate(group.shareBp)}</Table.Td>
                <Table.Td ta="right">{format.money(group.amount)}</Table.Td>
                {latestFirst.map(({ key, from, to, at }) => {
                  const amount = group.amounts[at] ?? 0;
                  const by = { group: group.id ?? 'none', kind: 'order-confirmed', from, to };
                  return (
                    <Table.Td key={key} ta="right">
                      {amount === 0 ? (
                        '—'
                      ) : (
                        <Narrow by={by} label={t('clients.history.show', { what: `${nameOf(group.name)}, ${key}` })}>
                          {format.moneyShort(amount)}
                        </Narrow>
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
            {(['products', 'newProducts', 'lostProducts'] as const).map((row) => (
              <Table.Tr key={row} className="numerals">
                <Table.Th scope="row" colSpan={3}>
                  {t(`clients.history.${row}`)}
                </Table.Th>
                {latestFirst.map((period) => (
                  <Table.Td key={period.key} ta="right">
                    {period[row] === null ? '…' : format.number(period[row])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t('clients.history.assortment-hint')}
      </Text>
    </section>
  );
}
