import type { Static } from 'typebox';
import type { Work } from '#platform/work.ts';
import { authorizationsOf } from '../data/authorizations.ts';
import { purchasesOf, usualOrder } from '../data/history.ts';
import { linesOf } from '../data/order-lines.ts';
import { findOrder } from '../data/orders.ts';
import { employeeNames } from '../data/people.ts';
import type { previewOrder as endpoint } from '../endpoints.ts';
import { refuse } from '../refusals.ts';
import { referencePrice } from '../rules/needs.ts';
import { effectiveDiscount } from '../rules/order-totals.ts';
import { proposeOrder, timesUsual } from '../rules/propose-order.ts';
import { shownFor } from './ask-superiors.ts';
import { contentHash, judgeOrder } from './judge-order.ts';
import { columnShown, creditShown, epochDay } from './shown.ts';
import { type WeighedNeed, weighNeeds } from './weigh-needs.ts';

type Reply = Static<(typeof endpoint)['reply']>;

/**
 * What confirming the order now would meet, decided by the very code that confirms. Shown to whoever sees the order: a
 * limit is never hidden from the person whom it binds.
 */
export async function previewOrder(w: Work, id: string): Promise<Reply> {
  const order = (await findOrder(w, id)) ?? refuse('orders.unknown-order');
  const [lines, given, purchases, usual] = await Promise.all([
    linesOf(w, id),
    authorizationsOf(w, id),
    purchasesOf(w, order.client_id),
    usualOrder(w, order.client_id),
  ]);
  const judged = { id, clientId: order.client_id, priceColumnId: order.price_column_id, total: order.total, lines };
  const judgement = await judgeOrder(w, judged, { lock: false });
  const hash = contentHash({ clientId: order.client_id, priceColumnId: order.price_column_id, lines });
  const weighed = weighNeeds(w, order.keeper_id, judgement.needs, given, hash);
  const names = await employeeNames(
    w,
    weighed.flatMap((each) => (each.by === 'superior' ? [each.ask] : [])),
  );
  const proposed = new Map(proposeOrder(purchases, epochDay(w.today), 10_000).map((line) => [line.productId, line]));
  const products = new Map(lines.map((line) => [line.position, line]));
  return {
    revision: order.revision,
    credit: creditShown(judgement.facts, judgement.credit, judgement.averageDelayDays),
    column: columnShown(judgement.column),
    entitled: columnShown(judgement.standing.entitled),
    needs: weighed.map((each) => needShown(each, names)),
    lines: judgement.lines.map((line) => {
      const taken = products.get(line.position);
      const times = taken ? timesUsual(taken.quantity, proposed.get(taken.product_id)) : null;
      return {
        position: line.position,
        effectiveDiscountBp: effectiveDiscount(line, referencePrice(line)),
        timesUsual: times,
      };
    }),
    givenAway: Number(shownFor(order, lines, judgement).givenAway),
    usual,
  };
}

function needShown(each: WeighedNeed, names: ReadonlyMap<string, string>): Reply['needs'][number] {
  const limits = 'excess' in each ? Object.fromEntries(each.excess.map((over) => [over.dimension, over.limit])) : {};
  return {
    permit: each.need.permit,
    figures: { ...each.need.figures },
    limits,
    by: each.by,
    ask: each.by === 'superior' ? { id: each.ask, name: names.get(each.ask) ?? '' } : null,
    ...(each.need.permit === 'orders.discount' && { position: each.need.position }),
  };
}
