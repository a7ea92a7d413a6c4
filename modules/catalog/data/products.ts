import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type ProductRow = {
  id: string;
  code: string;
  name: string;
  categoryId: string | null;
  category: string | null;
  unit: string;
  pack: number;
  barcode: string;
  description: string;
  active: boolean;
  revision: number;
};
const columns = sql`p.id, p.code, p.name, p.category_id as "categoryId",
  (select g.name from catalog.categories g where g.id = p.category_id) as category, p.unit, p.pack, p.barcode, p.description,
  p.active, p.revision`;

export function product(w: Work, id: string): Promise<ProductRow | undefined> {
  return w.db.first(
    sql<ProductRow>`select ${columns} from catalog.products p where p.id = ${id} and p.company_id = ${w.actor.companyId}`,
  );
}

/** The same, held against change until the transaction ends. */
export function productForChange(w: Work, id: string): Promise<ProductRow | undefined> {
  return w.db.first(sql<ProductRow>`select ${columns} from catalog.products p
    where p.id = ${id} and p.company_id = ${w.actor.companyId} for no key update`);
}

/** Those of the ids that are products of the company, in no order. */
export function productsByIds(w: Work, ids: readonly string[]): Promise<ProductRow[]> {
  return w.db.all(
    sql<ProductRow>`select ${columns} from catalog.products p where p.id = any (${ids}::uuid[]) and p.company_id = ${w.actor.companyId}`,
  );
}

export type FoundProduct = {
  id: string;
  code: string;
  name: string;
  unit: string;
  pack: number;
  category: string | null;
  listPrice: number | null;
  unitPrice: number | null;
  currency: string | null;
};

/** Active products that are meant by what was typed, the likeliest first, with their price in a column (else the list). */
export function findProducts(
  w: Work,
  text: string,
  columnId: string | null,
  on: string,
  limit: number,
): Promise<FoundProduct[]> {
  return w.db.all(sql<FoundProduct>`
    with hits as materialized (select h.id, h.rank from catalog.found(${text}, ${limit}) h),
    priced as (select o.* from catalog.prices_on(array(select id from hits), coalesce(${columnId}::uuid,
      (select c.id from catalog.price_columns c where c.company_id = ${w.actor.companyId} and c.number = 1)), ${on}::date) o)
    select p.id, p.code, p.name, p.unit, p.pack, p.category, o.list_price as "listPrice", o.unit_price as "unitPrice", o.currency
    from hits h join catalog.v_products p on p.id = h.id left join priced o on o.product_id = p.id order by h.rank desc, p.code`);
}

export type CategoryRow = { id: string; name: string; parentId: string | null; products: number; revision: number };

export function categories(w: Work): Promise<CategoryRow[]> {
  return w.db.all(sql<CategoryRow>`select g.id, g.name, g.parent_id as "parentId", g.revision,
      (select count(*) from catalog.products p where p.category_id = g.id and p.company_id = g.company_id and p.active) as products
    from catalog.categories g where g.company_id = ${w.actor.companyId} order by g.name limit 2000`);
}

export function category(w: Work, id: string): Promise<Omit<CategoryRow, 'products'> | undefined> {
  return w.db.first(sql<Omit<CategoryRow, 'products'>>`select g.id, g.name, g.parent_id as "parentId", g.revision
    from catalog.categories g where g.id = ${id} and g.company_id = ${w.actor.companyId}`);
}

/** Whether `above` lies below the category already, so that it may not hold it. */
export async function isBelow(w: Work, id: string, above: string): Promise<boolean> {
  const row = await w.db.first(sql`with recursive up as (
      select g.id, g.parent_id, 1 as depth from catalog.categories g where g.id = ${above}
      union all
      select g.id, g.parent_id, up.depth + 1 from up join catalog.categories g on g.id = up.parent_id where up.depth < 20)
    select 1 from up where up.id = ${id}`);
  return row !== undefined;
}
