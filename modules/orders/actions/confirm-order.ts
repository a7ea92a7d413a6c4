import { readSetting } from '#modules/organization/contract.ts';
import { announce, expectRevision, type Work } from '#platform/work.ts';
import { authorizationsOf, keepAuthorizations } from '../data/authorizations.ts';
import { linesOf } from '../data/order-lines.ts';
import { changeOrder, lockOrder, numberOrder, type OrderRow } from '../data/orders.ts';
import { tellOrder } from '../data/told.ts';
import { refuse } from '../refusals.ts';
import { askSuperiors } from './ask-superiors.ts';
import { orderForAct } from './draft-order.ts';
import { contentHash, type Judgement, judgeOrder } from './judge-order.ts';
import { beyondRefused } from './refuse-beyond.ts';
import { held } from './use-right.ts';
import { beyond, weighNeeds } from './weigh-needs.ts';

export type ConfirmedOrder = {
  readonly id: string;
  readonly revision: number;
  readonly state: OrderRow['state'];
  readonly number: string | null;
  readonly total: number;
};

/**
 * Confirms an order: judged by the facts of this moment, then numbered and put into the queue of sales support. With a
 * reason, what lies beyond one's right is asked of the superior who may, and the order waits; a release of credit within
 * one's right needs the reason as well. The same confirmation sent twice has one effect.
 * @param options.asks false: what is beyond one's right is refused even with a reason
 * @throws Refused `orders.beyond-…` with whom to ask, `orders.reason-needed`, `orders.no-lines`, `orders.untimely`, 412.
 */
export async function confirmOrder(
  w: Work,
  id: string,
  reason: string | undefined,
  { asks = true }: { readonly asks?: boolean } = {},
): Promise<ConfirmedOrder> {
  const [locked, lines] = await Promise.all([lockOrder(w, id), linesOf(w, id)]);
  if (locked && isRepeated(w, locked)) return confirmed(locked, locked.revision);
  const order = await orderForAct(w, id, 'ask', 'orders.take', locked);
  expectRevision(w, order);
  if (lines.length === 0) refuse('orders.no-lines', {}, '/lines');

  const hash = contentHash({ clientId: order.client_id, priceColumnId: order.price_column_id, lines });
  const judged = { id, clientId: order.client_id, priceColumnId: order.price_column_id, total: order.total, lines };
  const judgement = await judgeOrder(w, judged, { lock: true });
  const given = order.asked_revision === null ? [] : await authorizationsOf(w, id);
  const weighed = weighNeeds(w, order.keeper_id, judgement.needs, given, hash);
  const open = beyond(weighed);
  if (open.length === 0) {
    await keepAuthorizations(w, { ...order, content_hash: hash }, held(w, weighed, reason));
    return completeOrder(w, order, judgement, { hash, confirmedBy: w.actor.employeeId, askedRevision: order.revision });
  }
  if (!reason || !asks || open.some((each) => each.by === 'no-one')) throw await beyondRefused(w, weighed);
  const asked = await askSuperiors(w, { order, lines, hash, reason, judgement, open });
  await keepAuthorizations(w, { ...order, content_hash: hash }, [...held(w, weighed, reason), ...asked]);
  const revision = await changeOrder(w, id, {
    state: 'waiting',
    content_hash: hash,
    asked_revision: order.revision,
    ordered_on: w.today.toString(),
    sent_back: '',
    ...equality(w, order),
  });
  return { id, revision, state: 'waiting', number: null, total: order.total };
}

/** Gives a judged order its number and its day, counts it to the exposure, and tells whoever listens. */
export async function completeOrder(
  w: Work,
  order: OrderRow,
  judgement: Judgement,
  by: { hash: string; confirmedBy: string | null; askedRevision: number | null },
): Promise<ConfirmedOrder> {
  const hours = await readSetting<number>(w, 'orders.entry-hours');
  const orderedOn = order.state === 'waiting' ? order.ordered_on : w.today.toString();
  tellOrder(w, order.client_id, orderedOn);
  // What sales support typed is in the books already: nobody types it twice.
  const state = order.entered_at === null ? 'confirmed' : 'entered';
  const { revision, number } = await numberOrder(w, order.id, {
    state,
    ...equality(w, order),
    ordered_on: orderedOn,
    content_hash: by.hash,
    asked_revision: by.askedRevision,
    payment_days: judgement.standing.terms.paymentDays,
    uninvoiced: order.total,
    sent_back: '',
    confirmed_at: w.now.toString(),
    confirmed_by: by.confirmedBy,
    ...(state === 'confirmed' && { enter_by: w.now.add({ hours }).toString() }),
  });
  await announce(w, 'orders.confirmed', {
    orderId: order.id,
    number,
    clientId: order.client_id,
    keeperId: order.keeper_id,
    total: order.total,
    currency: order.currency,
    confirmedOn: w.today.toString(),
  });
  return { id: order.id, revision, state, number, total: order.total };
}

/** Whoever confirms what sales support typed finds that it is what was taken; the decision of a superior comes after that. */
function equality(w: Work, order: OrderRow) {
  if (order.entered_at === null || order.checked_at !== null) return {};
  return { checked_at: w.now.toString(), checked_by: w.actor.employeeId };
}

/** The same person's same confirmation of the same revision, come again. */
function isRepeated(w: Work, order: OrderRow): boolean {
  return (
    order.state !== 'draft' &&
    order.state !== 'cancelled' &&
    w.seenRevision !== undefined &&
    order.asked_revision === w.seenRevision
  );
}

function confirmed(order: OrderRow, revision: number): ConfirmedOrder {
  return { id: order.id, revision, state: order.state, number: order.number, total: order.total };
}
