import type { Period } from '#kernel/period.ts';
import { weekProposals } from '#modules/activities/contract.ts';
import {
  type ClientFigure,
  clientFigures,
  clientTrends,
  openMatters,
  pricesPaid,
  salesHistory,
} from '#modules/clients/contract.ts';
import { readerFacts } from '#modules/mandates/contract.ts';
import type { Fill } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';
import { marginFacts } from './actions/margin-facts.ts';
import { trendsOf } from './actions/read-trends.ts';
import { clientTotals, openWith, salesByMonth, salesByProduct } from './data/client-panel.ts';
import { graceOf, lapsedOf } from './data/rhythms.ts';
import { pricesPaidFor } from './data/trends.ts';
import { usualGrace, usualReaction } from './duties/lapsing.ts';
import { lapseWeight } from './rules/judge-lapse.ts';

const mostProposed = 100;

async function figures(w: Work, clientId: string): Promise<ClientFigure[]> {
  if (w.actor.employeeId !== null && !w.authority.permits.has('orders.read')) return [];
  const { sales12m, openOrders, openCount, lastOn } = await clientTotals(w, clientId);
  const href = `/clients/${clientId}?tab=orders`;
  const open = `/orders?client=${clientId}&state=confirmed,asked-back,entered`;
  return [
    { key: 'sales-12m', kind: 'amount', value: sales12m, tone: 'neutral', href },
    { key: 'open-orders', kind: 'amount', value: openOrders, tone: 'neutral', href: openCount > 0 ? open : null },
    { key: 'last-order', kind: 'day', value: lastOn, tone: 'neutral', href },
  ];
}

async function history(w: Work, clientId: string, from: string) {
  const [months, products] = await Promise.all([salesByMonth(w, clientId, from), salesByProduct(w, clientId, from)]);
  return { months, products };
}

async function open(w: Work, clientIds: readonly string[], keeperId: string) {
  const { count, amount } = await openWith(w, clientIds);
  const href = `/orders?keeper=${keeperId}&state=draft,waiting,confirmed,asked-back,entered`;
  return [{ key: 'orders', count, amount, href }];
}

/** Clients whose rhythm breaks by the end of the week, beyond the days that the employee's clause allows. */
async function lapsingProposals(w: Work, { employeeId, week }: { employeeId: string; week: Period }) {
  const graceDays = (await graceOf(w, employeeId)) ?? usualGrace;
  const last = Temporal.PlainDate.from(week.to).subtract({ days: 1 });
  const ask = { graceDays, reactionDays: usualReaction, on: last, most: mostProposed };
  return (await lapsedOf(w, employeeId, ask)).map((each) => {
    const brokeOn = Temporal.PlainDate.from(each.dueOn).add({ days: graceDays });
    return {
      clientId: each.id,
      reason: {
        key: 'orders.lapsing',
        weight: lapseWeight(brokeOn.until(last).days),
        params: { every: each.everyDays, last: each.lastOn },
      },
    };
  });
}

/** What orders answer to the questions of lower modules. */
export const orderFills: readonly Fill[] = [
  clientFigures.with(figures),
  salesHistory.with(history),
  clientTrends.with(trendsOf),
  pricesPaid.with(pricesPaidFor),
  openMatters.with(open),
  weekProposals.with(lapsingProposals),
  readerFacts.with(marginFacts),
];
