import { sql } from '#platform/db/sql.ts';
import { type ImportKind, importKind } from '#platform/declare/import-kind.ts';
import { mayI } from '#platform/work.ts';

/** Product categories; `code` is the number by which products of the same source name them. */
export const categoriesImport: ImportKind = importKind({
  key: 'categories',
  permit: 'catalog.edit',
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 200, aliases: ['CategoryName', 'Category', 'Категория'] },
  ],
  write: async (w, rows, importId) => {
    const records = rows.map((row) => ({ id: w.newId(), name: row.values.name }));
    await w.db.run(sql`insert into catalog.categories (id, company_id, name, import_id)
      select r.id, ${w.actor.companyId}, r.name, ${importId} from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) r(id uuid, name text)`);
    return [];
  },
});

/**
 * Products with their list price (column 1), valid from the day given, and what they cost the company. Rows that say a cost are
 * taken only from whoever may see costs.
 */
export const productsImport: ImportKind = importKind({
  key: 'products',
  permit: 'catalog.edit',
  fields: [
    {
      name: 'code',
      type: 'text',
      required: true,
      maxLength: 60,
      aliases: ['ProductID', 'SKU', 'StockCode', 'Артикул', 'Код'],
    },
    { name: 'name', type: 'text', required: true, maxLength: 300, aliases: ['ProductName', 'Наименование'] },
    { name: 'category', type: 'text', maxLength: 200, aliases: ['CategoryName', 'Категория'] },
    { name: 'unit', type: 'text', maxLength: 60, aliases: ['QuantityPerUnit', 'Единица'] },
    { name: 'price', type: 'money', aliases: ['UnitPrice', 'List price', 'Цена'] },
    { name: 'priceFrom', type: 'date', aliases: [] },
    { name: 'cost', type: 'money', aliases: ['Cost', 'Cost price', 'UnitCost', 'Себестоимость', 'Закупочная цена'] },
    { name: 'costFrom', type: 'date', aliases: [] },
    { name: 'discontinued', type: 'flag', aliases: ['Discontinued', 'Снят с продажи'] },
  ],
  write: async (w, given, importId) => {
    const secret = mayI(w, 'catalog.cost').kind !== 'allowed';
    const refused = given.filter(({ values }) => secret && values.cost !== null && values.cost !== undefined);
    const rows = given.filter((row) => !refused.includes(row));
    const records = rows.map((row) => ({ id: w.newId(), price_id: w.newId(), cost_id: w.newId(), ...row.values }));
    await w.db.run(sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
          r(id uuid, price_id uuid, code text, name text, category text, unit text, price bigint, "priceFrom" date, discontinued boolean)
      ), products as (
        insert into catalog.products (id, company_id, code, name, category_id, description, active, import_id)
        select g.id, ${w.actor.companyId}, g.code, g.name, c.id, coalesce(g.unit, ''), not coalesce(g.discontinued, false), ${importId}
          from given g left join catalog.categories c on c.company_id = ${w.actor.companyId} and c.name = g.category
      )
      insert into catalog.prices (id, company_id, product_id, column_id, amount, currency, valid, import_id)
      select g.price_id, ${w.actor.companyId}, g.id, k.id, g.price, ${w.company.currency}, daterange(coalesce(g."priceFrom", ${w.today.toString()}::date), null), ${importId}
        from given g join catalog.price_columns k on k.company_id = ${w.actor.companyId} and k.number = 1 where g.price is not null`);
    if (rows.some(({ values }) => typeof values.cost === 'number'))
      await w.db.run(sql`insert into catalog.costs (id, company_id, product_id, amount, currency, valid, import_id)
        select r.cost_id, ${w.actor.companyId}, r.id, r.cost, ${w.company.currency},
          daterange(coalesce(r."costFrom", ${w.today.toString()}::date), null), ${importId}
          from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) r(id uuid, cost_id uuid, cost bigint, "costFrom" date)
         where r.cost is not null`);
    return refused.map(({ number }) => ({ number, code: 'catalog.cost-not-yours', field: 'cost' }));
  },
  conclude: async (w) =>
    w.db.one(sql<Record<string, number>>`select count(*) as products, count(*) filter (where active) as active
      from catalog.products where company_id = ${w.actor.companyId}`),
});
