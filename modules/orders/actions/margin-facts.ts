import { costsOn } from '#modules/catalog/contract.ts';
import type { AskedRequest } from '#modules/mandates/contract.ts';
import { mayI, type Work } from '#platform/work.ts';
import { linesOf } from '../data/order-lines.ts';
import { findOrder } from '../data/orders.ts';
import { costOf, marginOf } from '../rules/margin.ts';

/**
 * What an order's request does to the margin, for a reader who may see costs: before the discounts asked for and after them,
 * by the costs of the day of asking. Where a cost is missing, for how many lines. Nothing once the order says something else.
 */
export async function marginFacts(w: Work, request: AskedRequest): Promise<Record<string, unknown>> {
  if (request.subjectKind !== 'order' || mayI(w, 'catalog.cost').kind !== 'allowed') return {};
  const order = await findOrder(w, request.subjectId);
  if (order?.content_hash !== request.contentHash) return {};
  const lines = await linesOf(w, order.id);
  const products = lines.map((line) => line.product_id);
  const costs = await costsOn(w, products, order.ordered_on);
  const known = costOf(lines.map((line) => ({ quantity: line.quantity, cost: costs.get(line.product_id) ?? null })));
  if ('unknown' in known) return { linesWithoutCost: known.unknown };
  const givenAway = typeof request.facts.givenAway === 'number' ? request.facts.givenAway : 0;
  const [before, after] = [marginOf(order.total + givenAway, known.cost), marginOf(order.total, known.cost)];
  return {
    marginBefore: before.amount,
    ...(before.rate !== null && { marginBeforeRate: before.rate }),
    marginAfter: after.amount,
    ...(after.rate !== null && { marginAfterRate: after.rate }),
  };
}
