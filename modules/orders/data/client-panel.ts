import type { SalesHistory } from '#modules/clients/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

type Month = SalesHistory['months'][number];
type Product = SalesHistory['products'][number];

/** Orders, shipments, returns and discounts of a client, month by month from a day on. */
export function salesByMonth(w: Work, clientId: string, from: string): Promise<Month[]> {
  return w.db.all(sql<Month>`
    with ordered as (
      select to_char(o.ordered_on, 'YYYY-MM') as month, count(*) as orders from orders.orders o
       where o.client_id = ${clientId} and o.number is not null and o.state <> 'cancelled' and o.ordered_on >= ${from}::date group by 1
    ), given as (
      select to_char(o.ordered_on, 'YYYY-MM') as month,
             sum(greatest(0, round(l.quantity * l.list_price) - l.amount))::bigint as discount
        from orders.orders o join orders.order_lines l on l.order_id = o.id
       where o.client_id = ${clientId} and o.number is not null and o.state <> 'cancelled' and o.ordered_on >= ${from}::date group by 1
    ), sent as (
      select to_char(s.shipped_on, 'YYYY-MM') as month, sum(s.amount)::bigint as amount from orders.shipments s
       where s.client_id = ${clientId} and s.shipped_on >= ${from}::date group by 1
    ), back as (
      select to_char(r.returned_on, 'YYYY-MM') as month, sum(r.amount)::bigint as amount from orders.returns r
       where r.client_id = ${clientId} and r.returned_on >= ${from}::date group by 1
    )
    select month, coalesce(ordered.orders, 0) as orders, coalesce(sent.amount, 0) as shipped, coalesce(back.amount, 0) as returned,
           coalesce(given.discount, 0) as discount
      from ordered full join sent using (month) full join back using (month) left join given using (month) order by month desc`);
}

/** What a client bought from a day on, product by product, the most first; how often, and at what price last. */
export function salesByProduct(w: Work, clientId: string, from: string): Promise<Product[]> {
  return w.db.all(sql<Product>`
    select l.product_id as id, p.code, p.name, count(distinct o.id) as orders, sum(l.quantity) as quantity, sum(l.amount)::bigint as amount,
           max(o.ordered_on)::text as "lastOn", (array_agg(l.unit_price order by o.ordered_on desc))[1] as "lastPrice",
           case when count(distinct o.ordered_on) > 2
             then round((max(o.ordered_on) - min(o.ordered_on))::numeric / (count(distinct o.ordered_on) - 1)) end as "usualDays"
      from orders.orders o join orders.order_lines l on l.order_id = o.id join catalog.v_products p on p.id = l.product_id
     where o.client_id = ${clientId} and o.number is not null and o.state <> 'cancelled' and o.ordered_on >= ${from}::date
     group by l.product_id, p.code, p.name order by amount desc limit 500`);
}

export type ClientTotals = { sales12m: number; openOrders: number; openCount: number; lastOn: string | null };

/** The figures of a client's card. */
export function clientTotals(w: Work, clientId: string): Promise<ClientTotals> {
  return w.db.one(sql<ClientTotals>`select orders.sales_12m(${clientId}) as "sales12m",
    (select coalesce(sum(total), 0)::bigint from orders.orders where client_id = ${clientId} and state in ('confirmed', 'asked-back', 'entered')) as "openOrders",
    (select count(*) from orders.orders where client_id = ${clientId} and state in ('confirmed', 'asked-back', 'entered')) as "openCount",
    (select max(ordered_on) from orders.orders where client_id = ${clientId} and number is not null and state <> 'cancelled') as "lastOn"`);
}

/** Orders that are under way with clients that change hands. */
export function openWith(w: Work, clientIds: readonly string[]): Promise<{ count: number; amount: number }> {
  return w.db.one(sql<{
    count: number;
    amount: number;
  }>`select count(*) as count, coalesce(sum(total), 0)::bigint as amount
    from orders.orders where client_id = any (${clientIds}::uuid[]) and state in ('draft', 'captured', 'typed', 'waiting', 'confirmed', 'asked-back', 'entered')`);
}
