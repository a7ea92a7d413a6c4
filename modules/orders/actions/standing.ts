import type { Static } from 'typebox';
import { mayI, type Work } from '#platform/work.ts';
import { openOrders, pricesToday } from '../data/facts.ts';
import { purchasesOf, usualOrder } from '../data/history.ts';
import { productNames } from '../data/order-card.ts';
import type { orderStanding as endpoint } from '../endpoints-client.ts';
import { type CreditFacts, judgeCredit } from '../rules/judge-credit.ts';
import { proposeOrder } from '../rules/propose-order.ts';
import { creditFacts } from '../slots.ts';
import { type Standing, standingOf } from './judge-order.ts';
import { columnShown, creditShown, epochDay } from './shown.ts';

type Reply = Static<(typeof endpoint)['reply']>;

/** How a client stands before anything is ordered: columns, terms, exposure, and what it is likely to want. */
export async function clientStanding(w: Work, clientId: string): Promise<Reply> {
  const [standing, debt, open, purchases, usual] = await Promise.all([
    standingOf(w, clientId),
    w.registry.answer(creditFacts)(w, clientId),
    openOrders(w, clientId, null),
    purchasesOf(w, clientId),
    usualOrder(w, clientId),
  ]);
  const { client, terms } = standing;
  const { averageDelayDays, ...owed } = debt;
  const facts: CreditFacts = {
    limit: terms.creditLimit,
    toleranceDays: terms.overdueToleranceDays,
    ...owed,
    openOrders: open,
    incoming: 0,
  };
  const keeper = { keeperId: client.keeper_id };
  return {
    client: { id: client.id, code: client.code, name: client.name, class: client.class },
    standing: standingShown(w, standing),
    credit: creditShown(facts, judgeCredit(facts), averageDelayDays ?? null),
    proposal: await proposal(w, purchases, standing.entitled.id),
    usual,
    can: {
      take: mayI(w, 'orders.take', keeper).kind === 'allowed',
      editTerms: mayI(w, 'orders.edit-terms', keeper).kind === 'allowed',
    },
  };
}

async function proposal(
  w: Work,
  purchases: Awaited<ReturnType<typeof purchasesOf>>,
  columnId: string,
): Promise<Reply['proposal']> {
  const lines = proposeOrder(purchases, epochDay(w.today), 60);
  const ids = lines.map((line) => line.productId);
  const [products, prices] = await Promise.all([productNames(w, ids), pricesToday(w, ids, columnId)]);
  const sold = new Map(prices.filter((price) => price.active).map((price) => [price.product_id, price.unit_price]));
  return lines.flatMap((line) => {
    const product = products.get(line.productId);
    const unitPrice = sold.get(line.productId);
    if (!product || unitPrice === undefined) return [];
    const { code, name, unit } = product;
    return [
      {
        productId: line.productId,
        code,
        name,
        unit,
        quantity: line.quantity,
        unitPrice,
        times: line.times,
        reason: { ...line.reason },
      },
    ];
  });
}

function standingShown(w: Work, { client, columns, earned, entitled, terms }: Standing): Reply['standing'] {
  const agreed = columns.find((column) => column.id === client.terms_column);
  return {
    columns: columns.map(columnShown),
    entitled: columnShown(entitled),
    agreed: agreed ? columnShown(agreed) : null,
    earned: { number: earned.column.number, reasons: earned.reasons.map((reason) => ({ ...reason })) },
    terms: { ...terms, revision: client.terms_revision },
    rights: {
      column: ownLimit(w, 'orders.price-column', 'column', client.keeper_id, 1000),
      discount: ownLimit(w, 'orders.discount', 'percent', client.keeper_id, 10_000),
    },
  };
}

/** How far one's own right goes for the keeper's clients; `most` where it has no limit, null without any. */
function ownLimit(w: Work, permit: string, dimension: string, keeperId: string, most: number): number | null {
  const decision = mayI(w, permit, { keeperId, figures: { [dimension]: most } });
  if (decision.kind === 'allowed') return most;
  return decision.excess.find((over) => over.dimension === dimension)?.limit ?? null;
}
