import { formatMoney, money } from '#kernel/money.ts';
import { recordPromise as promiseSlot, weekProposals } from '#modules/activities/contract.ts';
import { type ClientFigure, clientFigures, openMatters } from '#modules/clients/contract.ts';
import { creditFacts } from '#modules/orders/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { recordPromise } from './actions/record-promise.ts';
import { creditFactsOf, debtOfClient } from './data/debt.ts';
import { clientsToChase } from './data/evidence.ts';

async function figures(w: Work, clientId: string): Promise<ClientFigure[]> {
  if (!w.authority.permits.has('settlements.read')) return [];
  const { owed, overdue } = await debtOfClient(w, clientId);
  const href = `/clients/${clientId}?tab=money`;
  return [
    { key: 'owed', kind: 'amount', value: owed, tone: 'neutral', href },
    { key: 'overdue', kind: 'amount', value: overdue, tone: overdue > 0 ? 'bad' : 'good', href },
  ];
}

async function openDebts(w: Work, clientIds: readonly string[], keeperId: string) {
  const row = await w.db.one(sql<{ debts: number; owed: number; promises: number; promised: number }>`select
    (select count(*) from settlements.invoices where client_id = any (${clientIds}::uuid[]) and allocated < amount) as debts,
    (select coalesce(sum(open_amount), 0)::bigint from settlements.invoices where client_id = any (${clientIds}::uuid[]) and allocated < amount) as owed,
    (select count(*) from settlements.promises where client_id = any (${clientIds}::uuid[]) and state = 'open') as promises,
    (select coalesce(sum(amount), 0)::bigint from settlements.promises where client_id = any (${clientIds}::uuid[]) and state = 'open') as promised`);
  return [
    { key: 'debts', count: row.debts, amount: row.owed, href: `/clients?keeper=${keeperId}&owed.gte=1&sort=-owed` },
    { key: 'promises', count: row.promises, amount: row.promised, href: '/money/promises' },
  ];
}

/** Overdue debts as contacts of the week: the older the debt, the more it weighs. */
async function overdueProposals(w: Work, { employeeId }: { employeeId: string }) {
  const clients = await clientsToChase(w, employeeId, 0);
  return clients.map((each) => ({
    clientId: each.clientId,
    kind: 'call' as const,
    reason: {
      key: 'settlements.overdue',
      weight: Math.min(1000, 600 + 5 * Temporal.PlainDate.from(each.since).until(w.today).days),
      params: {
        amountMoney: formatMoney(money(each.overdue, w.company.currency), w.actor.language),
        since: each.since,
      },
    },
  }));
}

/** What settlements answer to the questions of lower modules. */
export const settlementsFills = [
  clientFigures.with(figures),
  openMatters.with(openDebts),
  creditFacts.with(creditFactsOf),
  weekProposals.with(overdueProposals),
  promiseSlot.with(recordPromise),
];
