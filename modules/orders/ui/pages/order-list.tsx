import { EmptyState } from '#platform/web/empty-state.tsx';
import { RateField } from '#platform/web/form/rate-field.tsx';
import { ListPage } from '#platform/web/list/list-page.tsx';
import { useText } from '#platform/web/texts.ts';
import { bulkConfirm, bulkDiscount, orderList } from '../../endpoints.ts';
import { texts } from '../../texts.ts';
import { stateTones } from '../parts/state-tones.ts';

/** All orders within reach. */
export default function OrderListPage() {
  const t = useText(texts);
  return (
    <ListPage
      list={orderList}
      tones={{ state: stateTones }}
      create={{ label: t('orders.new'), href: '/orders/new', permit: 'orders.take' }}
      bulk={[
        { act: bulkConfirm, permit: 'orders.take' },
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
