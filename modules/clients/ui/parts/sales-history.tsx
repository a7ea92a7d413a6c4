import { Select, Stack, Table } from '@mantine/core';
import { useAddressState } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { Sparkline } from '#platform/web/figures/sparkline.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readSalesHistory } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';

const spans = ['12', '24', '60', '120'] as const;

/** What the client bought: a trend with its table, and the assortment with how often each product is usually taken. */
export function SalesHistory({ id }: { id: string }) {
  const t = useText(texts);
  const format = useFormat();
  const [months, setMonths] = useAddressState<(typeof spans)[number]>('months', '24');
  const read = useRead(readSalesHistory, { params: { id }, query: { months: Number(months) } }, { keep: true });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { months: sold, products } = read.data;
  const trend = sold
    .toSorted((a, b) => a.month.localeCompare(b.month))
    .map(({ month, shipped }) => ({ label: month, value: shipped }));
  return (
    <Stack>
      <Select
        label={t('clients.sales.months')}
        w={200}
        allowDeselect={false}
        value={months}
        onChange={(next) => next && setMonths(next as (typeof spans)[number])}
        data={spans.map((value) => ({ value, label: t('clients.sales.months-count', { count: Number(value) }) }))}
      />
      {sold.length === 0 ? (
        <EmptyState title={t('clients.sales.none')} />
      ) : (
        <>
          <Sparkline label={t('clients.sales.trend')} points={trend} format={format.money} width={420} height={56} />
          <Assortment products={products} />
          <Table.ScrollContainer minWidth={520}>
            <Table verticalSpacing={4}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('clients.sales.month')}</Table.Th>
                  {(['orders', 'shipped', 'returned', 'discount'] as const).map((column) => (
                    <Table.Th key={column} ta="right">
                      {t(`clients.sales.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {sold.map((each) => (
                  <Table.Tr key={each.month} className="numerals">
                    <Table.Td>{each.month}</Table.Td>
                    <Table.Td ta="right">{each.orders}</Table.Td>
                    <Table.Td ta="right">{format.money(each.shipped)}</Table.Td>
                    <Table.Td ta="right">{each.returned === 0 ? '—' : format.money(each.returned)}</Table.Td>
                    <Table.Td ta="right">{each.discount === 0 ? '—' : format.money(each.discount)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </Stack>
  );
}

type Product = {
  id: string;
  code: string;
  name: string;
  quantity: number;
  amount: number;
  lastOn: string;
  lastPrice: number;
  usualDays: number | null;
};
function Assortment({ products }: { products: readonly Product[] }) {
  const t = useText(texts);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('clients.sales.product')}</Table.Th>
            {(['quantity', 'amount', 'last-price', 'last', 'usual'] as const).map((column) => (
              <Table.Th key={column} ta="right">
                {t(`clients.sales.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {products.map((each) => (
            <Table.Tr key={each.id} className="numerals">
              <Table.Td>
                <Go to={`/products/${each.id}`}>{`${each.code} ${each.name}`}</Go>
              </Table.Td>
              <Table.Td ta="right">{format.number(each.quantity)}</Table.Td>
              <Table.Td ta="right">{format.money(each.amount)}</Table.Td>
              <Table.Td ta="right">{format.money(each.lastPrice)}</Table.Td>
              <Table.Td ta="right">{format.date(each.lastOn)}</Table.Td>
              <Table.Td ta="right">
                {each.usualDays === null ? '—' : t('clients.sales.days', { count: Math.round(each.usualDays) })}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
