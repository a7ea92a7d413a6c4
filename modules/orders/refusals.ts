import { defineRefusals, type Refuse, refuser } from '#kernel/refusal.ts';

export const orderRefusals = defineRefusals({
  codes: {
    'orders.unknown-order': 404,
    'orders.unknown-client': 404,
    'orders.unknown-product': 422,
    'orders.unknown-column': 422,
    'orders.no-price': 422,
    'orders.no-longer-sold': 422,
    'orders.other-currency': 422,
    'orders.no-columns': 409,
    'orders.no-lines': 422,
    'orders.too-large': 422,
    'orders.wanted-in-past': 422,
    'orders.untimely': 409,
    'orders.content-frozen': 409,
    'orders.ended': 409,
    'orders.beyond-column': 403,
    'orders.beyond-discount': 403,
    'orders.beyond-credit': 403,
    'orders.no-one-may-decide': 403,
    'orders.not-confirmed': 409,
    'orders.differences-open': 409,
    'orders.nothing-to-check': 409,
    'orders.more-than-entered': 422,
    'orders.nothing-to-ship': 409,
    'orders.shipped-in-future': 422,
    'orders.partly-shipped': 409,
    'orders.more-than-shipped': 422,
    'orders.returned-in-future': 422,
  },
  constraints: {
    orders__content_frozen: 'orders.content-frozen',
    orders__ended: 'orders.ended',
    orders__total_sane: 'orders.too-large',
    order_lines__of_product: 'orders.unknown-product',
    entered_lines__of_product: 'orders.unknown-product',
    orders__of_column: 'orders.unknown-column',
    client_terms__of_column: 'orders.unknown-column',
  },
});

export const refuse: Refuse<typeof orderRefusals> = refuser(orderRefusals);
