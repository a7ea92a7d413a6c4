import { Stack, Table, Text, Title } from '@mantine/core';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { Sparkline } from '#platform/web/figures/sparkline.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { clientSales } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';

/** What was sold to a client, month by month and product by product. */
export function ClientSales({ clientId }: { clientId: string }) {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(clientSales, { params: { id: clientId } }, { staleMs: 60_000 });
  if (!read.data) return <Awaiting read={read} like="list" />;
  const { months, products } = read.data;
  if (months.length === 0) return <Text c="dimmed">{t('orders.no-sales')}</Text>;
  const points = months.toReversed().map((each) => ({ label: each.month, value: each.shipped - each.returned }));
  return (
    <>
      <Stack gap="xs">
        <Title order={3}>{t('orders.by-month')}</Title>
        <Sparkline label={t('orders.by-month')} points={points} format={format.money} width={420} height={48} />
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('orders.month')}</Table.Th>
                <Table.Th ta="right">{t('orders.count')}</Table.Th>
                <Table.Th ta="right">{t('orders.sold')}</Table.Th>
                <Table.Th ta="right">{t('orders.returned')}</Table.Th>
                <Table.Th ta="right">{t('orders.discounts')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {months.map((each) => (
                <Table.Tr key={each.month}>
                  <Table.Td className="numerals">
                    <Go to={`/orders?client=${clientId}&orderedOn.gte=${each.month}-01&orderedOn.lte=${lastDay(each.month)}`}>{each.month}</Go>
                  </Table.Td>
                  <Table.Td className="number">{each.orders}</Table.Td>
                  <Table.Td className="number">{format.money(each.shipped)}</Table.Td>
                  <Table.Td className="number">{each.returned > 0 && format.money(each.returned)}</Table.Td>
                  <Table.Td className="number">{each.discount > 0 && format.money(each.discount)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Stack>
      <Stack gap="xs">
        <Title order={3}>{t('orders.by-product')}</Title>
        <Table.ScrollContainer minWidth={560}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('orders.product')}</Table.Th>
                <Table.Th ta="right">{t('orders.count')}</Table.Th>
                <Table.Th ta="right">{t('orders.quantity')}</Table.Th>
                <Table.Th ta="right">{t('orders.amount')}</Table.Th>
                <Table.Th ta="right">{t('orders.last-price')}</Table.Th>
                <Table.Th>{t('orders.last-on')}</Table.Th>
                <Table.Th>{t('orders.every')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {products.map((each) => (
                <Table.Tr key={each.id}>
                  <Table.Td>
                    <Go to={`/products/${each.id}`}>
                      {each.code} · {each.name}
                    </Go>
                  </Table.Td>
                  <Table.Td className="number">{each.orders}</Table.Td>
                  <Table.Td className="number">{format.number(each.quantity)}</Table.Td>
                  <Table.Td className="number">{format.money(each.amount)}</Table.Td>
                  <Table.Td className="number">{format.money(each.lastPrice)}</Table.Td>
                  <Table.Td>{format.date(each.lastOn)}</Table.Td>
                  <Table.Td>{each.usualDays !== null && t('orders.days', { days: each.usualDays })}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Stack>
    </>
  );
}

/** The last day of a month `YYYY-MM`. */
function lastDay(month: string): string {
  const first = Temporal.PlainDate.from(`${month}-01`);
  return first.add({ days: first.daysInMonth - 1 }).toString();
}
