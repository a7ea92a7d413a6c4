import type { Static } from 'typebox';
import { mayI, type Work } from '#platform/work.ts';
import { authorizationsOf } from '../data/authorizations.ts';
import { orderHead, productNames } from '../data/order-card.ts';
import { enteredLinesOf, linesOf } from '../data/order-lines.ts';
import { findOrder, type OrderRow } from '../data/orders.ts';
import { shipmentsOf, shippedOf } from '../data/shipments.ts';
import { threadOf } from '../data/thread.ts';
import type { readOrder as endpoint } from '../endpoints.ts';
import { refuse } from '../refusals.ts';
import { type ComparedLine, compareEntered } from '../rules/compare-entered.ts';
import { type OrderAct, timely } from '../rules/order-lifecycle.ts';

type Reply = Static<(typeof endpoint)['reply']>;

/** An order with everything around it. @throws Refused `orders.unknown-order`. */
export async function readOrder(w: Work, id: string): Promise<Reply> {
  const order = (await findOrder(w, id)) ?? refuse('orders.unknown-order');
  const [head, taken, entered, shipped, authorizations, shipments, messages] = await Promise.all([
    orderHead(w, id),
    linesOf(w, id),
    enteredLinesOf(w, id),
    shippedOf(w, id),
    authorizationsOf(w, id),
    shipmentsOf(w, id),
    threadOf(w, id),
  ]);
  const products = await productNames(
    w,
    [...taken, ...entered].map((line) => line.product_id),
  );
  const named = (productId: string) => {
    const product = products.get(productId);
    return { productId, code: product?.code ?? '', name: product?.name ?? '' };
  };
  const person = (employeeId: string | null) =>
    employeeId ? { id: employeeId, name: head.people[employeeId] ?? '' } : null;
  const sent = new Map(shipped.map((line) => [line.position, line.quantity]));
  const differences = entered.length > 0 ? compareEntered(taken.map(compared), entered.map(compared)) : [];
  return {
    id,
    revision: order.revision,
    number: order.number,
    state: order.state,
    client: head.client,
    keeper: head.keeper,
    takenBy: head.takenBy,
    actingFor: head.actingFor,
    channel: order.channel,
    orderedOn: order.ordered_on,
    wantedOn: order.wanted_on,
    priceColumn: head.priceColumn,
    paymentDays: order.payment_days,
    currency: order.currency,
    total: order.total,
    note: order.note,
    clientReference: order.client_reference,
    sentBack: order.sent_back,
    confirmedAt: order.confirmed_at,
    handedAt: order.handed_at,
    enterBy: order.enter_by,
    enteredAt: order.entered_at,
    enteredTotal: order.entered_total,
    differs: order.differs,
    checkedAt: order.checked_at,
    shippedOn: order.shipped_on,
    cancelReason: order.cancel_reason,
    lines: taken.map((line) => ({
      ...named(line.product_id),
      unit: products.get(line.product_id)?.unit ?? '',
      position: line.position,
      quantity: line.quantity,
      listPrice: line.list_price,
      columnPrice: line.column_price,
      unitPrice: line.unit_price,
      priceByHand: line.price_by_hand,
      discountBp: line.discount_bp,
      amount: line.amount,
      shipped: sent.get(line.position) ?? 0,
    })),
    entered: entered.map((line) => ({
      ...named(line.product_id),
      position: line.position,
      quantity: line.quantity,
      unitPrice: line.unit_price,
      discountBp: line.discount_bp,
      amount: line.amount,
    })),
    differences: differences.map(({ productId, what, taken: was, entered: is }) => ({
      ...named(productId),
      what: [...what],
      taken: was && shown(was),
      entered: is && shown(is),
    })),
    authorizations: authorizations.map((each) => ({
      permit: each.permit,
      state: each.state,
      figures: { ...each.figures },
      askedBy: person(each.asked_by),
      decidedBy: person(each.decided_by),
      decidedFor: person(each.decided_for),
      requestId: each.request_id,
      current: each.content_hash === order.content_hash,
      reason: each.reason,
      at: each.at,
    })),
    shipments: shipments.map(({ id: shipmentId, shipped_on, amount, reference }) => ({
      id: shipmentId,
      shippedOn: shipped_on,
      amount,
      reference,
    })),
    messages,
    can: canOf(w, order),
  };
}

function canOf(w: Work, order: OrderRow): Reply['can'] {
  const facts = { keeperId: order.keeper_id };
  const takes = mayI(w, 'orders.take', facts).kind === 'allowed';
  const enters = mayI(w, 'orders.enter', facts).kind === 'allowed';
  const when = (granted: boolean, act: OrderAct, further: string | false = false): boolean | string[] => {
    if (!granted) return false;
    const answer = timely(order.state, act);
    if (answer !== true) return [answer.code];
    return further ? [further] : true;
  };
  return {
    change: when(takes, 'change'),
    confirm: when(takes, 'ask', order.line_count === 0 && 'orders.no-lines'),
    handOver: when(takes, 'hand-over'),
    type: when(enters, 'type'),
    takeBack: when(takes, 'take-back'),
    cancel: when(takes, 'cancel'),
    copy: takes,
    enter: when(enters, 'enter'),
    askBack: when(enters, 'ask-back'),
    answer: when(takes, 'answer'),
    check: when(takes, 'check', (!order.entered_at || order.checked_at !== null) && 'orders.nothing-to-check'),
    ship: when(enters, 'ship', order.differs && order.checked_at === null && 'orders.differences-open'),
    print: order.number !== null && order.state !== 'cancelled' ? true : ['orders.not-confirmed'],
    note: takes || enters,
  };
}

function compared(line: {
  position: number;
  product_id: string;
  quantity: number;
  unit_price: number;
  discount_bp: number;
}): ComparedLine {
  return {
    position: line.position,
    productId: line.product_id,
    quantity: line.quantity,
    unitPrice: line.unit_price,
    discountBp: line.discount_bp,
  };
}

function shown({ position, quantity, unitPrice, discountBp }: ComparedLine) {
  return { position, quantity, unitPrice, discountBp };
}
