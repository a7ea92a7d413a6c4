import { type Refusal, Refused } from '#kernel/refusal.ts';
import type { BulkSource } from '#platform/lists/answer-bulk.ts';
import { mayI, type Work } from '#platform/work.ts';
import { authorizationsOf } from '../data/authorizations.ts';
import { linesOf } from '../data/order-lines.ts';
import { findOrder } from '../data/orders.ts';
import type { bulkColumn, bulkConfirm, bulkDiscount } from '../endpoints.ts';
import { timely } from '../rules/order-lifecycle.ts';
import { confirmOrder } from './confirm-order.ts';
import { changeDraft } from './draft-order.ts';
import { contentHash, judgeOrder } from './judge-order.ts';
import { beyondRefused } from './refuse-beyond.ts';
import { beyond, weighNeeds } from './weigh-needs.ts';

type Refusals = Map<string, Refusal>;

/** Bulk acts change orders one by one through the same actions as the form: nothing is judged less for being many. */
export const bulkDiscountSource: BulkSource<typeof bulkDiscount> = {
  preview: (w, ids) => refusalsOf(w, ids, draftOnly),
  run: (w, ids, { discountBp }) => inTurn(ids, (id) => changeDraft(unseen(w), id, { discountBp })),
};

export const bulkColumnSource: BulkSource<typeof bulkColumn> = {
  preview: (w, ids) => refusalsOf(w, ids, draftOnly),
  run: (w, ids, { priceColumnId }) => inTurn(ids, (id) => changeDraft(unseen(w), id, { priceColumnId })),
};

export const bulkConfirmSource: BulkSource<typeof bulkConfirm> = {
  preview: (w, ids) => refusalsOf(w, ids, confirmable),
  run: (w, ids) => inTurn(ids, (id) => confirmOrder(unseen(w), id, undefined)),
};

async function draftOnly(w: Work, id: string): Promise<Refusal | null> {
  const order = await findOrder(w, id);
  if (!order) return { code: 'orders.unknown-order', status: 404 };
  const decision = mayI(w, 'orders.take', { keeperId: order.keeper_id });
  if (decision.kind !== 'allowed')
    return { code: 'platform.not-granted', status: 403, params: { permit: 'orders.take' } };
  const answer = timely(order.state, 'change');
  return answer === true ? null : answer;
}

async function confirmable(w: Work, id: string): Promise<Refusal | null> {
  const before = await draftOnly(w, id);
  if (before) return before;
  const [order, lines, given] = await Promise.all([findOrder(w, id), linesOf(w, id), authorizationsOf(w, id)]);
  if (!order) return { code: 'orders.unknown-order', status: 404 };
  if (lines.length === 0) return { code: 'orders.no-lines', status: 422 };
  const content = { clientId: order.client_id, priceColumnId: order.price_column_id, lines };
  const { needs } = await judgeOrder(w, { id, total: order.total, ...content }, { lock: false });
  const weighed = weighNeeds(w, order.keeper_id, needs, given, contentHash(content));
  if (beyond(weighed).length === 0) return null;
  return (await beyondRefused(w, weighed)).reasons[0] ?? null;
}

async function refusalsOf(
  w: Work,
  ids: readonly string[],
  judge: (w: Work, id: string) => Promise<Refusal | null>,
): Promise<Refusals> {
  const refusals: Refusals = new Map();
  await inTurn(ids, async (id) => {
    const found = await judge(w, id).catch(refusedWith);
    if (found) refusals.set(id, found);
  });
  return refusals;
}

async function inTurn(ids: readonly string[], act: (id: string) => Promise<unknown>): Promise<void> {
  for (const id of ids) await act(id);
}

/** A bulk act saw no revision of any single order. */
function unseen(w: Work): Work {
  return { ...w, seenRevision: undefined };
}

function refusedWith(error: unknown): Refusal {
  const [reason] = error instanceof Refused ? error.reasons : [];
  if (!reason) throw error;
  return reason;
}
