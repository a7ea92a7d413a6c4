import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type DatedCost = { id: string; amount: number; currency: string; from: string | null; to: string | null };

/** What a product cost, costs and will cost, the latest first; nothing without the permit to see it. */
export function costsOfProduct(w: Work, productId: string): Promise<DatedCost[]> {
  return w.db.all(sql<DatedCost>`select c.id, c.amount, c.currency, lower(c.valid) as "from", upper(c.valid) as "to"
    from catalog.costs c where c.product_id = ${productId} and c.company_id = ${w.actor.companyId} order by c.valid desc limit 500`);
}

/**
 * What one unit of each product costs on a day, in minor units of the company's currency. Absent from the map: a product whose
 * cost is not known or stands in another currency; all of them without the permit to see costs.
 */
export async function costsOn(w: Work, productIds: readonly string[], on: string): Promise<Map<string, number>> {
  const rows = await w.db.all(sql<{
    id: string;
    amount: number;
  }>`select c.product_id as id, c.amount from catalog.costs c
    where c.company_id = ${w.actor.companyId} and c.product_id = any (${productIds}::uuid[]) and c.valid @> ${on}::date
      and c.currency = ${w.company.currency}`);
  return new Map(rows.map(({ id, amount }) => [id, amount]));
}
