import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** Days on which somebody of a client was reached, as numbers since 1970, for many clients, in a period. */
export async function contactDays(
  w: Work,
  clientIds: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, number[]>> {
  if (clientIds.length === 0) return new Map();
  const rows = await w.db.all(sql<{ id: string; days: number[] }>`select client_id as id,
      array_agg(distinct on_day - date '1970-01-01') as days
    from activities.v_contacts where client_id = any (${clientIds}::uuid[]) and on_day >= ${from}::date and on_day < ${to}::date
    group by client_id`);
  return new Map(rows.map((row) => [row.id, row.days]));
}
