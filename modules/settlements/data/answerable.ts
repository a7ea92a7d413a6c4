import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

type Named = { id: string; name: string };

/** Whose clients' debts the actor may choose among: every keeper in sight whose clients owe something. */
export function keepersOwed(w: Work): Promise<Named[]> {
  return w.db.all(sql<Named>`select e.id, e.name from settlements.debts d join organization.employees e on e.id = d.keeper_id
    where d.company_id = ${w.actor.companyId} and d.not_due + d.to_30 + d.to_60 + d.to_90 + d.over_90 > 0
    order by e.name, e.id limit 1000`);
}

/** The departments that the actor works in today. */
export async function ownDepartments(w: Work): Promise<Named[]> {
  return w.db.all(sql<Named>`select distinct d.id, d.name from organization.assignments a
    join organization.positions p on p.id = a.position_id join organization.departments d on d.id = p.department_id
    where a.company_id = ${w.actor.companyId} and a.employee_id = ${w.actor.employeeId} and a.valid @> ${w.today.toString()}::date
    order by d.name, d.id`);
}

/** Who works in a department, or in one below it, today. */
export async function employeesOf(w: Work, departmentId: string): Promise<string[]> {
  const rows = await w.db.all(sql<{ id: string }>`with recursive below as (
      select d.id, 1 as depth from organization.departments d where d.company_id = ${w.actor.companyId} and d.id = ${departmentId}
      union all
      select d.id, b.depth + 1 from below b join organization.departments d on d.parent_id = b.id where b.depth < 20)
    select distinct a.employee_id as id from organization.assignments a join organization.positions p on p.id = a.position_id
    where a.company_id = ${w.actor.companyId} and a.valid @> ${w.today.toString()}::date and p.department_id in (select id from below)`);
  return rows.map(({ id }) => id);
}
