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
 * Keeps an export, as the one who takes it. When the day's exports together go beyond the limit for the first time, that is
 * announced. Exports of one person wait for each other, so that two at once cannot slip below the limit.
 */
export async function keepExport(w: Work, taken: Export): Promise<void> {
  const employeeId = actingEmployee(w);
  await w.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${`exports ${employeeId}`}, 0))`);
  const limit = await readSettingFor<MassExport>(w, 'security.mass-export', employeeId);
  const before = await takenToday(w, employeeId, []);
  // One client more than the limit says is enough to see that it was passed.
  const ids = [...taken.clients].slice(0, limit.clients + 1);
  const after = await takenToday(w, employeeId, ids);
  const all = { rows: after.rows + taken.rows, clients: Math.max(after.clients, taken.clients.size) };
  const beyond = goesBeyond(before, all, limit);
  await w.db.run(sql`insert into platform.exports (id, company_id, employee_id, taken_at, day, list, way, query, columns, rows,
      clients, client_ids, beyond)
    values (${w.newId()}, ${w.actor.companyId}, ${employeeId}, ${w.now.toString()}, ${w.today.toString()}, ${taken.list},
      ${taken.way}, ${JSON.stringify(taken.query)}, ${taken.columns}, ${taken.rows}, ${taken.clients.size}, ${ids}::uuid[], ${beyond})`);
  if (beyond) await announce(w, 'security.went-beyond', { employeeId, ...all } satisfies WentBeyond);
}

/** Rows taken today, and how many different clients they and `more` are. */
function takenToday(w: Work, employeeId: string, more: readonly string[]): Promise<Taken> {
  return w.db.one(sql<Taken>`with today as (select rows, client_ids from platform.exports
      where employee_id = ${employeeId} and day = ${w.today.toString()})
    select (select coalesce(sum(rows), 0)::bigint from today) as rows,
      (select count(*) from (select unnest(client_ids) from today union select unnest(${more}::uuid[])) c) as clients`);
}
