import { Refused } from '#kernel/refusal.ts';
import { outdateRequests } from '#modules/mandates/contract.ts';
import { expectRevision, reachOf, requirePermit, type Work } from '#platform/work.ts';
import { voidAuthorizations } from '../data/authorizations.ts';
import { pricesToday } from '../data/facts.ts';
import { insertLines, type LineRow, linesOf, replaceLines } from '../data/order-lines.ts';
import { changeOrder, findOrder, insertOrder, lockOrder, notTyped, type OrderRow } from '../data/orders.ts';
import { refuse } from '../refusals.ts';
import { type OrderAct, timely } from '../rules/order-lifecycle.ts';
import { contentHash, standingOf } from './judge-order.ts';
import { priceLines, type WishedLine, wishOf } from './price-lines.ts';

export type OrderWish = {
  readonly channel?: string | undefined;
  readonly wantedOn?: string | null | undefined;
  readonly priceColumnId?: string | undefined;
  readonly note?: string | undefined;
  readonly clientReference?: string | undefined;
  readonly lines?: readonly WishedLine[] | undefined;
  /** For every line, in place of its own. */
  readonly discountBp?: number | undefined;
};
export type SavedOrder = {
  readonly id: string;
  readonly revision: number;
  readonly total: number;
  readonly state: OrderRow['state'];
  readonly prices: { productId: string; columnPrice: number; unitPrice: number; priceByHand: boolean }[];
};

/**
 * Begins an order as a draft: no number, nothing promised. Without a column it gets the one that the client is entitled to.
 * @throws Refused for a client out of reach, without the permit, and for lines as `priceLines`.
 */
export async function draftOrder(
  w: Work,
  wish: OrderWish & { id?: string | undefined; clientId: string; copiedFrom?: string },
): Promise<SavedOrder> {
  const { client, entitled, columns, terms } = await standingOf(w, wish.clientId);
  await requirePermit(w, 'orders.take', { keeperId: client.keeper_id });
  futureOnly(w, wish.wantedOn);
  const column = wish.priceColumnId ? columns.find((each) => each.id === wish.priceColumnId) : entitled;
  if (!column) return refuse('orders.unknown-column', {}, '/priceColumnId');
  const { lines, total } = await priceLines(w, discounted(wish.lines ?? [], wish.discountBp), column.id);
  const reach = reachOf(w, client.keeper_id);
  const id = wish.id ?? w.newId();
  const kept = insertOrder(w, {
    id,
    keeperId: client.keeper_id,
    clientId: client.id,
    channel: wish.channel ?? 'phone',
    takenBy: w.actor.employeeId,
    actingFor: reach.kind === 'substituted' ? reach.of : null,
    wantedOn: wish.wantedOn ?? null,
    priceColumnId: column.id,
    paymentDays: terms.paymentDays,
    note: wish.note ?? '',
    clientReference: wish.clientReference ?? '',
    total,
    lineCount: lines.length,
    contentHash: contentHash({ clientId: client.id, priceColumnId: column.id, lines }),
    copiedFrom: wish.copiedFrom ?? null,
  });
  await Promise.all([kept, insertLines(w, id, client.keeper_id, lines)]);
  return { id, revision: 1, total, state: 'draft', prices: lines.map(pricesOf) };
}

/**
 * Changes a draft. Prices follow the price list of today except where one was typed. Whatever was allowed for the former
 * content is void.
 * @throws Refused `orders.unknown-order`, 412, `orders.untimely`, and as `draftOrder`.
 */
export async function changeDraft(w: Work, id: string, wish: OrderWish): Promise<SavedOrder> {
  const order = await orderForAct(w, id, 'change');
  expectRevision(w, order);
  futureOnly(w, wish.wantedOn);
  const before = await linesOf(w, id);
  const priceColumnId = wish.priceColumnId ?? order.price_column_id;
  const { lines, total } = await priceLines(
    w,
    discounted(wish.lines ?? before.map(wishOf), wish.discountBp),
    priceColumnId,
  );
  const hash = contentHash({ clientId: order.client_id, priceColumnId, lines });
  await replaceLines(w, order, before, lines);
  if (order.asked_revision !== null) await makeVoid(w, id, hash);
  const revision = await changeOrder(w, id, {
    channel: wish.channel ?? order.channel,
    wanted_on: wish.wantedOn === undefined ? order.wanted_on : wish.wantedOn,
    price_column_id: priceColumnId,
    note: wish.note ?? order.note,
    client_reference: wish.clientReference ?? order.client_reference,
    total,
    line_count: lines.length,
    content_hash: hash,
    // What a person changed is no longer history: the end of an import must not ship it past a decision.
    import_id: null,
    shipped_on: null,
    // Nor is it any more what sales support typed: it goes to them like any other order.
    handed_at: null,
    ...notTyped,
  });
  return { id, revision, total, state: 'draft', prices: lines.map(pricesOf) };
}

/**
 * Copies an order, whatever became of it, into a new draft at today's prices. Nothing that was allowed comes along; what
 * is no longer sold stays behind and is named.
 */
export async function copyOrder(w: Work, id: string): Promise<SavedOrder & { readonly leftOut: readonly string[] }> {
  const [order, lines] = await Promise.all([findOrder(w, id), linesOf(w, id)]);
  if (!order) return refuse('orders.unknown-order');
  const { client_id: clientId, channel, price_column_id: priceColumnId } = order;
  const prices = await pricesToday(
    w,
    lines.map((line) => line.product_id),
    priceColumnId,
  );
  const sold = new Set(
    prices.filter((price) => price.active && price.currency === w.company.currency).map((price) => price.product_id),
  );
  const kept = lines.filter((line) => sold.has(line.product_id));
  const saved = await draftOrder(w, { clientId, channel, priceColumnId, lines: kept.map(wishOf), copiedFrom: id });
  return { ...saved, leftOut: lines.filter((line) => !sold.has(line.product_id)).map((line) => line.product_id) };
}

/**
 * An order locked for an act of whoever takes orders; `locked` when the act has locked it already.
 * @throws Refused `orders.unknown-order`, `platform.not-granted`, `orders.untimely`.
 */
export async function orderForAct(
  w: Work,
  id: string,
  act: OrderAct,
  permit = 'orders.take',
  locked?: OrderRow,
): Promise<OrderRow> {
  const order = locked ?? (await lockOrder(w, id)) ?? (await findOrder(w, id)) ?? refuse('orders.unknown-order');
  await requirePermit(w, permit, { keeperId: order.keeper_id });
  const answer = timely(order.state, act);
  if (answer !== true) throw new Refused([answer], { current: { state: order.state, revision: order.revision } });
  return order;
}

async function makeVoid(w: Work, id: string, hash: string): Promise<void> {
  await voidAuthorizations(w, id, hash);
  await outdateRequests(w, id, hash);
}

function pricesOf(line: LineRow): SavedOrder['prices'][number] {
  return {
    productId: line.product_id,
    columnPrice: line.column_price,
    unitPrice: line.unit_price,
    priceByHand: line.price_by_hand,
  };
}

function discounted(lines: readonly WishedLine[], discountBp: number | undefined): readonly WishedLine[] {
  return discountBp === undefined ? lines : lines.map((line) => ({ ...line, discountBp }));
}

function futureOnly(w: Work, wantedOn: string | null | undefined): void {
  if (wantedOn && wantedOn < w.today.toString()) refuse('orders.wanted-in-past', {}, '/wantedOn');
}
