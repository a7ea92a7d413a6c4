import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/**
 * Ends an import of order history. Its orders came in as drafts that carry their source's number; now each gets its sums,
 * its number and its state (shipped, or entered and waiting for shipment), shipments are made of what was shipped, and the
 * clients' figures are told. Only what this import brought: another may be running. Set-based: history may have a million
 * lines.
 */
export async function concludeHistory(w: Work, importId: string): Promise<void> {
  await w.db.run(sql`
    with concluded as (
      update orders.orders o set total = s.total, line_count = s.line_count, entered_total = s.total, number = o.client_reference,
        uninvoiced = s.total, state = case when o.shipped_on is null then 'entered' else 'shipped' end,
        content_hash = 'imported', confirmed_at = o.ordered_on::timestamptz, entered_at = o.ordered_on::timestamptz,
        checked_at = o.ordered_on::timestamptz, confirmed_by = o.taken_by
        from orders.lines_of_import(${importId}) s where o.id = s.order_id and o.import_id is not null and o.state = 'draft'
      returning o.*
    ), made as (
      insert into orders.shipments (id, company_id, order_id, client_id, keeper_id, shipped_on, amount, currency, credited_to, import_id)
      select uuidv7(), o.company_id, o.id, o.client_id, o.keeper_id, o.shipped_on, o.total, o.currency, o.keeper_id, ${importId}
        from concluded o where o.shipped_on is not null
      returning id, order_id, keeper_id
    )
    insert into orders.shipment_lines (id, company_id, shipment_id, keeper_id, position, product_id, quantity, amount)
    select uuidv7(), l.company_id, m.id, m.keeper_id, l.position, l.product_id, l.quantity, l.amount
      from made m join orders.order_lines l on l.order_id = m.order_id`);
  await tellClients(w, await clientsOf(w, importId));
}

/** The clients whose sales an import changed. */
export async function clientsOf(w: Work, importId: string): Promise<string[]> {
  const { ids } = await w.db.one(sql<{ ids: string[] }>`select orders.clients_of_import(${importId}) as ids`);
  return ids;
}

/** Tells what many clients ordered and when; one that has an order is active from now on. */
export async function tellClients(w: Work, clientIds: readonly string[]): Promise<void> {
  await w.db.run(sql`select orders.tell_clients(${clientIds}::uuid[])`);
}

/** What an import of order history is worth: sums that a person can compare with the source. */
export async function historyFacts(w: Work, importId: string): Promise<Record<string, unknown>> {
  return w.db.one(sql<Record<string, unknown>>`
    with lines as (
      select l.order_id, o.state, l.quantity, l.unit_price, l.discount_bp, l.amount from orders.order_lines l
        join orders.orders o on o.id = l.order_id where l.import_id = ${importId} and l.company_id = ${w.actor.companyId}
    )
    select count(distinct order_id) as orders, count(distinct order_id) filter (where state = 'entered') as "notShipped",
      count(*) as lines, coalesce(sum(amount), 0) as "roundedLines",
      round(coalesce(sum(quantity * unit_price * (10000 - discount_bp)), 0) / 1000000, 2)::text as "unroundedLines",
      (select count(*) from clients.clients c where c.company_id = ${w.actor.companyId}) as clients,
      (select count(*) from clients.clients c where c.company_id = ${w.actor.companyId}
        and not exists (select from orders.orders o where o.client_id = c.id)) as "clientsWithoutOrders",
      ${importId}::text as import
    from lines`);
}
