import { sql } from '#platform/db/sql.ts';
import { requirePermit, type Work } from '#platform/work.ts';

/**
 * Issues an invoice for every shipped order that has none: on the day of shipment, due after the order's payment days
 * (or the client's, where the order has none), numbered after the order. For history that came without invoices.
 * Gives how many were issued.
 */
export async function invoiceShippedOrders(w: Work): Promise<number> {
  await requirePermit(w, 'settlements.post');
  return w.db.run(sql`
    with issued as (
      insert into settlements.invoices (id, company_id, client_id, keeper_id, order_id, number, issued_on, due_on, amount, currency)
      select uuidv7(), o.company_id, o.client_id, o.keeper_id, o.id, 'INV-' || o.number, o.shipped_on,
        o.shipped_on + coalesce(nullif(o.payment_days, 0), t.payment_days, 0), o.total, o.currency
        from orders.v_orders o left join orders.v_client_terms t on t.client_id = o.client_id
       where o.company_id = ${w.actor.companyId} and o.state = 'shipped' and o.total > 0
         and not exists (select from settlements.invoices i where i.order_id = o.id)
      returning order_id, amount
    )
    select orders.tell_invoiced(order_id, amount) from issued`);
}

/**
 * Payments of invoices as a rule says, for history that came without them: an invoice is paid as many days after its due
 * day as its number's remainder says (from ten days early to nineteen late), unless that day is still to come, or it is
 * every eighth of the last four months, which stays unpaid. Gives how many payments were posted.
 */
export async function payHistory(w: Work): Promise<number> {
  await requirePermit(w, 'settlements.post');
  const today = w.today.toString();
  return w.db.run(sql`
    with numbered as (
      select i.*, i.due_on - 10 + (('x' || substr(md5(i.number), 1, 6))::bit(24)::int % 30) as paid_on,
        ('x' || substr(md5(i.number || '!'), 1, 6))::bit(24)::int % 8 = 0 and i.issued_on > ${today}::date - 120 as unpaid
        from settlements.invoices i where i.company_id = ${w.actor.companyId} and i.allocated = 0
    ), paid as (
      select uuidv7() as payment_id, greatest(paid_on, issued_on) as on_day, id, client_id, keeper_id, amount, currency, number
        from numbered where not unpaid and greatest(paid_on, issued_on) < ${today}::date
    ), payments as (
      insert into settlements.payments (id, company_id, client_id, keeper_id, number, received_on, amount, currency, purpose, posted_at)
      select payment_id, ${w.actor.companyId}, client_id, keeper_id, 'P-' || number, on_day, amount, currency, number, on_day::timestamptz
        from paid
    )
    insert into settlements.allocations (id, company_id, payment_id, invoice_id, amount)
    select uuidv7(), ${w.actor.companyId}, payment_id, id, amount from paid`);
}
