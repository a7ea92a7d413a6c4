import { sql } from '#platform/db/sql.ts';
import { actingEmployee, announce, requirePermit, type Work } from '#platform/work.ts';
import { creditFactsOf } from '../data/debt.ts';
import { refuse } from '../refusals.ts';

type Revised = { id: string; revision: number };
export type PromiseWish = {
  clientId: string;
  invoiceId?: string;
  activityId?: string;
  amount: number;
  promisedFor: string;
  contact?: string;
  note?: string;
};

/**
 * Records a client's promise to pay. How many days a promise may reach ahead is the limit of the right to accept it.
 * @throws Refused when nothing is owed, the day has passed, or it lies beyond the right.
 */
export async function recordPromise(w: Work, wish: PromiseWish): Promise<Revised> {
  const client = await w.db.first(
    sql<{ keeper_id: string | null }>`select keeper_id from clients.clients where id = ${wish.clientId}`,
  );
  if (!client) refuse('settlements.unknown-client', {}, '/clientId');
  const today = w.today.toString();
  if (wish.promisedFor < today) refuse('settlements.promised-for-past', {}, '/promisedFor');
  const days = w.today.until(wish.promisedFor).days;
  const grant = await requirePermit(w, 'settlements.promise', { keeperId: client.keeper_id, figures: { days } });
  const { owed } = await creditFactsOf(w, wish.clientId);
  if (owed === 0) refuse('settlements.nothing-owed');
  if (wish.invoiceId) {
    const open = await w.db.first(
      sql`select from settlements.invoices where id = ${wish.invoiceId} and client_id = ${wish.clientId} and allocated < amount`,
    );
    if (!open) refuse('settlements.unknown-invoice', {}, '/invoiceId');
  }
  const recorded = await w.db.one(sql<Revised>`insert into settlements.promises
      (id, company_id, client_id, invoice_id, activity_id, amount, currency, promised_for, contact, note, recorded_by, acting_for, recorded_on)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.clientId}, ${wish.invoiceId ?? null}, ${wish.activityId ?? null}, ${wish.amount},
      ${w.company.currency}, ${wish.promisedFor}, ${wish.contact ?? ''}, ${wish.note ?? ''}, ${actingEmployee(w)}, ${grant.onBehalfOf}, ${today})
    returning id, revision`);
  await announce(w, 'settlements.promise-recorded', { promiseId: recorded.id, clientId: wish.clientId });
  return recorded;
}
