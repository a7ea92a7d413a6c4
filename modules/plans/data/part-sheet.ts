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
  const [source, part] = by === 'category' ? ['sales_by_group', 'category_id'] : ['sales_of', 'client_id'];
  const rows = await w.db.all(sql<{ key: string; sold: number }>`
    select s.${sql.ref(part)} || ' ' || to_char(s.on_day, 'YYYY-MM') as key, sum(s.amount)::bigint as sold
    from ${sql.table(`plans.${source}`)}(${employeeIds}::uuid[], ${from}::date, ${to}::date) s
    where s.currency = ${w.company.currency} and s.${sql.ref(part)} is not null group by s.${sql.ref(part)}, to_char(s.on_day, 'YYYY-MM')`);
  return new Map(rows.map((row) => [row.key, row.sold]));
}
