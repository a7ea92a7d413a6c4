import { announce, expectRevision, type Work } from '#platform/work.ts';
import { bookedLinesOf, type EnteredRow } from '../data/order-lines.ts';
import { changeOrder, type OrderRow } from '../data/orders.ts';
import { insertShipment, type ShippedRow, shippedOf } from '../data/shipments.ts';
import { tellSales } from '../data/told.ts';
import { refuse } from '../refusals.ts';
import { amountOf } from '../rules/order-totals.ts';
import { orderForAct } from './draft-order.ts';

export type ShipmentWish = {
  readonly shippedOn?: string | undefined;
  readonly reference?: string | undefined;
  /** By position of what was entered; all that is left without it. */
  readonly lines?: readonly { readonly position: number; readonly quantity: number }[] | undefined;
  /** Nothing more will follow, whatever is left. */
  readonly last?: boolean | undefined;
};
export type Shipped = {
  readonly id: string;
  readonly shipmentId: string;
  readonly revision: number;
  readonly state: OrderRow['state'];
  readonly amount: number;
};

/**
 * Ships an entered order, whole or in parts. The amounts of parts sum to the amount of the line exactly.
 * @throws Refused `orders.differences-open`, `orders.more-than-entered`, `orders.nothing-to-ship`, `orders.untimely`, 412.
 */
export async function shipOrder(w: Work, id: string, wish: ShipmentWish): Promise<Shipped> {
  const order = await orderForAct(w, id, 'ship', 'orders.enter');
  expectRevision(w, order);
  if (order.differs && !order.checked_at) refuse('orders.differences-open');
  const shippedOn = wish.shippedOn ?? w.today.toString();
  if (shippedOn > w.today.toString()) refuse('orders.shipped-in-future', {}, '/shippedOn');

  const [entered, before] = await Promise.all([bookedLinesOf(w, id), shippedOf(w, id)]);
  const lines = linesToShip(entered, before, wish.lines);
  if (lines.length === 0) refuse('orders.nothing-to-ship');
  const amount = lines.reduce((so, line) => so + line.amount, 0);
  const shipmentId = w.newId();
  await insertShipment(w, order, { id: shipmentId, shippedOn, reference: wish.reference ?? '', amount, lines });

  const last = wish.last === true || isAll(entered, [...before, ...lines]);
  const shippedTotal = amount + before.reduce((so, line) => so + line.amount, 0);
  const short = last ? (order.entered_total ?? order.total) - shippedTotal : 0;
  const revision = await changeOrder(w, id, {
    ...(last && { state: 'shipped' as const }),
    shipped_on: shippedOn,
    uninvoiced: Math.max(0, order.uninvoiced - short),
  });
  await tellSales(w, order.client_id);
  await announce(w, 'orders.shipped', {
    orderId: id,
    shipmentId,
    number: order.number,
    clientId: order.client_id,
    keeperId: order.keeper_id,
    amount,
    currency: order.currency,
    shippedOn,
    paymentDays: order.payment_days,
    last,
  });
  return { id, shipmentId, revision, state: last ? 'shipped' : order.state, amount };
}

function linesToShip(
  entered: readonly EnteredRow[],
  before: readonly ShippedRow[],
  wished: ShipmentWish['lines'],
): ShippedRow[] {
  const done = new Map(before.map((line) => [line.position, line]));
  const wish = wished && new Map(wished.map((line) => [line.position, line.quantity]));
  for (const [index, line] of (wished ?? []).entries()) {
    if (!entered.some((each) => each.position === line.position))
      refuse('orders.more-than-entered', { line: line.position }, `/lines/${index}`);
  }
  return entered.flatMap((line): ShippedRow[] => {
    const shipped = done.get(line.position) ?? { quantity: 0, amount: 0 };
    const left = rounded(line.quantity - shipped.quantity);
    const quantity = wish ? (wish.get(line.position) ?? 0) : left;
    if (quantity > left) refuse('orders.more-than-entered', { line: line.position, left });
    if (quantity <= 0) return [];
    const whole = amountOf({
      quantity: rounded(shipped.quantity + quantity),
      unitPrice: line.unit_price,
      discountBp: line.discount_bp,
    });
    return [{ position: line.position, product_id: line.product_id, quantity, amount: whole - shipped.amount }];
  });
}

function isAll(entered: readonly EnteredRow[], shipped: readonly ShippedRow[]): boolean {
  return entered.every((line) => {
    const sent = shipped.filter((each) => each.position === line.position).reduce((so, each) => so + each.quantity, 0);
    return rounded(line.quantity - sent) <= 0;
  });
}

/** Quantities have three decimals; binary fractions leave noise. */
function rounded(quantity: number): number {
  return Math.round(quantity * 1000) / 1000;
}
