import { notify } from '#modules/mandates/contract.ts';
import { readSetting } from '#modules/organization/contract.ts';
import { announce, expectRevision, mayI, notAllowed, type Work } from '#platform/work.ts';
import { orderHead } from '../data/order-card.ts';
import { changeOrder, findOrder, type OrderRow } from '../data/orders.ts';
import { insertMessage, threadOf } from '../data/thread.ts';
import { refuse } from '../refusals.ts';
import { orderForAct } from './draft-order.ts';

type Talked = { readonly id: string; readonly revision: number };

/** Sales support asks whoever took the order; it leaves the queue until answered. */
export async function askBack(w: Work, id: string, text: string): Promise<Talked> {
  const order = await orderForAct(w, id, 'ask-back', 'orders.enter');
  expectRevision(w, order);
  await insertMessage(w, order, 'question', text);
  const revision = await changeOrder(w, id, { state: 'asked-back' });
  const params = await spokenOf(w, order, text);
  await notify(w, order.keeper_id, 'orders.asked-back', params, `/orders/${id}`);
  await announce(w, 'orders.asked-back', {
    orderId: id,
    number: order.number,
    keeperId: order.keeper_id,
    takenBy: order.taken_by,
  });
  return { id, revision };
}

/** Answers a question of sales support: the order is in the queue again, with a new deadline. */
export async function answerQuestion(w: Work, id: string, text: string): Promise<Talked> {
  const order = await orderForAct(w, id, 'answer');
  expectRevision(w, order);
  await insertMessage(w, order, 'answer', text);
  const hours = await readSetting<number>(w, 'orders.entry-hours');
  const state = order.number === null ? 'captured' : 'confirmed';
  const revision = await changeOrder(w, id, { state, enter_by: w.now.add({ hours }).toString() });
  const asker = (await threadOf(w, id)).findLast((message) => message.kind === 'question')?.authorId;
  const params = await spokenOf(w, order, text);
  if (asker) await notify(w, asker, 'orders.answered', params, `/orders/queue?order=${id}`);
  return { id, revision };
}

/** How a notification speaks of an order: by its number, or before it has one by its client. */
async function spokenOf(w: Work, order: OrderRow, text: string) {
  const { client } = await orderHead(w, order.id);
  return { number: order.number ?? 'none', client: client.name, text: text.slice(0, 200) };
}

/** Adds a note to the thread, for whoever works on the order. */
export async function addNote(w: Work, id: string, text: string): Promise<Talked> {
  const order = (await findOrder(w, id)) ?? refuse('orders.unknown-order');
  const facts = { keeperId: order.keeper_id };
  const taking = mayI(w, 'orders.take', facts);
  if (taking.kind !== 'allowed' && mayI(w, 'orders.enter', facts).kind !== 'allowed')
    throw notAllowed('orders.take', taking);
  await insertMessage(w, order, 'note', text);
  return { id, revision: order.revision };
}
