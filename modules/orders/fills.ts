import { type ClientFigure, clientFigures, openMatters, salesHistory } from '#modules/clients/contract.ts';
import type { Fill } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';
import { clientTotals, openWith, salesByMonth, salesByProduct } from './data/client-panel.ts';

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

async function open(w: Work, clientIds: readonly string[]) {
  const { count, amount } = await openWith(w, clientIds);
  return [{ key: 'orders', count, amount }];
}

/** What orders answer to the questions of clients. */
export const orderFills: readonly Fill[] = [
  clientFigures.with(figures),
  salesHistory.with(history),
  openMatters.with(open),
];
