import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type ClientFacts = {
  id: string;
  code: string;
  name: string;
  class: string | null;
  keeper_id: string;
  terms_revision: number | null;
  terms_column: string | null;
  payment_days: number | null;
  credit_limit: number | null;
  overdue_tolerance_days: number | null;
  sales_12m: number;
};

/** A client as an order needs it: keeper, class, agreed terms, sales of twelve months. Undefined out of reach. */
export function clientFacts(w: Work, clientId: string): Promise<ClientFacts | undefined> {
  return w.db.first(sql<ClientFacts>`select c.id, c.code, c.name, c.class, c.keeper_id, t.revision as terms_revision,
      t.price_column_id as terms_column, t.payment_days, t.credit_limit, t.overdue_tolerance_days,
      orders.sales_12m(c.id) as sales_12m
    from clients.v_clients c left join orders.client_terms t on t.client_id = c.id
    where c.id = ${clientId}`);
}

export type ColumnRow = { id: string; number: number; name: string; min_monthly_sales: number | null };

/** The price columns of the company, by number. */
export function priceColumns(w: Work): Promise<ColumnRow[]> {
  return w.db.all(sql<ColumnRow>`select id, number, name, min_monthly_sales from catalog.v_price_columns
    where company_id = ${w.actor.companyId} order by number`);
}

export type PriceRow = {
  product_id: string;
  list_price: number;
  unit_price: number;
  currency: string;
  active: boolean;
};

/** Prices of products in a column today. A product without a price there has no row. */
export function pricesToday(w: Work, productIds: readonly string[], columnId: string): Promise<PriceRow[]> {
  return w.db.all(sql<PriceRow>`select o.product_id, coalesce(o.list_price, o.unit_price) as list_price, o.unit_price,
      o.currency, p.active
    from catalog.prices_on(${productIds}::uuid[], ${columnId}::uuid, ${w.today.toString()}::date) o
    join catalog.v_products p on p.id = o.product_id`);
}

/** The agreed and not invoiced orders of a client, without one. */
export async function openOrders(w: Work, clientId: string, exceptOrder: string | null): Promise<number> {
  const row = await w.db.one(
    sql<{ amount: number }>`select orders.uninvoiced_of(${clientId}, ${exceptOrder}) as amount`,
  );
  return row.amount;
}

/**
 * Holds what is asked next until no other order of the client is being confirmed: two drafts at once cannot share one
 * limit.
 */
export function lockCredit(w: Work, clientId: string): void {
  w.db.later(sql`select pg_advisory_xact_lock(hashtextextended('orders.credit:' || ${clientId}::text, 0))`);
}
