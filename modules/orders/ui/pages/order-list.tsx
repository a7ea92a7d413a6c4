import { Textarea } from '@mantine/core';
import { EmptyState } from '#platform/web/empty-state.tsx';
import { RateField } from '#platform/web/form/rate-field.tsx';
import { type BoardMove, boardFace } from '#platform/web/list/board.tsx';
import { calendarFace } from '#platform/web/list/calendar.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import {
  answerQuestion,
  askBack,
  bulkConfirm,
  bulkDiscount,
  cancelOrder,
  confirmOrder,
  handOverOrder,
  orderList,
  rejectEntered,
  takeBackOrder,
} from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { stateTones } from '../parts/state-tones.ts';

/** Between which states a person moves an order by hand; what comes of entry and shipment comes by itself. */
const moves: readonly BoardMove[] = [
  { to: 'confirmed', from: ['draft'], act: confirmOrder },
  { to: 'captured', from: ['draft'], act: handOverOrder },
  { to: 'captured', from: ['typed'], act: rejectEntered, asks: 'text' },
  { to: 'entered', from: ['typed'], act: confirmOrder },
  { to: 'draft', from: ['captured', 'typed', 'waiting'], act: takeBackOrder },
  { to: 'asked-back', from: ['captured', 'confirmed'], act: askBack, asks: 'text' },
  { to: 'confirmed', from: ['asked-back'], act: answerQuestion, asks: 'text' },
  { to: 'confirmed', from: ['entered'], act: rejectEntered, asks: 'text' },
  {
    to: 'cancelled',
    from: ['draft', 'captured', 'typed', 'waiting', 'confirmed', 'asked-back', 'entered'],
    act: cancelOrder,
    asks: 'reason',
  },
];

/** All orders within reach. */
export default function OrderListPage() {
  const t = useText(texts);
  return (
    <ListPage
      list={orderList}
      tones={{ state: stateTones }}
      faces={[boardFace({ by: 'state', moves }), calendarFace({ on: 'orderedOn', named: ['client', 'total'] })]}
      create={{ label: t('orders.new'), href: '/orders/new', permit: 'orders.take' }}
      bulk={[
        {
          act: bulkConfirm,
          permit: 'orders.take',
          fields: ({ value, set }) => (
            <Textarea
              label={t('orders.bulk-reason')}
              description={t('orders.bulk-reason-hint')}
              autosize
              minRows={2}
              maxLength={1000}
              value={(value.reason as string | undefined) ?? ''}
              onChange={(event) =>
                set({ reason: event.currentTarget.value.trim() ? event.currentTarget.value : undefined })
              }
            />
          ),
        },
        {
          act: bulkDiscount,
          permit: 'orders.take',
          fields: ({ value, set }) => (
            <RateField
              label={t('orders.discount')}
              value={(value.discountBp as number | undefined) ?? null}
              onChange={(discountBp) => set({ discountBp: discountBp ?? 0 })}
            />
          ),
        },
      ]}
      empty={<EmptyState title={t('orders.none')} hint={t('orders.none-hint')} />}
    />
  );
}
