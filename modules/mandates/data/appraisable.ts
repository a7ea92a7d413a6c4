import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Named } from './versions.ts';

/** Employees with an assignment today, all or of these. */
export function employeesToAppraise(w: Work, ids: readonly string[] | null): Promise<Named[]> {
  return w.db.all(sql<Named>`select e.id, e.name from organization.employees e
    where e.company_id = ${w.actor.companyId} and e.dismissed_at is null and e.id <> ${w.actor.employeeId}
      and (${ids}::uuid[] is null or e.id = any(${ids}::uuid[]))
      and exists (select from organization.assignments a where a.employee_id = e.id and a.valid @> ${w.today.toString()}::date)
    order by e.name limit 1000`);
}

/** Employees on a day by id, each with the positions as one line. */
export async function standingsOf(
  w: Work,
  ids: readonly string[],
  day: string,
): Promise<Map<string, { employee: Named; position: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await w.db.all(sql<{ employee: Named; position: string }>`
    select jsonb_build_object('id', e.id, 'name', e.name) as employee,
      coalesce((select string_agg(p.title, ', ' order by p.title) from organization.assignments a
        join organization.positions p on p.id = a.position_id where a.employee_id = e.id and a.valid @> ${day}::date), '') as position
    from organization.employees e where e.company_id = ${w.actor.companyId} and e.id = any (${ids}::uuid[])`);
  return new Map(rows.map((row) => [row.employee.id, row]));
}

/** The positions of an employee on a day, as one line, and the department of the first. */
export async function standingOn(
  w: Work,
  employeeId: string,
  day: string,
): Promise<{ position: string; department: string }> {
  const row = await w.db.first(sql<{
    position: string | null;
    department: string | null;
  }>`select string_agg(p.title, ', ' order by p.title) as position, min(d.name) as department
    from organization.assignments a join organization.positions p on p.id = a.position_id join organization.departments d on d.id = p.department_id
    where a.employee_id = ${employeeId} and a.valid @> ${day}::date`);
  return { position: row?.position ?? '', department: row?.department ?? '' };
}
