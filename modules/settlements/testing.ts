import { randomUUID } from 'node:crypto';
import type { TestCompany } from '#modules/mandates/testing.ts';

export type TestInvoice = { client: string; number?: string; issuedOn: string; dueOn: string; amount: number };

/** An open invoice of a client; gives its id. Amount in minor units. */
export async function anInvoice(company: TestCompany, invoice: TestInvoice): Promise<string> {
  const id = randomUUID();
  await company.owner(
    `insert into settlements.invoices (id, company_id, client_id, keeper_id, number, issued_on, due_on, amount, currency)
     select $1, c.company_id, c.id, c.keeper_id, $3, $4, $5, $6, 'USD' from clients.clients c cross join lateral (select app.enter_company(c.company_id)) entered where c.id = $2`,
    [id, invoice.client, invoice.number ?? id.slice(0, 8), invoice.issuedOn, invoice.dueOn, invoice.amount],
  );
  return id;
}

/** A day as many days from the company's today as said. */
export async function dayFromToday(company: TestCompany, days: number): Promise<string> {
  const [row] = await company.owner<{ day: string }>('select (app.today($1) + $2::int)::text as day', [
    company.id,
    days,
  ]);
  return row?.day ?? '';
}
