import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** Names of employees by id. */
export async function employeeNames(w: Work, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await w.db.all(sql<{ id: string; name: string }>`select id, name from organization.employees
    where id = any (${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}
