import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type PriceColumn = {
  id: string;
  number: number;
  name: string;
  discountBp: number | null;
  minMonthlySales: number | null;
  revision: number;
};
const columnFields = sql`c.id, c.number, c.name, c.discount_bp as "discountBp", c.min_monthly_sales as "minMonthlySales", c.revision`;

/** The price columns of the company, by number; the first is the list. */
export function priceColumns(w: Work): Promise<PriceColumn[]> {
  return w.db.all(
    sql<PriceColumn>`select ${columnFields} from catalog.price_columns c where c.company_id = ${w.actor.companyId} order by c.number`,
  );
}

export function priceColumn(w: Work, id: string): Promise<PriceColumn | undefined> {
  return w.db.first(
    sql<PriceColumn>`select ${columnFields} from catalog.price_columns c where c.id = ${id} and c.company_id = ${w.actor.companyId}`,
  );
}

export type Price = { productId: string; listPrice: number | null; unitPrice: number; currency: string };

/** Prices of products in a column on a day, in minor units without tax. A product without a price is absent. */
export async function priceOf(
  w: Work,
  productIds: readonly string[],
  columnId: string,
  on: string,
): Promise<Map<string, Price>> {
  const rows =
    await w.db.all(sql<Price>`select o.product_id as "productId", o.list_price as "listPrice", o.unit_price as "unitPrice", o.currency
    from catalog.prices_on(${productIds}::uuid[], ${columnId}::uuid, ${on}::date) o`);
  return new Map(rows.map((row) => [row.productId, row]));
}

export type DatedPrice = {
  id: string;
  columnId: string;
  amount: number;
  currency: string;
  from: string | null;
  to: string | null;
};

/** The own prices of a product in every column: past, present and to come, the latest first. */
export function pricesOfProduct(w: Work, productId: string): Promise<DatedPrice[]> {
  return w.db.all(sql<DatedPrice>`select r.id, r.column_id as "columnId", r.amount, r.currency, lower(r.valid) as "from", upper(r.valid) as "to"
    from catalog.prices r where r.product_id = ${productId} and r.company_id = ${w.actor.companyId} order by r.valid desc limit 500`);
}

export type PriceListLine = {
  id: string;
  code: string;
  name: string;
  unit: string;
  category: string | null;
  currency: string | null;
  /** Column id → price. */
  prices: Record<string, number>;
};

/** Lines of the price list after a place (name and id), with the price in every column on a day. */
export function priceListLines(
  w: Work,
  asked: {
    on: string;
    categoryId: string | null;
    text: string;
    after: { name: string; id: string } | null;
    limit: number;
  },
): Promise<PriceListLine[]> {
  const { categoryId, text, after } = asked;
  const conditions = [
    sql`p.company_id = ${w.actor.companyId} and p.active`,
    ...(categoryId ? [sql`p.category_id = ${categoryId}::uuid`] : []),
    ...(text ? [sql`p.id = any (array(select h.id from catalog.found(${text}, 500) h))`] : []),
    ...(after ? [sql`(p.name, p.id) > (${after.name}, ${after.id}::uuid)`] : []),
  ];
  return w.db.all(sql<PriceListLine>`
    with page as materialized (select p.id, p.code, p.name, p.unit, p.category_id from catalog.products p
      where ${sql.join(conditions, sql` and `)} order by p.name, p.id limit ${asked.limit})
    select p.id, p.code, p.name, p.unit, g.name as category, min(o.currency) as currency,
      coalesce(jsonb_object_agg(c.id, o.unit_price) filter (where o.unit_price is not null), '{}') as prices
    from page p
    left join catalog.categories g on g.id = p.category_id
    left join catalog.price_columns c on c.company_id = ${w.actor.companyId}
    left join lateral (select x.* from catalog.prices_on(array(select id from page), c.id, ${asked.on}::date) x) o on o.product_id = p.id
    group by p.id, p.code, p.name, p.unit, g.name order by p.name, p.id`);
}
