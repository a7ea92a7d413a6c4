import { Button, Group, Modal, SegmentedControl, Table, Title } from '@mantine/core';
import { useState } from 'react';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { Awaiting } from '#platform/web/awaiting.tsx';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { Sparkline } from '#platform/web/figures/sparkline.tsx';
import { StatusBadge } from '#platform/web/figures/status-badge.tsx';
import { useFormat } from '#platform/web/format.ts';
import { Go } from '#platform/web/go.tsx';
import { useRead } from '#platform/web/query.ts';
import { useText } from '#platform/web/texts.ts';
import { readPricesPaid, type readTrends } from '../../endpoints-history.ts';
import { texts } from '../../texts.ts';
import { Narrow } from './narrow.tsx';

type Product = EndpointReply<typeof readTrends>['products'][number];
const tones = { new: 'good', kept: 'neutral', lost: 'warning' } as const;
const choices = ['all', 'new', 'kept', 'lost'] as const;
const firstShown = 30;

/** Product by product: share, rhythm, last price, and whether it is new or lost. */
export function ProductsBought({ clientId, products }: { clientId: string; products: readonly Product[] }) {
  const t = useText(texts);
  const format = useFormat();
  const [state, setState] = useState<(typeof choices)[number]>('all');
  const [whole, setWhole] = useState(false);
  const [priced, setPriced] = useState<Product | null>(null);
  const chosen = products.filter((product) => state === 'all' || product.state === state);
  const shown = whole ? chosen : chosen.slice(0, firstShown);
  return (
    <section>
      <Group justify="space-between">
        <Title order={3}>{t('clients.history.products-bought')}</Title>
        <SegmentedControl
          size="xs"
          aria-label={t('clients.history.standing')}
          value={state}
          onChange={(next) => setState(next as typeof state)}
          data={choices.map((value) => ({ value, label: t(`clients.history.standing.${value}`) }))}
        />
      </Group>
      {shown.length === 0 && <EmptyState title={t('clients.history.no-such-products')} />}
      {shown.length > 0 && (
        <Table.ScrollContainer minWidth={680}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('clients.sales.product')}</Table.Th>
                <Table.Th>{t('clients.history.standing')}</Table.Th>
                <Table.Th ta="right">{t('clients.sales.amount')}</Table.Th>
                <Table.Th ta="right">{t('clients.history.share')}</Table.Th>
                <Table.Th ta="right">{t('clients.sales.last-price')}</Table.Th>
                <Table.Th ta="right">{t('clients.sales.last')}</Table.Th>
                <Table.Th ta="right">{t('clients.sales.usual')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((each) => (
                <Table.Tr key={each.id} className="numerals">
                  <Table.Th scope="row">
                    <Narrow by={{ product: each.id }} label={t('clients.history.show', { what: each.name })}>
                      {`${each.code} ${each.name}`}
                    </Narrow>
                  </Table.Th>
                  <Table.Td>
                    <StatusBadge tone={tones[each.state]} label={t(`clients.history.standing.${each.state}`)} />
                  </Table.Td>
                  <Table.Td ta="right">{format.money(each.amount)}</Table.Td>
                  <Table.Td ta="right">{format.rate(each.shareBp)}</Table.Td>
                  <Table.Td ta="right">
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-label={t('clients.history.prices-of', { product: each.name })}
                      onClick={() => setPriced(each)}
                    >
                      {format.money(each.lastPrice)}
                      {each.lastDiscountBp > 0 && ` −${format.rate(each.lastDiscountBp)}`}
                    </Button>
                  </Table.Td>
                  <Table.Td ta="right">{format.date(each.lastOn)}</Table.Td>
                  <Table.Td ta="right">
                    {each.usualDays === null ? '—' : t('clients.sales.days', { count: Math.round(each.usualDays) })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {shown.length < chosen.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('clients.history.all-products', { count: chosen.length })}
        </Button>
      )}
      {priced && <PricesPaid clientId={clientId} product={priced} onClose={() => setPriced(null)} />}
    </section>
  );
}

/** What the client paid for a product, order by order. */
function PricesPaid({ clientId, product, onClose }: { clientId: string; product: Product; onClose: () => void }) {
  const t = useText(texts);
  const format = useFormat();
  const read = useRead(readPricesPaid, { params: { id: clientId }, query: { product: product.id } });
  const points = (read.data?.items ?? []).toReversed().map(({ on, paidPrice }) => ({ label: on, value: paidPrice }));
  return (
    <Modal opened onClose={onClose} size="lg" title={t('clients.history.prices-of', { product: product.name })}>
      {!read.data && <Awaiting read={read} like="list" />}
      {points.length > 1 && (
        <Sparkline
          label={t('clients.history.price-picture')}
          points={points}
          format={format.money}
          width={520}
          height={64}
        />
      )}
      {read.data && (
        <Table.ScrollContainer minWidth={480}>
          <Table verticalSpacing={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('clients.history.order')}</Table.Th>
                {(['quantity', 'list-price', 'discount', 'paid-price'] as const).map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`clients.history.price.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.items.map((each) => (
                <Table.Tr key={`${each.orderId} ${each.amount}`} className="numerals">
                  <Table.Td>
                    <Go to={`/orders/${each.orderId}`}>{`${format.date(each.on)} · ${each.number}`}</Go>
                  </Table.Td>
                  <Table.Td ta="right">{format.number(each.quantity)}</Table.Td>
                  <Table.Td ta="right">{format.money(each.listPrice)}</Table.Td>
                  <Table.Td ta="right">{each.discountBp === 0 ? '—' : format.rate(each.discountBp)}</Table.Td>
                  <Table.Td ta="right">{format.money(each.paidPrice)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Modal>
  );
}
