import type { Verification } from '#platform/declare/module.ts';

export const verifications: readonly Verification[] = [
  {
    name: 'catalogue: every price is of its own company’s product and column',
    query: `select r.id from catalog.prices r join catalog.products p on p.id = r.product_id join catalog.price_columns c on c.id = r.column_id
      where p.company_id <> r.company_id or c.company_id <> r.company_id`,
  },
  {
    name: 'catalogue: no category lies within itself',
    query: `with recursive up as (
        select g.id as first, g.parent_id, 1 as depth from catalog.categories g where g.parent_id is not null
        union all
        select up.first, g.parent_id, up.depth + 1 from up join catalog.categories g on g.id = up.parent_id
         where g.parent_id is not null and up.depth < 100)
      select up.first from up where up.depth >= 100`,
  },
];
