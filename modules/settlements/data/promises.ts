import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Money, Promised } from '../rules/promise.ts';

type Named = { id: string; name: string };
export type PromiseLine = {
  id: string;
  client: Named;
  amount: number;
  currency: string;
  promisedFor: string;
  recordedOn: string;
  recordedBy: string | null;
  actingFor: string | null;
  contact: string;
  note: string;
  invoice: string | null;
  state: string;
  settledOn: string | null;
  withdrawnBy: string | null;
  withdrawnReason: string;
  keeperId: string;
  recordedById: string | null;
  revision: number;
};

/** Promises to pay; open ones by the day promised, settled ones latest first. */
export function promises(
  w: Work,
  filter: { client?: string | undefined; state?: string | undefined },
): Promise<PromiseLine[]> {
  return w.db.all(sql<PromiseLine>`select p.id, jsonb_build_object('id', c.id, 'name', c.name) as client, p.amount, p.currency,
      p.promised_for as "promisedFor", p.recorded_on as "recordedOn", e.name as "recordedBy", f.name as "actingFor", p.contact, p.note, i.number as invoice,
      p.state, p.settled_on as "settledOn", p.revision, p.keeper_id as "keeperId", p.recorded_by as "recordedById",
      p.withdrawn_reason as "withdrawnReason", b.name as "withdrawnBy"
    from settlements.promises p join clients.clients c on c.id = p.client_id
    left join organization.employees e on e.id = p.recorded_by left join organization.employees b on b.id = p.withdrawn_by
    left join organization.employees f on f.id = p.acting_for left join settlements.invoices i on i.id = p.invoice_id
    where p.company_id = ${w.actor.companyId} and (${filter.client ?? null}::uuid is null or p.client_id = ${filter.client ?? null})
      and (${filter.state ?? null}::text is null or p.state = ${filter.state ?? null})
    order by p.state <> 'open', case when p.state = 'open' then p.promised_for - date '2000-01-01' else date '2000-01-01' - p.promised_for end
    limit 200`);
}

/** The promises of a client that are open or took money, and all money since the first of them. */
export async function promiseFacts(
  w: Work,
  clientId: string,
): Promise<{ promised: (Promised & { state: string })[]; received: Money[] }> {
  const promised = await w.db.all(sql<Promised & { state: string }>`select id, amount, invoice_id as "invoiceId",
      recorded_on as "recordedOn", promised_for as "promisedFor", state from settlements.promises
    where client_id = ${clientId} and state in ('open', 'kept') order by id for update`);
  const since = promised.map(({ recordedOn }) => recordedOn).toSorted()[0] ?? '9999-12-31';
  const received = await w.db.all(sql<Money>`
    select p.received_on as "receivedOn", a.invoice_id as "invoiceId", a.amount
      from settlements.payments p join settlements.allocations a on a.payment_id = p.id
      where p.client_id = ${clientId} and p.received_on >= ${since}::date
    union all
    select p.received_on, null, p.amount - p.allocated from settlements.payments p
      where p.client_id = ${clientId} and p.received_on >= ${since}::date and p.allocated < p.amount
    order by 1`);
  return { promised, received };
}

/** Clients that have a promise whose day has passed while it is open. */
export async function clientsWithDuePromises(w: Work): Promise<string[]> {
  const rows = await w.db.all(sql<{ client_id: string }>`select distinct client_id from settlements.promises
    where company_id = ${w.actor.companyId} and state = 'open' and promised_for < ${w.today.toString()}::date`);
  return rows.map((row) => row.client_id);
}
