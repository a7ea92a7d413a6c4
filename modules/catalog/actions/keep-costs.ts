import { sql } from '#platform/db/sql.ts';
import { expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { productForChange } from '../data/products.ts';
import { refuse } from '../refusals.ts';

/**
 * Sets what one unit of a product costs from a day on, in minor units of the company's currency, until the next cost that is
 * already set. Margins that were seen by a past cost keep it.
 * @throws Refused `catalog.unknown-product`, `catalog.price-in-past` unless it is the first cost, 412.
 */
export async function setCost(
  w: Work,
  productId: string,
  { amount, from }: { amount: number; from: string },
): Promise<{ id: string; revision: number }> {
  await requirePermit(w, 'catalog.edit');
  await requirePermit(w, 'catalog.cost');
  const product = (await productForChange(w, productId)) ?? refuse('catalog.unknown-product');
  expectRevision(w, product);
  const later = await w.db.first(
    sql`select from catalog.costs where product_id = ${productId} and valid && daterange(${from}::date, null)`,
  );
  if (from < w.today.toString() && later) refuse('catalog.price-in-past', {}, '/from');
  const same = sql`product_id = ${productId} and lower(valid) = ${from}::date`;
  if ((await w.db.run(sql`update catalog.costs set amount = ${amount} where ${same}`)) === 0) {
    await w.db.run(sql`update catalog.costs set valid = daterange(lower(valid), ${from}::date)
      where product_id = ${productId} and valid @> ${from}::date`);
    await w.db.run(sql`insert into catalog.costs (id, company_id, product_id, amount, currency, valid)
      values (${w.newId()}, ${w.actor.companyId}, ${productId}, ${amount}, ${w.company.currency}, daterange(${from}::date,
        (select min(lower(valid)) from catalog.costs where product_id = ${productId} and lower(valid) > ${from}::date)))`);
  }
  return w.db.one(sql<{ id: string; revision: number }>`update catalog.products set revision = revision
    where id = ${productId} returning id, revision`);
}
