import { Table, Text } from '@mantine/core';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useText } from '#platform/web/texts.ts';
import type { readOrder } from '../../endpoints.ts';
import { texts } from '../../texts.ts';

type Line = EndpointReply<typeof readOrder>['lines'][number];

/** The lines of an order as taken, with what of each has left. */
export function LineTable({ lines, total, shipped }: { lines: readonly Line[]; total: number; shipped?: boolean }) {
  const t = useText(texts);
  const format = useFormat();
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('orders.code')}</Table.Th>
            <Table.Th>{t('orders.product')}</Table.Th>
            <Table.Th ta="right">{t('orders.quantity')}</Table.Th>
            <Table.Th ta="right">{t('orders.price')}</Table.Th>
            <Table.Th ta="right">{t('orders.discount')}</Table.Th>
            <Table.Th ta="right">{t('orders.amount')}</Table.Th>
            {shipped && <Table.Th ta="right">{t('orders.shipped-of')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.position}>
              <Table.Td className="numerals">{line.code}</Table.Td>
              <Table.Td>
                <Go to={`/products/${line.productId}`}>{line.name}</Go>
              </Table.Td>
              <Table.Td className="number">
                {format.number(line.quantity)} {line.unit}
              </Table.Td>
              <Table.Td className="number">
                {format.money(line.unitPrice)}
                {line.priceByHand && (
                  <Text span size="xs" c="dimmed" td="line-through" ml={6}>
                    {format.money(line.columnPrice)}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className="number">{line.discountBp > 0 && format.rate(line.discountBp)}</Table.Td>
              <Table.Td className="number">{format.money(line.amount)}</Table.Td>
              {shipped && <Table.Td className="number">{format.number(line.shipped)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={5}>{t('orders.total')}</Table.Th>
            <Table.Th className="number">{format.money(total)}</Table.Th>
            {shipped && <Table.Th />}
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </Table.ScrollContainer>
  );
}
