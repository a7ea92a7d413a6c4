import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

type Named = { id: string; name: string };
export type InvoiceLine = {
  id: string;
  number: string;
  client: Named;
  orderId: string | null;
  issuedOn: string;
  dueOn: string;
  amount: number;
  open: number;
  currency: string;
  overdueDays: number;
};

/** Invoices, the longest due first; `after` is `<due day>_<id>` of the last one seen. */
export function invoices(
  w: Work,
  filter: {
    client?: string | undefined;
    order?: string | undefined;
    open: boolean;
    limit: number;
    after?: readonly [string, string] | undefined;
  },
): Promise<InvoiceLine[]> {
  const today = w.today.toString();
  const after = filter.after ? sql`and (i.due_on, i.id) > (${filter.after[0]}::date, ${filter.after[1]}::uuid)` : sql``;
  const open = filter.open ? sql`and i.allocated < i.amount` : sql``;
  return w.db.all(sql<InvoiceLine>`select i.id, i.number, jsonb_build_object('id', c.id, 'name', c.name) as client, i.order_id as "orderId",
      i.issued_on as "issuedOn", i.due_on as "dueOn", i.amount, i.open_amount as open, i.currency,
      case when i.allocated < i.amount then greatest(${today}::date - i.due_on, 0) else 0 end as "overdueDays"
    from settlements.invoices i join clients.clients c on c.id = i.client_id
    where i.company_id = ${w.actor.companyId} ${open} ${after}
      and (${filter.client ?? null}::uuid is null or i.client_id = ${filter.client ?? null})
      and (${filter.order ?? null}::uuid is null or i.order_id = ${filter.order ?? null})
    order by i.due_on, i.id limit ${filter.limit}`);
}

export type StatementEntry = {
  on: string;
  kind: 'invoice' | 'payment';
  id: string;
  number: string;
  amount: number;
  open: number;
  dueOn: string | null;
  balance: number;
};

/** Every invoice and payment of a client in the order of days, with the running balance (owed is positive). */
export function statementOf(w: Work, clientId: string): Promise<StatementEntry[]> {
  return w.db.all(sql<StatementEntry>`
    select e.*, sum(case e.kind when 'invoice' then e.amount else -e.amount end) over (order by e."on", e.kind, e.id)::bigint as balance
    from (
      select issued_on as "on", 'invoice' as kind, id, number, amount, open_amount as open, due_on as "dueOn"
        from settlements.invoices where client_id = ${clientId}
      union all
      select received_on, 'payment', id, number, amount, amount - allocated, null
        from settlements.payments where client_id = ${clientId}
    ) e order by e."on" desc, e.kind desc, e.id desc limit 1000`);
}
