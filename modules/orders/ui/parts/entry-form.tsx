import { ActionIcon, Button, Group, Stack, Table } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { MoneyField } from '#platform/web/form/money-field.tsx';
import { QuantityField } from '#platform/web/form/quantity-field.tsx';
import { RateField } from '#platform/web/form/rate-field.tsx';
import { useText } from '#platform/web/texts.ts';
import type { readOrder } from '../../endpoints.ts';
import { findProductsToType } from '../../endpoints-client.ts';
import { texts } from '../../texts.ts';
import type { Product } from '../entry/entry.ts';
import { ProductFinder } from '../entry/product-finder.tsx';

type Line = {
  productId: string;
  code: string;
  name: string;
  quantity: number | null;
  unitPrice: number | null;
  discountBp: number | null;
};
export type Entered = { productId: string; quantity: number; unitPrice: number; discountBp: number };
type FormProps = {
  readonly order: EndpointReply<typeof readOrder>;
  readonly busy: boolean;
  readonly label: string;
  readonly onSend: (lines: Entered[]) => void;
  readonly onCancel?: () => void;
  /** The price column of products that are added; without one, none can be. */
  readonly column?: string;
};

/** Lines as sales support enter them: quantities, prices, discounts, lines left out; with a column, products added. */
export function EntryForm({ order, busy, label, onSend, onCancel, column }: FormProps) {
  const t = useText(texts);
  const [lines, setLines] = useState<Line[]>(() =>
    order.lines.map(({ productId, code, name, quantity, unitPrice, discountBp }) => ({
      productId,
      code,
      name,
      quantity,
      unitPrice,
      discountBp,
    })),
  );
  const set = (at: number, change: Partial<Line>) =>
    setLines((before) => before.map((line, index) => (index === at ? { ...line, ...change } : line)));
  const whole = lines.flatMap((line): Entered[] =>
    line.quantity && line.unitPrice !== null
      ? [
          {
            productId: line.productId,
            quantity: line.quantity,
            unitPrice: line.unitPrice,
            discountBp: line.discountBp ?? 0,
          },
        ]
      : [],
  );
  const named = (what: 'quantity' | 'price' | 'discount', line: Line) =>
    t('orders.entry.line-of', { what: t(`orders.${what}`), product: line.name });
  const find = useRef<HTMLInputElement>(null);
  const add = ({ productId, code, name, columnPrice }: Product, quantity: number) =>
    setLines((before) => [...before, { productId, code, name, quantity, unitPrice: columnPrice, discountBp: null }]);
  return (
    <Stack>
      {column && <ProductFinder column={column} usual={[]} onAdd={add} field={find} from={findProductsToType} />}
      <Table.ScrollContainer minWidth={520}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('orders.product')}</Table.Th>
              <Table.Th w={120}>{t('orders.quantity')}</Table.Th>
              <Table.Th w={120}>{t('orders.price')}</Table.Th>
              <Table.Th w={90}>{t('orders.discount')}</Table.Th>
              <Table.Th w={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a product may stand on several lines
              <Table.Tr key={`${line.productId}-${at}`}>
                <Table.Td>
                  {line.code} · {line.name}
                </Table.Td>
                <Table.Td>
                  <QuantityField
                    size="xs"
                    aria-label={named('quantity', line)}
                    value={line.quantity}
                    onChange={(quantity) => set(at, { quantity })}
                  />
                </Table.Td>
                <Table.Td>
                  <MoneyField
                    size="xs"
                    aria-label={named('price', line)}
                    value={line.unitPrice}
                    onChange={(unitPrice) => set(at, { unitPrice })}
                  />
                </Table.Td>
                <Table.Td>
                  <RateField
                    size="xs"
                    aria-label={named('discount', line)}
                    value={line.discountBp}
                    onChange={(discountBp) => set(at, { discountBp })}
                  />
                </Table.Td>
                <Table.Td>
                  <ActionIcon
                    aria-label={t('orders.entry.remove', { product: line.name })}
                    onClick={() => setLines(lines.filter((_, index) => index !== at))}
                  >
                    <IconX size={15} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Group justify="flex-end">
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('orders.back')}
          </Button>
        )}
        <Button loading={busy} disabled={whole.length === 0} onClick={() => onSend(whole)}>
          {label}
        </Button>
      </Group>
    </Stack>
  );
}
