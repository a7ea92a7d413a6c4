import { randomBytes } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { sql } from '#platform/db/sql.ts';
import { announce, expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { employee, insertEmployee, isAbove } from '../data/employees.ts';
import { refuse } from '../refusals.ts';
import { assignEmployee } from './assign.ts';

type Revised = { id: string; revision: number };
export type NewEmployee = {
  number: string;
  firstName: string;
  lastName: string;
  email: string;
  phone?: string;
  language?: string;
  hiredOn: string;
  positionId?: string;
  superiorId?: string;
};

/** Adds an employee; with a position and a superior where given, from the day of hiring. */
export async function addEmployee(w: Work, wish: NewEmployee): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  const row = { phone: '', language: w.company.language, ...wish, email: wish.email.toLowerCase() };
  const added = await w.db.one(insertEmployee(w, w.newId(), row));
  if (wish.superiorId) await setSuperior(w, added.id, wish.superiorId, wish.hiredOn);
  if (wish.positionId)
    await assignEmployee(w, { employeeId: added.id, positionId: wish.positionId, from: wish.hiredOn });
  return added;
}

/** Changes names, phone or language of an employee. */
export async function editEmployee(
  w: Work,
  id: string,
  wish: { firstName?: string; lastName?: string; phone?: string; language?: string },
): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  const current = (await employee(w, id)) ?? refuse('organization.unknown-employee');
  expectRevision(w, current);
  const next = { ...current, ...wish };
  return w.db.one(sql<Revised>`update organization.employees set first_name = ${next.firstName}, last_name = ${next.lastName},
    phone = ${next.phone}, language = ${next.language} where id = ${id} returning id, revision`);
}

/**
 * Says to whom an employee reports from a day on; an earlier line is cut there. Null: to no one.
 * @throws Refused when the line would run in a circle.
 */
export async function setSuperior(w: Work, employeeId: string, superiorId: string | null, from: string): Promise<void> {
  await requirePermit(w, 'organization.arrange');
  await w.db.run(
    sql`select pg_advisory_xact_lock(hashtextextended('organization.reporting:' || ${w.actor.companyId}, 0))`,
  );
  if (!(await employee(w, employeeId))) refuse('organization.unknown-employee');
  if (superiorId !== null) {
    if (superiorId === employeeId) refuse('organization.reports-to-self', {}, '/superiorId');
    if (!(await employee(w, superiorId))) refuse('organization.unknown-employee', {}, '/superiorId');
    if (await isAbove(w, employeeId, superiorId, from)) refuse('organization.reports-in-a-circle', {}, '/superiorId');
  }
  await w.db.run(
    sql`delete from organization.reporting_lines where employee_id = ${employeeId} and lower(valid) >= ${from}::date`,
  );
  await w.db.run(sql`update organization.reporting_lines set valid = daterange(lower(valid), ${from}::date)
    where employee_id = ${employeeId} and valid @> ${from}::date`);
  if (superiorId !== null) {
    await w.db.run(sql`insert into organization.reporting_lines (id, company_id, employee_id, superior_id, valid)
      values (${w.newId()}, ${w.actor.companyId}, ${employeeId}, ${superiorId}, daterange(${from}::date, null))`);
  }
}

/** Dismisses an employee by order: assignments end today, sessions and keys at once. */
export async function dismissEmployee(
  w: Work,
  id: string,
  order: { orderNumber: string; orderDate: string },
): Promise<Revised> {
  await requirePermit(w, 'organization.arrange');
  const current = (await employee(w, id)) ?? refuse('organization.unknown-employee');
  if (current.dismissedAt) refuse('organization.already-dismissed');
  await recordOrder(w, 'dismissal', `${current.name}`, order);
  const today = w.today.toString();
  await w.db.run(sql`update organization.assignments set valid = daterange(lower(valid), greatest(${today}::date, lower(valid) + 1))
    where employee_id = ${id} and (upper(valid) is null or upper(valid) > ${today}::date)`);
  await w.db.run(sql`select app.cut_access(${id})`);
  const dismissed = await w.db.one(
    sql<Revised>`update organization.employees set dismissed_at = now() where id = ${id} returning id, revision`,
  );
  await announce(w, 'organization.employee-dismissed', { employeeId: id });
  return dismissed;
}

/**
 * Lets an employee sign in; gives the password, which is kept only as a hash. What a person gives opens nothing until it
 * is changed, and is told to whoever gets it; what the company gives at its founding is the person's own.
 * @throws Refused `organization.access-to-oneself`: an own password is changed by knowing it.
 */
export async function giveAccess(
  w: Work,
  id: string,
  password = randomBytes(12).toString('base64url'),
): Promise<{ password: string }> {
  await requirePermit(w, 'organization.arrange');
  const { user } = await w.db.one(
    sql<{ user: string | null }>`select app.give_access(${id}, ${await hash(password)}) as user`,
  );
  if (!user) refuse('organization.unknown-employee');
  return { password };
}

/** Records an order of the company; gives its id. */
export async function recordOrder(
  w: Work,
  kind: string,
  title: string,
  order: { orderNumber: string; orderDate: string },
): Promise<string> {
  const id = w.newId();
  await w.db.run(sql`insert into organization.company_orders (id, company_id, number, issued_on, kind, title, signed_by)
    values (${id}, ${w.actor.companyId}, ${order.orderNumber}, ${order.orderDate}, ${kind}, ${title}, ${w.actor.employeeId})`);
  return id;
}
