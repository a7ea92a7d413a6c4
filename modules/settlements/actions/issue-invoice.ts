import { sql } from '#platform/db/sql.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';

type Revised = { id: string; revision: number };

/** Issues an invoice to a client; one an order. Amount in minor units of the company's currency. */
export async function issueInvoice(
  w: Work,
  wish: { clientId: string; orderId?: string; number: string; issuedOn: string; dueOn: string; amount: number },
): Promise<Revised> {
  await requirePermit(w, 'settlements.post');
  const issued = await w.db.one(sql<Revised>`insert into settlements.invoices
      (id, company_id, client_id, order_id, number, issued_on, due_on, amount, currency)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.clientId}, ${wish.orderId ?? null}, ${wish.number}, ${wish.issuedOn}, ${wish.dueOn},
      ${wish.amount}, ${w.company.currency}) returning id, revision`);
  if (wish.orderId) await w.db.run(sql`select orders.tell_invoiced(${wish.orderId}, ${wish.amount}::bigint)`);
  await announce(w, 'settlements.invoice-issued', { invoiceId: issued.id });
  return issued;
}
