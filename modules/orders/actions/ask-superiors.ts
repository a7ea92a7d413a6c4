import { openRequest } from '#modules/mandates/contract.ts';
import type { Work } from '#platform/work.ts';
import type { NewAuthorization } from '../data/authorizations.ts';
import type { LineRow } from '../data/order-lines.ts';
import type { OrderRow } from '../data/orders.ts';
import { referencePrice } from '../rules/needs.ts';
import { givenAway } from '../rules/order-totals.ts';
import type { Judgement } from './judge-order.ts';
import { asAsker, type WeighedNeed } from './weigh-needs.ts';

/** Opens one request for every need that lies beyond the actor's right. The order waits until all are granted. */
export async function askSuperiors(
  w: Work,
  asked: {
    order: OrderRow;
    lines: readonly LineRow[];
    hash: string;
    reason: string;
    judgement: Judgement;
    open: readonly WeighedNeed[];
  },
): Promise<NewAuthorization[]> {
  const { order, judgement, hash, reason } = asked;
  const authorizations: NewAuthorization[] = [];
  for (const { need } of asked.open) {
    const { id } = await openRequest(asAsker(w, [need.permit]), {
      permit: need.permit,
      subject: { kind: 'order', id: order.id, label: `${judgement.standing.client.name}, ${w.today}` },
      keeperId: order.keeper_id,
      about: { id: order.client_id, label: judgement.standing.client.name },
      figures: need.figures,
      contentHash: hash,
      reason,
      facts: shownFor(order, asked.lines, judgement),
    });
    authorizations.push({ permit: need.permit, figures: need.figures, state: 'asked', requestId: id, reason });
  }
  return authorizations;
}

/** What whoever decides sees beside the reason; amounts in minor units, the discount's whole effect included. */
export function shownFor(order: OrderRow, lines: readonly LineRow[], judgement: Judgement): Record<string, unknown> {
  const reference = new Map(judgement.lines.map((line) => [line.position, referencePrice(line)]));
  const priced = lines.map((line) => ({
    quantity: line.quantity,
    unitPrice: line.unit_price,
    discountBp: line.discount_bp,
    reference: reference.get(line.position) ?? line.column_price,
  }));
  return {
    client: judgement.standing.client.name,
    class: judgement.standing.client.class,
    total: order.total,
    lines: lines.length,
    givenAway: givenAway(priced),
    column: judgement.column.number,
    entitledColumn: judgement.standing.entitled.number,
    sales12m: judgement.standing.client.sales_12m,
    exposure: judgement.credit.exposure,
    creditLimit: judgement.facts.limit,
    overdue: judgement.facts.overdue,
    oldestOverdueDays: judgement.facts.oldestOverdueDays,
    brokenPromises: judgement.facts.brokenPromises,
    ...(judgement.averageDelayDays !== null && { averageDelayDays: judgement.averageDelayDays }),
  };
}
