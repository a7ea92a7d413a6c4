import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import { mayI, reachOf, type Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';
import type { Whose } from '../rules/figure-address.ts';

export type Named = { readonly id: string; readonly name: string };
export type Person = Named & {
  readonly position: string;
  readonly departmentId: string | null;
  readonly department: string;
};

/** The name of an employee whose plan the actor may see. @throws Refused `plans.unknown-employee` (404) for any other. */
export async function employeeInSight(w: Work, id: string): Promise<Named> {
  const all = mayI(w, 'plans.read', { keeperId: null }).kind === 'allowed';
  const seen = all || id === w.actor.employeeId || reachOf(w, id).kind !== 'none';
  const row = seen ? await employeeById(w, id) : undefined;
  return row ?? refuse('plans.unknown-employee');
}

/**
 * The name of an employee whose pay the actor may see: their own, everybody's for whoever settles, and that of those below
 * for whoever may see the plans and facts it follows from. Without these a statement would be drawn from nothing.
 */
export async function employeeInPaySight(w: Work, id: string): Promise<Named> {
  const row = (await seesPay(w, id)) ? await employeeById(w, id) : undefined;
  return row ?? refuse('plans.unknown-employee');
}

/** Whether the actor may see the pay of an employee. */
export async function seesPay(w: Work, id: string): Promise<boolean> {
  const facts = id === w.actor.employeeId || mayI(w, 'plans.read', { keeperId: id }).kind === 'allowed';
  const settles = mayI(w, 'pay.settle', { keeperId: null }).kind === 'allowed';
  const { seen } = await w.db.one(sql<{ seen: boolean }>`select plans.sees_pay(${id}) as seen`);
  return seen && (facts || settles);
}

function employeeById(w: Work, id: string): Promise<Named | undefined> {
  return w.db.first(sql<Named>`select id, name from organization.employees
    where id = ${id} and company_id = ${w.actor.companyId}`);
}

/** Whose facts a figure of a period counts, as `Whose` names them. */
export function peopleOf(whose: Whose, { from, to }: Period) {
  const { employee = null, department = null, line = null } = whose;
  return sql`plans.people_of(${employee}::uuid, ${department}::uuid, ${line}::uuid, ${from}::date, ${to}::date)`;
}

/** The ids of those whom `Whose` names. */
export async function idsOf(w: Work, whose: Whose, period: Period): Promise<string[]> {
  return (await w.db.one(sql<{ ids: string[] }>`select ${peopleOf(whose, period)} as ids`)).ids;
}

/**
 * The employees whose figures of a period the actor answers for, those who have left since among them: all with a grant
 * over the company, else oneself and those reached. Each where they first worked in it.
 */
export function peopleInSight(w: Work, period: Period, department?: string): Promise<Person[]> {
  const { from, to } = period;
  return w.db.all(sql<Person>`select e.id, e.name, place.title as position, place.department_id as "departmentId", place.department
    from organization.employees e join lateral (select p.title, d.id as department_id, d.name as department
      from organization.assignments a join organization.positions p on p.id = a.position_id
      join organization.departments d on d.id = p.department_id
      where a.employee_id = e.id and a.valid && daterange(${from}::date, ${to}::date) order by lower(a.valid), p.title limit 1) place on true
    where e.company_id = ${w.actor.companyId} and e.id = any ((select ${peopleOf({}, period)})::uuid[])
      and (${department ?? null}::uuid is null or e.id = any ((select ${peopleOf({ department }, period)})::uuid[]))
    order by place.department, e.last_name, e.first_name limit 2000`);
}

/** The department in which an employee works in a period; null when in none. */
export async function departmentOf(
  w: Work,
  employeeId: string,
  { from, to }: { from: string; to: string },
): Promise<string | null> {
  const row = await w.db.first(sql<{ id: string }>`select p.department_id as id from organization.assignments a
    join organization.positions p on p.id = a.position_id
    where a.employee_id = ${employeeId} and a.valid && daterange(${from}::date, ${to}::date) order by lower(a.valid), p.title limit 1`);
  return row?.id ?? null;
}

export type Member = Person & { readonly days: string };

/** Who holds a position in a department, or one below it, on any day of a period. */
export function membersOf(w: Work, departmentId: string, from: string, to: string): Promise<Member[]> {
  return w.db.all(sql<Member>`select e.id, e.name, min(p.title) as position, min(d.id::text) as "departmentId", min(d.name) as department,
      daterange(min(lower(a.valid)), max(coalesce(upper(a.valid), 'infinity')))::text as days
    from organization.employees e
    join organization.assignments a on a.employee_id = e.id and a.valid && daterange(${from}::date, ${to}::date)
    join organization.positions p on p.id = a.position_id
    join organization.departments d on d.id = p.department_id
    where e.company_id = ${w.actor.companyId} and p.department_id in (select plans.departments_under(${departmentId}))
    group by e.id order by e.last_name, e.first_name limit 1000`);
}

/**
 * The departments whose plans and people the actor may look at: those in which somebody in sight worked in a period, and for
 * whoever sees all of the company those above them too.
 */
export function departmentsInSight(w: Work, { from, to }: Period): Promise<Named[]> {
  const all = mayI(w, 'plans.read', { keeperId: null }).kind === 'allowed';
  return w.db.all(sql<Named>`
    with recursive tree as (
      select distinct d.id, d.parent_id, d.name from organization.assignments a
        join organization.positions p on p.id = a.position_id join organization.departments d on d.id = p.department_id
       where a.company_id = ${w.actor.companyId} and a.valid && daterange(${from}::date, ${to}::date)
         and a.employee_id = any ((select ${peopleOf({}, { from, to })})::uuid[])
      union
      select d.id, d.parent_id, d.name from tree t join organization.departments d on d.id = t.parent_id where ${all}
    )
    select tree.id, tree.name from tree order by tree.name`);
}

/** A department of the company. @throws Refused `plans.unknown-department`. */
export async function departmentById(w: Work, id: string): Promise<Named> {
  const row = await w.db.first(sql<Named>`select id, name from organization.departments
    where id = ${id} and company_id = ${w.actor.companyId}`);
  return row ?? refuse('plans.unknown-department');
}
