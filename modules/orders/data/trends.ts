import type { PricePaid } from '#modules/clients/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { TrendUnit } from '../rules/assortment.ts';

const ofClient = (clientId: string) =>
  sql`o.client_id = ${clientId} and o.number is not null and o.state <> 'cancelled'`;
/** The number of the period of a day, as rules/assortment.ts counts; a test holds the two together. */
const periodOf = (unit: TrendUnit, day: ReturnType<typeof sql>) =>
  unit === 'year'
    ? sql`extract(year from ${day})::int`
    : sql`(extract(year from ${day}) * 4 + extract(quarter from ${day}) - 1)::int`;

export type ProductPeriod = { productId: string; period: number; amount: number };

/** What a client bought of each product in each period, over all of its history. */
export function boughtByPeriod(w: Work, clientId: string, unit: TrendUnit): Promise<ProductPeriod[]> {
  return w.db.all(sql<ProductPeriod>`select l.product_id as "productId", ${periodOf(unit, sql`o.ordered_on`)} as period,
      sum(l.amount)::bigint as amount
    from orders.orders o join orders.order_lines l on l.order_id = o.id where ${ofClient(clientId)} group by 1, 2`);
}

export type ProductBought = {
  id: string;
  code: string;
  name: string;
  groupId: string | null;
  group: string | null;
  orders: number;
  quantity: number;
  amount: number;
  firstOn: string;
  lastOn: string;
  lastPrice: number;
  lastDiscountBp: number;
  usualDays: number | null;
};

/** Products that a client bought, over all of its history; `orders`, `quantity` and `amount` count from a day on. */
export function productsBought(w: Work, clientId: string, from: string): Promise<ProductBought[]> {
  return w.db.all(sql<ProductBought>`select b.*, p.code, p.name, p.category_id as "groupId", p.category as "group"
    from (select l.product_id as id,
        count(distinct o.id) filter (where o.ordered_on >= ${from}::date) as orders,
        coalesce(sum(l.quantity) filter (where o.ordered_on >= ${from}::date), 0) as quantity,
        coalesce(sum(l.amount) filter (where o.ordered_on >= ${from}::date), 0)::bigint as amount,
        min(o.ordered_on)::text as "firstOn", max(o.ordered_on)::text as "lastOn",
        (array_agg(l.unit_price order by o.ordered_on desc, l.position))[1] as "lastPrice",
        (array_agg(l.discount_bp order by o.ordered_on desc, l.position))[1] as "lastDiscountBp",
        case when count(distinct o.ordered_on) > 2
          then round((max(o.ordered_on) - min(o.ordered_on))::numeric / (count(distinct o.ordered_on) - 1)) end as "usualDays"
      from orders.orders o join orders.order_lines l on l.order_id = o.id where ${ofClient(clientId)} group by 1) b
    join catalog.v_products p on p.id = b.id order by b.amount desc, p.code`);
}

export type OrderedPeriod = {
  period: number;
  orders: number;
  averageDays: number | null;
  ordered: number;
  listed: number;
};

/** How often a client ordered in each period: orders, days since the order before, worth, and worth by the list. */
export function orderedByPeriod(w: Work, clientId: string, unit: TrendUnit): Promise<OrderedPeriod[]> {
  return w.db.all(sql<OrderedPeriod>`
    with counted as (
      select o.id, o.ordered_on, o.total, ${periodOf(unit, sql`o.ordered_on`)} as period from orders.orders o where ${ofClient(clientId)}
    ), gaps as (
      select d.period, d.ordered_on - lag(d.ordered_on) over (order by d.ordered_on) as days
        from (select distinct c.period, c.ordered_on from counted c) d
    ), intervals as (
      select g.period, round(avg(g.days), 1) as days from gaps g group by 1
    ), listed as (
      select c.period, sum(greatest(l.amount, round(l.quantity * l.list_price)))::bigint as amount
        from counted c join orders.order_lines l on l.order_id = c.id group by 1
    )
    select c.period, count(*) as orders, i.days as "averageDays", sum(c.total)::bigint as ordered,
           coalesce(max(l.amount), 0) as listed
      from counted c left join intervals i using (period) left join listed l using (period)
     group by c.period, i.days order by 1`);
}

export type MovedPeriod = { period: number; shipped: number; returned: number };

/** What was shipped to a client and came back in each period. */
export function movedByPeriod(w: Work, clientId: string, unit: TrendUnit): Promise<MovedPeriod[]> {
  return w.db.all(sql<MovedPeriod>`select m.period, sum(m.shipped)::bigint as shipped, sum(m.returned)::bigint as returned
    from (select ${periodOf(unit, sql`s.shipped_on`)} as period, s.amount as shipped, 0 as returned
            from orders.shipments s where s.client_id = ${clientId}
          union all
          select ${periodOf(unit, sql`r.returned_on`)}, 0, r.amount from orders.returns r where r.client_id = ${clientId}) m
    group by 1`);
}

/** What a client paid for a product, the latest order first; at most `most`. */
export function pricesPaidFor(w: Work, clientId: string, productId: string, most: number): Promise<PricePaid[]> {
  return w.db.all(sql<PricePaid>`select o.id as "orderId", o.number, o.ordered_on::text as "on", l.quantity,
      l.list_price as "listPrice", l.unit_price as "unitPrice", l.discount_bp as "discountBp",
      round(l.amount / l.quantity)::bigint as "paidPrice", l.amount
    from orders.orders o join orders.order_lines l on l.order_id = o.id
    where ${ofClient(clientId)} and l.product_id = ${productId} order by o.ordered_on desc, o.id desc, l.position limit ${most}`);
}
