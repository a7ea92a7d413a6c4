import { withdrawRequests } from '#modules/mandates/contract.ts';
import { announce, expectRevision, type Work } from '#platform/work.ts';
import { voidAuthorizations } from '../data/authorizations.ts';
import { changeOrder, notTyped } from '../data/orders.ts';
import { isPartlyShipped } from '../data/shipments.ts';
import { refuse } from '../refusals.ts';
import { orderForAct } from './draft-order.ts';

type Ended = { readonly id: string; readonly revision: number; readonly state: 'draft' | 'cancelled' };

/**
 * Takes a waiting or handed over order back into draft; what was asked for is withdrawn. Requests are locked before their order, as a
 * decision locks them, so that the two never wait for each other.
 * @throws Refused as `orderForAct`, 412.
 */
export async function takeBack(w: Work, id: string): Promise<Ended> {
  await withdrawRequests(w, id);
  const order = await orderForAct(w, id, 'take-back');
  expectRevision(w, order);
  await voidAuthorizations(w, id, order.content_hash);
  // What waits for a decision was found equal to what was taken; before that, the taker types on alone.
  const alone = order.state === 'waiting' ? {} : { handed_at: null, enter_by: null, ...notTyped };
  return { id, revision: await changeOrder(w, id, { state: 'draft', ...alone }), state: 'draft' };
}

/**
 * Cancels an order that nothing was shipped of; it leaves the exposure and never comes back.
 * @throws Refused `orders.partly-shipped`, as `orderForAct`, 412.
 */
export async function cancelOrder(w: Work, id: string, reason: string): Promise<Ended> {
  await withdrawRequests(w, id);
  const order = await orderForAct(w, id, 'cancel');
  expectRevision(w, order);
  if (order.entered_at && (await isPartlyShipped(w, id))) refuse('orders.partly-shipped');
  if (order.asked_revision !== null) await voidAuthorizations(w, id, null);
  const revision = await changeOrder(w, id, {
    state: 'cancelled',
    uninvoiced: 0,
    cancelled_at: w.now.toString(),
    cancelled_by: w.actor.employeeId,
    cancel_reason: reason,
  });
  if (order.number)
    await announce(w, 'orders.cancelled', { orderId: id, number: order.number, clientId: order.client_id });
  return { id, revision, state: 'cancelled' };
}
