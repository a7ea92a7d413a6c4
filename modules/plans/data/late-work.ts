import { sql } from '#platform/db/sql.ts';
import type { WorkLine } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';

export type BoundDuty = {
  employeeId: string;
  clauseId: string;
  clauseNumber: string;
  key: string;
  settings: Record<string, unknown>;
};

/** Every duty that binds anybody of the company today, by the positions held and the versions in force. */
export function dutiesInForce(w: Work): Promise<BoundDuty[]> {
  const today = w.today.toString();
  return w.db.all(sql<BoundDuty>`select e.id as "employeeId", c.id as "clauseId", c.number as "clauseNumber", b.key, b.settings
    from organization.employees e
    join organization.assignments a on a.employee_id = e.id and a.valid @> ${today}::date
    join mandates.job_descriptions j on j.position_id = a.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
    join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force @> ${today}::date
    join mandates.clauses c on c.version_id = v.id
    join mandates.bindings b on b.clause_id = c.id and b.kind = 'duty'
    where e.company_id = ${w.actor.companyId} and e.dismissed_at is null order by e.id, c.section, c.ordinal`);
}

export type LateLine = { readonly duty: BoundDuty; readonly line: WorkLine };

/** Puts what is late now in the place of what was late before. */
export async function replaceLateWork(w: Work, late: readonly LateLine[]): Promise<void> {
  const rows = late.map(({ duty, line }) => ({
    employee_id: duty.employeeId,
    line_id: line.id,
    clause_id: duty.clauseId,
    clause_number: duty.clauseNumber,
    kind: line.kind,
    params: line.params,
    subject: line.subject.label,
    since: line.since,
    due: line.due,
    stake: line.stake,
    href: line.href,
  }));
  await w.db.run(sql`delete from plans.late_work where company_id = ${w.actor.companyId}`);
  await w.db.run(sql`insert into plans.late_work (company_id, employee_id, line_id, clause_id, clause_number, kind, params, subject, since, due, stake, href)
    select distinct on (r.employee_id, r.line_id) ${w.actor.companyId}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(employee_id uuid,
      line_id text, clause_id uuid, clause_number text, kind text, params jsonb, subject text,
      since date, due date, stake bigint, href text)`);
  await w.db.run(sql`delete from plans.late_counts where company_id = ${w.actor.companyId}`);
  await w.db.run(sql`insert into plans.late_counts (company_id, employee_id, lines)
    select company_id, employee_id, count(*) from plans.late_work where company_id = ${w.actor.companyId} group by 1, 2`);
  await w.db.run(sql`insert into plans.late_work_gathered (company_id, at) values (${w.actor.companyId}, ${w.now.toString()})
    on conflict (company_id) do update set at = excluded.at`);
}

/** When the late work of the company was last gathered; null before the first time. */
export async function gatheredAt(w: Work): Promise<string | null> {
  const row = await w.db.first(
    sql<{ at: string }>`select at from plans.late_work_gathered where company_id = ${w.actor.companyId}`,
  );
  return row?.at ?? null;
}

export type LateRow = {
  id: string;
  kind: string;
  params: Record<string, unknown>;
  subject: string;
  clause: string;
  on: string | null;
  stake: number;
  href: string;
};

/** What one employee is late with: the greatest stake, or the longest late, first. */
export function lateWorkOf(w: Work, employeeId: string): Promise<LateRow[]> {
  return w.db.all(sql<LateRow>`select line_id as id, kind, params, subject, clause_number as clause, coalesce(due, since) as "on",
      stake, href from plans.late_work
    where company_id = ${w.actor.companyId} and employee_id = ${employeeId} order by stake desc, coalesce(due, since), line_id limit 200`);
}

/** How many lines each of many employees is late with; who is late with nothing is absent. */
export async function lateCounts(w: Work, employeeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await w.db.all(sql<{
    employee_id: string;
    value: number;
  }>`select employee_id, lines as value from plans.late_counts
    where company_id = ${w.actor.companyId} and employee_id = any (${employeeIds}::uuid[])`);
  return new Map(rows.map((row) => [row.employee_id, row.value]));
}
