import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { PartBy } from '../rules/parts.ts';

export type PartName = { id: string; label: string };

/** The product groups that goods stand in, and those of the ids given. */
export function plannableGroups(w: Work, ids: readonly string[]): Promise<PartName[]> {
  return w.db.all(sql<PartName>`select g.id, g.name as label from catalog.categories g
    where g.company_id = ${w.actor.companyId}
      and (g.id = any (${ids}::uuid[]) or exists (select from catalog.v_products p where p.company_id = g.company_id and p.category_id = g.id))
    order by g.name`);
}

/** Clients by name; those out of reach are left out. */
export function namedClients(w: Work, ids: readonly string[]): Promise<PartName[]> {
  return w.db.all(
    sql<PartName>`select c.id, c.name as label from clients.v_clients c where c.id = any (${ids}::uuid[]) order by c.name`,
  );
}

/** What employees sold in each month of a period by product group or client, keyed `<part> <YYYY-MM>`. */
export async function monthlyByPart(
  w: Work,
  employeeIds: readonly string[],
  by: PartBy,
  { from, to }: Period,
): Promise<ReadonlyMap<string, number>> {
  const source =
    by === 'category'
      ? sql`select category_id as part, month, sum(amount)::bigint as sold from plans.group_sales
          where company_id = ${w.actor.companyId} and employee_id = any (${employeeIds}::uuid[])
            and month >= ${from}::date and month < ${to}::date and currency = ${w.company.currency} group by 1, 2`
      : sql`select s.client_id as part, date_trunc('month', s.on_day) as month, sum(s.amount)::bigint as sold
          from plans.sales_of(${employeeIds}::uuid[], ${from}::date, ${to}::date) s where s.currency = ${w.company.currency} group by 1, 2`;
  const rows = await w.db.all(sql<{ key: string; sold: number }>`
    select x.part || ' ' || to_char(x.month, 'YYYY-MM') as key, x.sold from (${source}) x`);
  return new Map(rows.map((row) => [row.key, row.sold]));
}
