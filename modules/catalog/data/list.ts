import { sql } from '#platform/db/sql.ts';
import type { ListSource } from '#platform/lists/source.ts';

/** Where the list of products comes from; the list price is today's. */
export const productSource: ListSource = {
  from: sql`catalog.products p`,
  id: sql`p.id`,
  columns: {
    code: sql`p.code`,
    name: sql`p.name`,
    category: {
      value: sql`p.category_id`,
      label: sql`(select g.name from catalog.categories g where g.id = p.category_id)`,
    },
    listPrice: sql`(select r.amount from catalog.prices r join catalog.price_columns c on c.id = r.column_id and c.number = 1
      where r.product_id = p.id and r.valid @> app.today(p.company_id))`,
    unit: sql`p.unit`,
    pack: sql`p.pack`,
    barcode: sql`p.barcode`,
    active: sql`p.active`,
  },
  search: (text) => sql`p.id = any (array(select h.id from catalog.found(${text}, 500, true) h))`,
  href: (id) => `/products/${id}`,
};
