import { Modal, Stack, Table, Text, Title } from '@mantine/core';
import { IconPencil, IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { usePathParam } from '#platform/web/address.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { CardPage } from '#platform/web/card/card-page.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { usePanelTabs } from '#platform/web/panels.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readProduct } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { PriceForm } from '../parts/price-form.tsx';
import { type Product, ProductForm } from '../parts/product-form.tsx';

/** A product: what it is, and what it costs in each column: today, before and later. */
export default function ProductCardPage() {
  const id = usePathParam('id');
  const t = useText(texts);
  const format = useFormat();
  const panels = usePanelTabs('catalog.product', id);
  const read = useRead(readProduct, { params: { id } });
  const [open, setOpen] = useState<'edit' | 'price' | null>(null);
  if (!read.data) return <Awaiting read={read} like="card" />;
  const product = read.data;
  const close = () => setOpen(null);
  return (
    <>
      <CardPage
        kind={t('catalog.product')}
        title={product.name}
        subtitle={[product.code, product.category, product.unit, product.barcode].filter(Boolean).join(' · ')}
        state={
          <StatusBadge
            tone={product.active ? 'good' : 'neutral'}
            label={t(product.active ? 'catalog.active' : 'catalog.inactive')}
          />
        }
        figures={product.today.slice(0, 6).map((each) => ({
          key: each.columnId,
          label: t('catalog.column-numbered', { number: each.number, name: each.name }),
          value: each.price === null ? '—' : format.money(each.price),
          hint: each.own && each.number > 1 ? t('catalog.own') : undefined,
        }))}
        acts={[
          {
            key: 'price',
            label: t('catalog.set-price'),
            icon: IconTag,
            can: product.can.edit,
            keys: 'p',
            run: () => setOpen('price'),
          },
          {
            key: 'edit',
            label: t('catalog.edit'),
            icon: IconPencil,
            can: product.can.edit,
            keys: 'e',
            run: () => setOpen('edit'),
          },
        ]}
        tabs={[{ key: 'prices', label: t('catalog.history'), content: () => <History product={product} /> }, ...panels]}
      >
        {product.description && (
          <Text size="sm" mb="md" style={{ whiteSpace: 'pre-line' }}>
            {product.description}
          </Text>
        )}
      </CardPage>
      <Modal opened={open === 'edit'} onClose={close} title={t('catalog.edit')} size="lg">
        <ProductForm product={product} onClose={close} />
      </Modal>
      {open === 'price' && <PriceForm product={product} onClose={close} />}
    </>
  );
}

function History({ product }: { product: Product }) {
  const t = useText(texts);
  const format = useFormat();
  const columns = product.today.filter(({ columnId }) => product.prices.some((price) => price.columnId === columnId));
  return (
    <Stack>
      {columns.map(({ columnId, number, name }) => (
        <section key={columnId}>
          <Title order={4}>{t('catalog.column-numbered', { number, name })}</Title>
          <Table verticalSpacing={4} maw={520}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('catalog.from')}</Table.Th>
                <Table.Th>{t('catalog.to')}</Table.Th>
                <Table.Th ta="right">{t('catalog.price')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {product.prices
                .filter((price) => price.columnId === columnId)
                .map((price) => (
                  <Table.Tr key={price.id} className="numerals">
                    <Table.Td>{price.from ? format.date(price.from) : '—'}</Table.Td>
                    <Table.Td>{price.to ? format.date(dayBefore(price.to)) : '—'}</Table.Td>
                    <Table.Td ta="right">{format.money(price.amount)}</Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </section>
      ))}
    </Stack>
  );
}

/** Periods end before their upper bound; people read the last day. */
function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
