import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type ToPlan = {
  employeeId: string;
  name: string;
  departmentId: string;
  department: string;
  month: string;
  approvedAt: string | null;
  approvedOn: string | null;
};

/**
 * The sales plans that an employee owes for direct subordinates who keep clients, month by month, with when each was
 * first approved.
 */
export function membersToPlan(w: Work, headId: string, months: readonly string[]): Promise<ToPlan[]> {
  const days = months.map((month) => `${month}-01`);
  return w.db.all(sql<ToPlan>`
    select e.id as "employeeId", e.name, place.id as "departmentId", place.name as department, to_char(m.day, 'YYYY-MM') as month,
      p.at as "approvedAt", (p.at at time zone ${w.company.timeZone})::date as "approvedOn"
    from unnest(${days}::date[]) m(day)
    join organization.reporting_lines r on r.superior_id = ${headId} and r.valid @> m.day and r.company_id = ${w.actor.companyId}
    join organization.employees e on e.id = r.employee_id and e.dismissed_at is null
    join lateral (select d.id, d.name from organization.assignments a join organization.positions o on o.id = a.position_id
      join organization.departments d on d.id = o.department_id where a.employee_id = e.id and a.valid @> m.day limit 1) place on true
    left join lateral (select min(x.approved_at) as at from plans.plans x where x.employee_id = e.id and x.metric = 'sales' and x.month = m.day
      and x.category_id is null and x.client_id is null and x.state = 'approved') p on true
    where exists (select from clients.v_clients c where c.keeper_id = e.id and c.company_id = ${w.actor.companyId})
    order by m.day, e.last_name limit 2000`);
}
