import { notify } from '#modules/mandates/contract.ts';
import { readSetting } from '#modules/organization/contract.ts';
import { announce, expectRevision, type Work } from '#platform/work.ts';
import { orderHead } from '../data/order-card.ts';
import { linesOf, replaceLines } from '../data/order-lines.ts';
import { changeOrder, notTyped, type OrderRow } from '../data/orders.ts';
import { insertMessage } from '../data/thread.ts';
import { refuse } from '../refusals.ts';
import { orderForAct } from './draft-order.ts';
import { contentHash } from './judge-order.ts';
import { priceLines, type WishedLine } from './price-lines.ts';

type Captured = { readonly id: string; readonly revision: number; readonly state: OrderRow['state'] };

/**
 * Hands a draft that is a note, a photo, what was said or a file to sales support, who type its lines by the deadline of
 * entering. Nothing is promised to the client by it: no number, no exposure.
 * @throws Refused `orders.nothing-captured` without a note or a file, `orders.untimely`, 412.
 */
export async function handOver(w: Work, id: string): Promise<Captured> {
  const order = await orderForAct(w, id, 'hand-over');
  expectRevision(w, order);
  const hours = await readSetting<number>(w, 'orders.entry-hours');
  const revision = await changeOrder(w, id, {
    state: 'captured',
    ordered_on: w.today.toString(),
    handed_at: w.now.toString(),
    enter_by: w.now.add({ hours }).toString(),
    sent_back: '',
    ...notTyped,
  });
  await announce(w, 'orders.handed-over', { orderId: id, clientId: order.client_id, keeperId: order.keeper_id });
  return { id, revision, state: 'captured' };
}

/**
 * Keeps the lines that sales support typed for a captured order, at today's prices of its column unless others stand in what
 * was captured. Nothing is decided by it: prices, discounts and credit are judged when the manager confirms what was typed.
 * @throws Refused `orders.no-lines`, `orders.untimely`, 412, and as `priceLines`.
 */
export async function typeLines(w: Work, id: string, wished: readonly WishedLine[]): Promise<Captured> {
  const order = await orderForAct(w, id, 'type', 'orders.enter');
  expectRevision(w, order);
  if (wished.length === 0) refuse('orders.no-lines', {}, '/lines');
  const { price_column_id: priceColumnId, client_id: clientId } = order;
  const [before, { lines, total }] = await Promise.all([linesOf(w, id), priceLines(w, wished, priceColumnId)]);
  await replaceLines(w, order, before, lines);
  const revision = await changeOrder(w, id, {
    state: 'typed',
    total,
    line_count: lines.length,
    content_hash: contentHash({ clientId, priceColumnId, lines }),
    entered_at: w.now.toString(),
    entered_by: w.actor.employeeId,
    entered_total: total,
  });
  const { client } = await orderHead(w, id);
  await notify(w, order.keeper_id, 'orders.typed', { client: client.name }, `/orders/${id}`);
  await announce(w, 'orders.typed', { orderId: id, clientId, keeperId: order.keeper_id });
  return { id, revision, state: 'typed' };
}

/** The manager finds that what was typed is not what was taken: it returns to sales support, with the reason in the thread. */
export async function returnTyped(w: Work, order: OrderRow, text: string): Promise<Captured & { differs: boolean }> {
  await insertMessage(w, order, 'note', text);
  const revision = await changeOrder(w, order.id, {
    state: 'captured',
    enter_by: w.now.add({ hours: 1 }).toString(),
    ...notTyped,
  });
  const { client } = await orderHead(w, order.id);
  const params = { number: 'none', client: client.name, text: text.slice(0, 200) };
  if (order.entered_by) await notify(w, order.entered_by, 'orders.rejected', params, `/orders/queue?order=${order.id}`);
  return { id: order.id, revision, state: 'captured', differs: false };
}
