import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { activeWindow, levelDay } from './facts.ts';

/** A record behind a figure. `amount` is in minor units where the figure is money, else null. */
export type FactRecord = {
  id: string;
  kind: 'shipment' | 'return' | 'refusal' | 'client';
  label: string;
  client: string | null;
  on: string;
  amount: number | null;
  href: string;
};
export type Page = { readonly limit: number; readonly offset: number };

/** The shipments and returns that a figure of sales is made of, the latest first. */
export function saleRecords(w: Work, employeeId: string, { from, to }: Period, page: Page): Promise<FactRecord[]> {
  return w.db.all(sql<FactRecord>`
    select s.id, s.kind, coalesce(o.number, '') as label, c.name as client, s.on_day as "on", s.amount,
      case when s.order_id is not null then '/orders/' || s.order_id else '/clients/' || s.client_id end as href
    from (select * from plans.sales_of(array[${employeeId}]::uuid[], ${from}::date, ${to}::date) x where x.currency = ${w.company.currency}
      order by x.on_day desc, x.id limit ${page.limit} offset ${page.offset}) s
    left join orders.v_orders o on o.id = s.order_id left join clients.v_clients c on c.id = s.client_id
    order by s.on_day desc, s.id`);
}

/** The clients that a figure of new clients counts, the latest first. */
export function newClientRecords(w: Work, employeeId: string, { from, to }: Period, page: Page): Promise<FactRecord[]> {
  return w.db.all(sql<FactRecord>`
    select n.client_id as id, 'client' as kind, coalesce(c.code, '') as label, c.name as client, n.on_day as "on", null::bigint as amount,
      '/clients/' || n.client_id as href
    from plans.clients_won(array[${employeeId}]::uuid[], ${from}::date, ${to}::date) n left join clients.v_clients c on c.id = n.client_id
    order by n.on_day desc, n.client_id limit ${page.limit} offset ${page.offset}`);
}

/** Those counted as active, those who became so since the period began, or those who lapsed in it. */
export type BaseChange = 'active' | 'became' | 'lapsed';

/** The clients of an employee's active base, or of its changes in a period, the latest shipment first. */
export async function baseRecords(
  w: Work,
  employeeId: string,
  period: Period,
  change: BaseChange,
  page: Page,
): Promise<FactRecord[]> {
  const on = levelDay(w, period);
  const [window, before] = [
    await activeWindow(w, on),
    Temporal.PlainDate.from(period.from).subtract({ days: 1 }).toString(),
  ];
  const chosen = {
    active: sql`b.is_active`,
    became: sql`b.is_active and not b.was_active`,
    lapsed: sql`b.was_active and not b.is_active`,
  }[change];
  return w.db.all(sql<FactRecord>`
    select b.client_id as id, 'client' as kind, coalesce(c.code, '') as label, c.name as client, b.last_shipped_on as "on",
      null::bigint as amount, '/clients/' || b.client_id as href
    from plans.base_changes(array[${employeeId}]::uuid[], ${before}::date, ${on}::date, ${window}::int) b
    left join clients.v_clients c on c.id = b.client_id
    where ${chosen} order by b.last_shipped_on desc, b.client_id limit ${page.limit} offset ${page.offset}`);
}

/** How many clients became active in a period and how many lapsed. */
export async function baseMovement(
  w: Work,
  employeeId: string,
  period: Period,
): Promise<{ became: number; lapsed: number }> {
  const on = levelDay(w, period);
  const [window, before] = [
    await activeWindow(w, on),
    Temporal.PlainDate.from(period.from).subtract({ days: 1 }).toString(),
  ];
  return w.db.one(sql<{ became: number; lapsed: number }>`
    select count(*) filter (where is_active and not was_active) as became, count(*) filter (where was_active and not is_active) as lapsed
    from plans.base_changes(array[${employeeId}]::uuid[], ${before}::date, ${on}::date, ${window}::int)`);
}
