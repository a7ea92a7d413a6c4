import { sql } from '#platform/db/sql.ts';
import { expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { type PriceColumn, priceColumn } from '../data/prices.ts';
import { productForChange } from '../data/products.ts';
import { refuse } from '../refusals.ts';

type Revised = { id: string; revision: number };
export type ColumnWish = { number: number; name: string; discountBp?: number | null; minMonthlySales?: number | null };

/** Adds a price column. @throws Refused `catalog.number-taken`, `catalog.list-has-no-discount`. */
export async function addColumn(w: Work, wish: ColumnWish): Promise<Revised> {
  await requirePermit(w, 'catalog.edit');
  return w.db.one(sql<Revised>`insert into catalog.price_columns (id, company_id, number, name, discount_bp, min_monthly_sales)
    values (${w.newId()}, ${w.actor.companyId}, ${wish.number}, ${wish.name.trim()}, ${wish.discountBp ?? null}, ${wish.minMonthlySales ?? null})
    returning id, revision`);
}

/** Changes the name, the discount or the condition of a column; its number stays, since rights are limited by it. */
export async function editColumn(
  w: Work,
  id: string,
  change: Partial<Omit<PriceColumn, 'id' | 'number' | 'revision'>>,
): Promise<Revised> {
  await requirePermit(w, 'catalog.edit');
  const current = (await priceColumn(w, id)) ?? refuse('catalog.unknown-column');
  expectRevision(w, current);
  const next = { ...current, ...change };
  return w.db.one(sql<Revised>`update catalog.price_columns set name = ${next.name.trim()}, discount_bp = ${next.discountBp},
    min_monthly_sales = ${next.minMonthlySales} where id = ${id} returning id, revision`);
}

/**
 * Sets the price of a product in a column from a day on, until the next price that is already set; null ends the
 * column's own price there. What was sold under a past price keeps it.
 * @throws Refused `catalog.price-in-past` unless it is the first price; `catalog.list-price-needed` for ending the list price.
 */
export async function setPrice(
  w: Work,
  productId: string,
  wish: { columnId: string; amount: number | null; from: string },
): Promise<Revised> {
  await requirePermit(w, 'catalog.edit');
  const product = (await productForChange(w, productId)) ?? refuse('catalog.unknown-product');
  expectRevision(w, product);
  const column = (await priceColumn(w, wish.columnId)) ?? refuse('catalog.unknown-column', {}, '/columnId');
  if (wish.amount === null && column.number === 1) refuse('catalog.list-price-needed', {}, '/amount');
  if (wish.from < w.today.toString() && (await hasPriceAfter(w, productId, wish)))
    refuse('catalog.price-in-past', {}, '/from');
  await replacePrice(w, productId, wish);
  return w.db.one(
    sql<Revised>`update catalog.products set revision = revision where id = ${productId} returning id, revision`,
  );
}

async function hasPriceAfter(w: Work, productId: string, wish: { columnId: string; from: string }): Promise<boolean> {
  const row = await w.db.first(sql`select 1 from catalog.prices r
    where r.product_id = ${productId} and r.column_id = ${wish.columnId} and r.valid && daterange(${wish.from}::date, null)`);
  return row !== undefined;
}

async function replacePrice(
  w: Work,
  productId: string,
  wish: { columnId: string; amount: number | null; from: string },
): Promise<void> {
  const { columnId, amount, from } = wish;
  const of = sql`product_id = ${productId} and column_id = ${columnId}`;
  const same = sql`${of} and lower(valid) = ${from}::date`;
  if (amount === null) {
    await w.db.run(sql`delete from catalog.prices where ${same}`);
  } else if ((await w.db.run(sql`update catalog.prices set amount = ${amount} where ${same}`)) > 0) {
    return;
  }
  await w.db.run(sql`update catalog.prices set valid = daterange(lower(valid), ${from}::date)
    where ${of} and valid @> ${from}::date and lower(valid) is distinct from ${from}::date`);
  if (amount === null) return;
  await w.db.run(sql`insert into catalog.prices (id, company_id, product_id, column_id, amount, currency, valid)
    values (${w.newId()}, ${w.actor.companyId}, ${productId}, ${columnId}, ${amount}, ${w.company.currency},
      daterange(${from}::date, (select min(lower(valid)) from catalog.prices where ${of} and lower(valid) > ${from}::date)))`);
}
