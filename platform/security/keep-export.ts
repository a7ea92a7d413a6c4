import { sql } from '#platform/db/sql.ts';
import { readSettingFor } from '#platform/settings.ts';
import { actingEmployee, announce, type Work } from '#platform/work.ts';
import { goesBeyond, type Taken } from './mass.ts';
import type { MassExport } from './settings.ts';

/** Rows that left: of which list, by which query, as a file or by a key. */
export type Export = {
  /** Id of the endpoint that reads the list. */
  readonly list: string;
  readonly way: 'csv' | 'xlsx' | 'key';
  readonly query: Readonly<Record<string, unknown>>;
  readonly columns: readonly string[];
  readonly rows: number;
  /** The different clients whose rows they are. */
  readonly clients: ReadonlySet<string>;
};

/** The event that somebody has taken more on a day than the company lets go without telling anybody. */
export type WentBeyond = Taken & { readonly employeeId: string };

/**
 * Keeps exports, as the one who takes them. When the day's exports together go beyond the limit for the first time, that is
 * announced. What one person takes at the same time waits for each other, so that it cannot slip below the limit.
 */
export async function keepExports(w: Work, taken: readonly Export[]): Promise<void> {
  const employeeId = actingEmployee(w);
  await w.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`exports ${employeeId}`}, 0))`);
  const limit = await readSettingFor<MassExport>(w, 'security.mass-export', employeeId);
  // One client more than the limit says is enough to see that it was passed.
  const rows = taken.map((each) => ({
    ...each,
    id: w.newId(),
    clients: each.clients.size,
    clientIds: [...each.clients].slice(0, limit.clients + 1),
  }));
  const before = await takenToday(w, employeeId, []);
  const different = await takenToday(w, employeeId, [...new Set(rows.flatMap(({ clientIds }) => clientIds))]);
  const after = {
    rows: before.rows + rows.reduce((sum, each) => sum + each.rows, 0),
    clients: Math.max(different.clients, ...rows.map(({ clients }) => clients)),
  };
  const beyond = goesBeyond(before, after, limit);
  await w.db.run(sql`insert into platform.exports (id, company_id, employee_id, taken_at, day, list, way, query, columns, rows,
      clients, client_ids, beyond)
    select r.id, ${w.actor.companyId}, ${employeeId}, ${w.now.toString()}, ${w.today.toString()}, r.list, r.way, r.query,
        r.columns, r.rows, r.clients, r."clientIds", ${beyond} and r.id = ${rows.at(-1)?.id}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, list text, way text, query jsonb, columns text[],
        rows int, clients int, "clientIds" uuid[])`);
  if (beyond) await announce(w, 'security.went-beyond', { employeeId, ...after } satisfies WentBeyond);
}

/** Rows taken today, and how many different clients they and `more` are. */
function takenToday(w: Work, employeeId: string, more: readonly string[]): Promise<Taken> {
  return w.db.one(sql<Taken>`with today as (select rows, client_ids from platform.exports
      where employee_id = ${employeeId} and day = ${w.today.toString()})
    select (select coalesce(sum(rows), 0)::bigint from today) as rows,
      (select count(*) from (select unnest(client_ids) from today union select unnest(${more}::uuid[])) c) as clients`);
}
