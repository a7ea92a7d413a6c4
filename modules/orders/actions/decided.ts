import { notify, withdrawRequests } from '#modules/mandates/contract.ts';
import type { DecidedRequest } from '#platform/declare/module.ts';
import { announce, mayI, type Work } from '#platform/work.ts';
import {
  authorizationsOf,
  decideAuthorization,
  keepAuthorizations,
  voidAuthorizations,
} from '../data/authorizations.ts';
import { linesOf } from '../data/order-lines.ts';
import { changeOrder, lockOrder, type OrderRow } from '../data/orders.ts';
import { completeOrder } from './confirm-order.ts';
import { contentHash, judgeOrder } from './judge-order.ts';
import { isCovered } from './weigh-needs.ts';

/**
 * What a decision does to the order that waits for it, in the decision's own transaction: refused, it returns to draft
 * with the reason; granted, it goes on by itself once nothing else is open, judged anew by the facts of this moment.
 */
export async function orderDecided(w: Work, request: DecidedRequest): Promise<void> {
  const order = await lockOrder(w, request.subjectId);
  if (order?.state !== 'waiting' || order.content_hash !== request.contentHash) return;
  if (!(await decideAuthorization(w, request.id, request))) return;
  if (!request.granted) return sendBack(w, order, request.reason, 'refused');

  const authorizations = await authorizationsOf(w, order.id);
  if (authorizations.some((each) => each.state === 'asked')) return;
  const lines = await linesOf(w, order.id);
  const hash = contentHash({ clientId: order.client_id, priceColumnId: order.price_column_id, lines });
  const judged = {
    id: order.id,
    clientId: order.client_id,
    priceColumnId: order.price_column_id,
    total: order.total,
    lines,
  };
  const judgement = await judgeOrder(w, judged, { lock: true });
  const uncovered = judgement.needs.filter((need) => !isCovered(need, authorizations, hash));
  const mine = uncovered.filter(
    (need) => mayI(w, need.permit, { keeperId: order.keeper_id, figures: need.figures }).kind === 'allowed',
  );
  if (mine.length < uncovered.length) return sendBack(w, order, '', 'facts-changed');
  await keepAuthorizations(
    w,
    { ...order, content_hash: hash },
    mine.map((need) => ({ permit: need.permit, figures: need.figures, state: 'granted', reason: request.reason })),
  );
  await completeOrder(w, order, judgement, { hash, confirmedBy: request.askedBy, askedRevision: order.asked_revision });
}

async function sendBack(w: Work, order: OrderRow, reason: string, why: 'refused' | 'facts-changed'): Promise<void> {
  await withdrawRequests(w, order.id);
  if (why === 'refused') await voidAuthorizations(w, order.id, order.content_hash);
  await changeOrder(w, order.id, { state: 'draft', sent_back: reason || why });
  if (why === 'facts-changed' && order.taken_by) {
    await notify(w, order.taken_by, 'orders.facts-changed', { total: order.total }, `/orders/${order.id}`);
  }
  await announce(w, 'orders.sent-back', {
    orderId: order.id,
    clientId: order.client_id,
    takenBy: order.taken_by,
    why,
    reason,
  });
}
