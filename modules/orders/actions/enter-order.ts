import { notify } from '#modules/mandates/contract.ts';
import { announce, expectRevision, type Work } from '#platform/work.ts';
import { authorizationsOf, keepAuthorizations } from '../data/authorizations.ts';
import { type EnteredRow, enteredLinesOf, keepEntered, type LineRow, linesOf } from '../data/order-lines.ts';
import { changeOrder, lockOrder, type OrderRow } from '../data/orders.ts';
import { isPartlyShipped } from '../data/shipments.ts';
import { insertMessage } from '../data/thread.ts';
import { refuse } from '../refusals.ts';
import { type ComparedLine, compareEntered, type Difference } from '../rules/compare-entered.ts';
import { returnTyped } from './capture-order.ts';
import { orderForAct } from './draft-order.ts';
import { judgeOrder } from './judge-order.ts';
import { enteredAmounts } from './price-lines.ts';
import { beyondRefused } from './refuse-beyond.ts';
import { held } from './use-right.ts';
import { beyond, isCovered, weighNeeds } from './weigh-needs.ts';

export type EnteredWish = {
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly discountBp: number;
};
export type Entered = {
  readonly id: string;
  readonly revision: number;
  readonly state: OrderRow['state'];
  readonly differs: boolean;
};

/**
 * Keeps what sales support entered; without lines, exactly what was taken. Differences wait for whoever took the order:
 * nothing is shipped before they are accepted.
 */
export async function enterOrder(w: Work, id: string, wish: readonly EnteredWish[] | undefined): Promise<Entered> {
  const order = await orderForAct(w, id, 'enter', 'orders.enter');
  expectRevision(w, order);
  const taken = await linesOf(w, id);
  const { lines, total } = enteredAmounts(wish ?? taken.map(asWish));
  await keepEntered(w, id, order.keeper_id, lines);
  const differs = compareEntered(taken.map(compared), lines.map(compared)).length > 0;
  const revision = await changeOrder(w, id, {
    state: 'entered',
    entered_at: w.now.toString(),
    entered_by: w.actor.employeeId,
    entered_total: total,
    differs,
    checked_at: null,
    checked_by: null,
  });
  if (differs)
    await notify(w, order.keeper_id, 'orders.differs', { number: order.number ?? '' }, `/orders/${id}?tab=differences`);
  await announce(w, 'orders.entered', { orderId: id, number: order.number, keeperId: order.keeper_id, differs });
  return { id, revision, state: 'entered', differs };
}

/**
 * Whoever took the order finds that what was entered equals it, or accepts the differences. Accepting more than was
 * confirmed is judged like a new order: support cannot enter past a limit what nobody could take.
 * @throws Refused `orders.nothing-to-check`, and `orders.beyond-…` or `orders.reason-needed` as confirming does.
 */
export async function acceptEntered(w: Work, id: string, reason?: string): Promise<Entered> {
  const order = await unchecked(w, id);
  if (order.differs) await judgeEntered(w, order, reason);
  const grown = (order.entered_total ?? order.total) - order.total;
  const revision = await changeOrder(w, id, {
    checked_at: w.now.toString(),
    checked_by: w.actor.employeeId,
    uninvoiced: Math.max(0, order.uninvoiced + grown),
  });
  return { id, revision, state: order.state, differs: order.differs };
}

/** Whoever took the order says that it was entered wrongly: it returns to the queue, with the reason in the thread. */
export async function rejectEntered(w: Work, id: string, text: string): Promise<Entered> {
  const locked = await lockOrder(w, id);
  if (locked?.state === 'typed') return returned(w, locked, text);
  const order = await unchecked(w, id);
  if (order.state !== 'entered' || (await isPartlyShipped(w, id))) refuse('orders.partly-shipped');
  await insertMessage(w, order, 'note', text);
  const hours = { hours: 1 };
  const revision = await changeOrder(w, id, {
    state: 'confirmed',
    entered_at: null,
    entered_by: null,
    entered_total: null,
    differs: false,
    enter_by: w.now.add(hours).toString(),
  });
  const params = { number: order.number ?? 'none', text: text.slice(0, 200) };
  if (order.entered_by) await notify(w, order.entered_by, 'orders.rejected', params, `/orders/queue?order=${id}`);
  return { id, revision, state: 'confirmed', differs: false };
}

/** Where what was entered differs from what was taken, line by line. */
export async function differencesOf(w: Work, id: string): Promise<Difference[]> {
  const [taken, entered] = await Promise.all([linesOf(w, id), enteredLinesOf(w, id)]);
  return entered.length === 0 ? [] : compareEntered(taken.map(compared), entered.map(compared));
}

async function returned(w: Work, locked: OrderRow, text: string): Promise<Entered> {
  const order = await orderForAct(w, locked.id, 'return', 'orders.take', locked);
  expectRevision(w, order);
  return returnTyped(w, order, text);
}

async function unchecked(w: Work, id: string): Promise<OrderRow> {
  const order = await orderForAct(w, id, 'check');
  expectRevision(w, order);
  if (!order.entered_at || order.checked_at) refuse('orders.nothing-to-check');
  return order;
}

async function judgeEntered(w: Work, order: OrderRow, reason: string | undefined): Promise<void> {
  const [taken, entered, given] = await Promise.all([
    linesOf(w, order.id),
    enteredLinesOf(w, order.id),
    authorizationsOf(w, order.id),
  ]);
  const prices = new Map(taken.map((line) => [line.product_id, line]));
  const lines = entered.map((line): LineRow => {
    const price = prices.get(line.product_id);
    const listed = {
      list_price: price?.list_price ?? line.unit_price,
      column_price: price?.column_price ?? line.unit_price,
    };
    return { ...line, ...listed, price_by_hand: false };
  });
  const total = order.entered_total ?? order.total;
  const judged = { id: order.id, clientId: order.client_id, priceColumnId: order.price_column_id, total, lines };
  const { needs } = await judgeOrder(w, judged, { lock: true });
  const open = needs.filter((need) => !isCovered(need, given, order.content_hash));
  const weighed = weighNeeds(w, order.keeper_id, open, [], order.content_hash);
  if (beyond(weighed).length > 0) throw await beyondRefused(w, weighed);
  await keepAuthorizations(w, order, held(w, weighed, reason));
}

function asWish(line: LineRow): EnteredWish {
  return {
    productId: line.product_id,
    quantity: line.quantity,
    unitPrice: line.unit_price,
    discountBp: line.discount_bp,
  };
}

function compared(line: LineRow | EnteredRow): ComparedLine {
  return { position: line.position, ...asWish(line as LineRow) };
}
