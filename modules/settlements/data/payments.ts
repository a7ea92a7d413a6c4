import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { OpenInvoice } from '../rules/allocate-payment.ts';

type Named = { id: string; name: string };
export type PaymentLine = {
  id: string;
  number: string;
  client: Named;
  receivedOn: string;
  amount: number;
  unallocated: number;
  currency: string;
  purpose: string;
  revision: number;
  allocations: { id: string; invoiceId: string; invoice: string; amount: number }[];
};

/** Payments, the latest first. */
export function payments(
  w: Work,
  filter: { client?: string | undefined; unallocated: boolean; limit: number },
): Promise<PaymentLine[]> {
  return w.db.all(sql<PaymentLine>`select p.id, p.number, jsonb_build_object('id', c.id, 'name', c.name) as client,
      p.received_on as "receivedOn", p.amount, p.amount - p.allocated as unallocated, p.currency, p.purpose, p.revision,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'invoiceId', i.id, 'invoice', i.number, 'amount', a.amount) order by i.due_on)
        from settlements.allocations a join settlements.invoices i on i.id = a.invoice_id where a.payment_id = p.id), '[]') as allocations
    from settlements.payments p join clients.clients c on c.id = p.client_id
    where p.company_id = ${w.actor.companyId} and (${filter.client ?? null}::uuid is null or p.client_id = ${filter.client ?? null})
      and (not ${filter.unallocated}::boolean or p.allocated < p.amount)
    order by p.received_on desc, p.id desc limit ${filter.limit}`);
}

/** The open invoices of a client, locked so that two payments cannot settle the same money. */
export function lockOpenInvoices(w: Work, clientId: string): Promise<(OpenInvoice & { currency: string })[]> {
  return w.db.all(sql`select id, due_on as "dueOn", open_amount as open, currency from settlements.invoices
    where client_id = ${clientId} and allocated < amount order by id for update`);
}

/** Writes all allocations of a payment in one statement. */
export async function insertAllocations(
  w: Work,
  paymentId: string,
  allocations: readonly { invoiceId: string; amount: number }[],
): Promise<void> {
  if (allocations.length === 0) return;
  const rows = JSON.stringify(allocations.map((each) => ({ id: w.newId(), ...each })));
  await w.db.run(sql`insert into settlements.allocations (id, company_id, payment_id, invoice_id, amount)
    select r.id, ${w.actor.companyId}, ${paymentId}, r."invoiceId", r.amount
      from jsonb_to_recordset(${rows}::jsonb) r(id uuid, "invoiceId" uuid, amount bigint)`);
}
