import { type Query, sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type Named = { id: string; name: string };
export type EmployeeLine = {
  id: string;
  number: string;
  name: string;
  email: string;
  positions: string[];
  department: string | null;
  superior: Named | null;
  hiredOn: string;
  dismissedAt: string | null;
  absentUntil: string | null;
};

/** Employees by name, with what they are today. */
export function employees(w: Work, q: string | undefined, dismissed: boolean): Promise<EmployeeLine[]> {
  const today = w.today.toString();
  return w.db.all(sql<EmployeeLine>`
    select e.id, e.number, e.name, e.email, e.hired_on as "hiredOn", e.dismissed_at as "dismissedAt",
      coalesce(jsonb_agg(distinct p.title) filter (where p.id is not null), '[]') as positions,
      min(d.name) as department,
      (select jsonb_build_object('id', s.id, 'name', s.name) from organization.reporting_lines r
         join organization.employees s on s.id = r.superior_id where r.employee_id = e.id and r.valid @> ${today}::date) as superior,
      (select (upper(a.valid) - 1)::text from organization.absences a
         where a.employee_id = e.id and a.cancelled_at is null and a.valid @> ${today}::date) as "absentUntil"
    from organization.employees e
    left join organization.assignments x on x.employee_id = e.id and x.valid @> ${today}::date
    left join organization.positions p on p.id = x.position_id
    left join organization.departments d on d.id = p.department_id
    where e.company_id = ${w.actor.companyId} and (e.dismissed_at is null) = ${!dismissed}
      and (${q ?? null}::text is null or e.name ilike '%' || ${q ?? ''} || '%' or p.title ilike '%' || ${q ?? ''} || '%'
        or exists (select from unnest(p.synonyms) s where s ilike '%' || ${q ?? ''} || '%'))
    group by e.id order by e.last_name, e.first_name limit 2000`);
}

export type EmployeeRow = {
  id: string;
  number: string;
  firstName: string;
  lastName: string;
  name: string;
  email: string;
  phone: string;
  language: string;
  hiredOn: string;
  dismissedAt: string | null;
  signsIn: boolean;
  revision: number;
};

/** One employee, or undefined. */
export function employee(w: Work, id: string): Promise<EmployeeRow | undefined> {
  return w.db.first(sql<EmployeeRow>`select id, number, first_name as "firstName", last_name as "lastName", name, email, phone,
    language, hired_on as "hiredOn", dismissed_at as "dismissedAt", user_id is not null as "signsIn", revision
    from organization.employees where id = ${id}`);
}

export type AccessGiven = { by: string; at: string; replacedAt: string | null };

/** The last time that somebody gave an employee a password; undefined when nobody did, or the actor may not know. */
export function lastAccessGiven(w: Work, id: string): Promise<AccessGiven | undefined> {
  return w.db.first(sql<AccessGiven>`select e.name as by, g.given_at as at, g.replaced_at as "replacedAt"
    from organization.given_accesses g join organization.employees e on e.id = g.given_by
    where g.employee_id = ${id} order by g.given_at desc limit 1`);
}

/** Those above an employee on a day, nearest first. */
export function superiorsOf(w: Work, id: string, on: string): Promise<Named[]> {
  return w.db.all(sql<Named>`select e.id, e.name
    from organization.superiors_of(${w.actor.companyId}, ${id}, ${on}::date) s join organization.employees e on e.id = s.superior_id
    order by s.distance`);
}

export type SuperiorRow = Named & { positions: string[]; dismissed: boolean };

/** Those above an employee on a day, nearest first, with the positions that they held then. */
export function reportingLineOf(w: Work, id: string, on: string): Promise<SuperiorRow[]> {
  return w.db.all(sql<SuperiorRow>`select e.id, e.name,
      coalesce((e.dismissed_at at time zone ${w.company.timeZone})::date <= ${on}::date, false) as dismissed,
      coalesce((select jsonb_agg(p.title order by lower(a.valid), p.title) from organization.assignments a
        join organization.positions p on p.id = a.position_id
        where a.employee_id = e.id and a.valid @> ${on}::date), '[]') as positions
    from organization.superiors_of(${w.actor.companyId}, ${id}, ${on}::date) s join organization.employees e on e.id = s.superior_id
    order by s.distance`);
}

export type AssignmentRow = {
  id: string;
  positionId: string;
  position: string;
  department: string;
  from: string | null;
  to: string | null;
};

/** All assignments of an employee, newest first. */
export function assignmentsOf(w: Work, id: string): Promise<AssignmentRow[]> {
  return w.db.all(sql<AssignmentRow>`select a.id, p.id as "positionId", p.title as position, d.name as department,
      lower(a.valid)::text as "from", upper(a.valid)::text as "to"
    from organization.assignments a join organization.positions p on p.id = a.position_id
    join organization.departments d on d.id = p.department_id
    where a.employee_id = ${id} order by lower(a.valid) desc nulls last`);
}

type Revised = { id: string; revision: number };

export function insertEmployee(
  w: Work,
  id: string,
  row: Record<'number' | 'firstName' | 'lastName' | 'email' | 'phone' | 'language' | 'hiredOn', string>,
): Query<Revised> {
  return sql<Revised>`insert into organization.employees (id, company_id, number, first_name, last_name, email, phone, language, hired_on)
    values (${id}, ${w.actor.companyId}, ${row.number}, ${row.firstName}, ${row.lastName}, ${row.email}, ${row.phone}, ${row.language}, ${row.hiredOn})
    returning id, revision`;
}

/** Would `superior` reporting to nobody below `employee` be violated: is the employee among those above the superior? */
export async function isAbove(w: Work, employeeId: string, superiorId: string, on: string): Promise<boolean> {
  const line = await superiorsOf(w, superiorId, on);
  return line.some((above) => above.id === employeeId);
}
