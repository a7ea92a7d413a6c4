import { thousandths } from '#kernel/money.ts';
import { divideRounded, toSafeInteger } from '#kernel/rounding.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';
import { lockOrder } from '../data/orders.ts';
import { insertReturn, type ReturnedRow, returnedOf } from '../data/returns.ts';
import { type ShippedRow, shippedOf } from '../data/shipments.ts';
import { tellSales } from '../data/told.ts';
import { refuse } from '../refusals.ts';

export type ReturnWish = {
  readonly kind: 'return' | 'refusal';
  readonly returnedOn?: string | undefined;
  readonly cause: string;
  readonly note?: string | undefined;
  readonly lines: readonly { readonly position: number; readonly quantity: number }[];
};

/**
 * Registers goods of an order that came back, or were refused at delivery, at the price that they were shipped for.
 * @throws Refused `orders.unknown-order`, `orders.more-than-shipped`, `orders.returned-in-future`.
 */
export async function registerReturn(
  w: Work,
  orderId: string,
  wish: ReturnWish,
): Promise<{ id: string; amount: number }> {
  const order = (await lockOrder(w, orderId)) ?? refuse('orders.unknown-order');
  await requirePermit(w, 'orders.enter', { keeperId: order.keeper_id });
  const returnedOn = wish.returnedOn ?? w.today.toString();
  if (returnedOn > w.today.toString()) refuse('orders.returned-in-future', {}, '/returnedOn');
  const [shipped, before] = await Promise.all([shippedOf(w, orderId), returnedOf(w, orderId)]);
  const lines = wish.lines.map((line, index) => returned(line, index, shipped, before));
  const amount = lines.reduce((so, line) => so + line.amount, 0);
  const id = w.newId();
  const { kind, cause, note = '' } = wish;
  await insertReturn(w, order, { id, kind, returnedOn, cause, note, amount, lines });
  await tellSales(w, order.client_id);
  await announce(w, 'orders.returned', {
    returnId: id,
    orderId,
    clientId: order.client_id,
    amount,
    currency: order.currency,
    returnedOn,
  });
  return { id, amount };
}

/** A line's amount is its share of what was shipped; the last piece takes what is left, so that nothing is lost. */
function returned(
  wish: { position: number; quantity: number },
  index: number,
  shipped: readonly ShippedRow[],
  before: readonly ReturnedRow[],
): ReturnedRow {
  const sent = shipped.find((line) => line.position === wish.position);
  const back = before.find((line) => line.position === wish.position) ?? { quantity: 0, amount: 0 };
  const all = sent ? thousandths(sent.quantity) : 0;
  const sum = thousandths(back.quantity) + thousandths(wish.quantity);
  if (!sent || sum > all)
    return refuse('orders.more-than-shipped', { line: wish.position }, `/lines/${index}/quantity`);
  const whole = toSafeInteger(divideRounded(BigInt(sent.amount) * BigInt(sum), BigInt(all), 'half-up'));
  return { position: wish.position, product_id: sent.product_id, quantity: wish.quantity, amount: whole - back.amount };
}
