import { fileKind } from '#platform/declare/file-kind.ts';
import { findOrder } from './data/orders.ts';
import { filesClosedFor } from './rules/order-files.ts';

/** What an order was taken from: a photo of the client's list, a letter, what was said. */
export const orderFiles = fileKind({
  key: 'orders.orders',
  permits: ['orders.take', 'orders.enter'],
  accepts: ['image', 'pdf', 'recording'],
  find: async (w, id) => {
    const order = await findOrder(w, id);
    return order && { keeperId: order.keeper_id, closedFor: filesClosedFor(order.state) };
  },
});
