import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Purchase } from '../rules/propose-order.ts';

/** What a client bought in the last year, by product and day; days are numbers since 1970. At most 5,000 lines, newest first. */
export async function purchasesOf(w: Work, clientId: string): Promise<Purchase[]> {
  return w.db.all(sql<Purchase>`select l.product_id as "productId", (o.ordered_on - date '1970-01-01') as day, l.quantity
    from orders.orders o join orders.order_lines l on l.order_id = o.id
    where o.client_id = ${clientId} and o.number is not null and o.state <> 'cancelled'
      and o.ordered_on > ${w.today.toString()}::date - interval '12 months'
    order by o.ordered_on desc limit 5000`);
}

export type UsualOrder = { orders: number; total: number; lines: number };

/** How big the client's orders of the last year usually are; zeros without any. */
export function usualOrder(w: Work, clientId: string): Promise<UsualOrder> {
  return w.db.one(sql<UsualOrder>`select count(*) as orders, coalesce(round(avg(o.total)), 0)::bigint as total,
      coalesce(round(avg(o.line_count), 1), 0) as lines
    from orders.orders o where o.client_id = ${clientId} and o.number is not null and o.state <> 'cancelled'
      and o.ordered_on > ${w.today.toString()}::date - interval '12 months'`);
}

export type ClientOrderRow = {
  id: string;
  number: string | null;
  state: string;
  orderedOn: string;
  total: number;
  lines: number;
  shippedOn: string | null;
};

/** The latest orders of a client. */
export function latestOrders(w: Work, clientId: string, limit: number): Promise<ClientOrderRow[]> {
  return w.db.all(sql<ClientOrderRow>`select id, number, state, ordered_on as "orderedOn", total, line_count as lines,
      shipped_on as "shippedOn"
    from orders.orders where client_id = ${clientId} order by ordered_on desc, id desc limit ${limit}`);
}
