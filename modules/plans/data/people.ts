import { sql } from '#platform/db/sql.ts';
import { mayI, reachOf, type Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';

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

/** Where each employee works on a day: the first position held then. */
const placed = (on: string) => sql`lateral (select p.title, d.id as department_id, d.name as department
    from organization.assignments a join organization.positions p on p.id = a.position_id
    join organization.departments d on d.id = p.department_id
    where a.employee_id = e.id and a.valid @> ${on}::date order by lower(a.valid), p.title limit 1) place`;

/** The employees whose figures the actor answers for: all with a grant over the company, else oneself and those reached. */
export function peopleInSight(w: Work, on: string): Promise<Person[]> {
  const all = mayI(w, 'plans.read', { keeperId: null }).kind === 'allowed';
  const whose = all ? sql`` : sql`and e.id = any ((select app.reach())::uuid[])`;
  return w.db.all(sql<Person>`select e.id, e.name, place.title as position, place.department_id as "departmentId", place.department
    from organization.employees e join ${placed(on)} on true
    where e.company_id = ${w.actor.companyId} and e.dismissed_at is null ${whose}
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

/** The departments of the company, for choosing one. */
export function departments(w: Work): Promise<(Named & { parentId: string | null })[]> {
  return w.db.all(sql<Named & { parentId: string | null }>`select id, name, parent_id as "parentId"
    from organization.departments where company_id = ${w.actor.companyId} order by name`);
}

/** A department of the company. @throws Refused `plans.unknown-department`. */
export async function departmentById(w: Work, id: string): Promise<Named> {
  const row = await w.db.first(sql<Named>`select id, name from organization.departments
    where id = ${id} and company_id = ${w.actor.companyId}`);
  return row ?? refuse('plans.unknown-department');
}
