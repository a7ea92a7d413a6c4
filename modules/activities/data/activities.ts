import { type Query, sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Outcome } from '../rules/outcome.ts';
import type { WeekPlanState } from '../rules/week-plan-lifecycle.ts';

export type Named = { id: string; name: string };
export type ActivityState = 'planned' | 'done' | 'moved' | 'missed';
export type ActivityKind = 'call' | 'visit' | 'meeting' | 'letter';

/** An activity as screens and acts need it. Amounts in minor units; `plannedTime` by the company's clock. */
export type ActivityRow = {
  id: string;
  client: { id: string; name: string; class: string | null; city: string; phone: string };
  keeperId: string;
  employee: Named;
  actingFor: Named | null;
  kind: ActivityKind;
  state: ActivityState;
  purpose: string;
  plannedOn: string | null;
  plannedTime: string | null;
  minutes: number;
  planState: WeekPlanState | null;
  /** Assigned by a superior: from that duty clause, or without one outside the job description. Null: one's own plan. */
  assigned: { clause: { id: string; number: string; text: string } | null } | null;
  offPlanCause: string | null;
  withPotential: boolean;
  startedAt: string | null;
  doneAt: string | null;
  outcome: Outcome | null;
  note: string;
  nextStep: string;
  nextOn: string | null;
  nextOpen: boolean;
  promisedAmount: number | null;
  promisedOn: string | null;
  currency: string | null;
  movedTo: { id: string; plannedOn: string } | null;
  movedReason: string;
  missedReason: string;
  revision: number;
};

const personOf = (id: ReturnType<typeof sql>) =>
  sql`(select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = ${id})`;

function columns(w: Work) {
  return sql`a.id, jsonb_build_object('id', c.id, 'name', c.name, 'class', c.class, 'city', c.city, 'phone', c.phone) as client,
    a.keeper_id as "keeperId", ${personOf(sql`a.employee_id`)} as employee, ${personOf(sql`a.acting_for`)} as "actingFor", a.kind, a.state,
    a.purpose, a.planned_on as "plannedOn", to_char(a.planned_at at time zone ${w.company.timeZone}, 'HH24:MI') as "plannedTime",
    a.minutes, (select p.state from activities.week_plans p where p.id = a.week_plan_id) as "planState",
    case when a.clause_id is not null or a.outside_description
      then jsonb_build_object('clause', mandates.quoted_clause(a.clause_id)) end as assigned,
    a.off_plan_cause as "offPlanCause", a.with_potential as "withPotential", a.started_at as "startedAt", a.done_at as "doneAt",
    a.outcome, a.note, a.next_step as "nextStep", a.next_on as "nextOn", a.next_on is not null and a.next_closed_at is null as "nextOpen",
    a.promised_amount as "promisedAmount", a.promised_on as "promisedOn", a.currency,
    (select jsonb_build_object('id', m.id, 'plannedOn', m.planned_on) from activities.activities m where m.id = a.moved_to_id) as "movedTo",
    a.moved_reason as "movedReason", a.missed_reason as "missedReason", a.revision`;
}

const from = sql`activities.activities a join clients.v_clients c on c.id = a.client_id`;

/** One activity within reach. */
export function activity(w: Work, id: string): Promise<ActivityRow | undefined> {
  return w.db.first(
    sql<ActivityRow>`select ${columns(w)} from ${from} where a.id = ${id} and a.company_id = ${w.actor.companyId}`,
  );
}

/** Holds an activity against change until the transaction ends; false when it is out of reach or not to be changed. */
export async function lockActivity(w: Work, id: string): Promise<boolean> {
  const query = sql`select 1 from activities.activities where id = ${id} and company_id = ${w.actor.companyId} for update`;
  return (await w.db.first(query)) !== undefined;
}

/** All activities of an employee for the days from `from` up to, not including, `to`, in the order of the day. */
export function activitiesOf(w: Work, employeeId: string, days: { from: string; to: string }): Promise<ActivityRow[]> {
  return w.db.all(sql<ActivityRow>`select ${columns(w)} from ${from}
    where a.company_id = ${w.actor.companyId} and a.employee_id = ${employeeId}
      and ((a.planned_on >= ${days.from}::date and a.planned_on < ${days.to}::date)
        or (a.planned_on is null and a.day >= ${days.from}::date and a.day < ${days.to}::date))
    order by coalesce(a.planned_on, a.done_on), a.planned_at nulls last, c.name, a.id limit 1000`);
}

/** What is planned with a client, which steps are open, and what was done, the latest first. */
export async function activitiesWith(w: Work, clientId: string, limit: number) {
  const those = (condition: ReturnType<typeof sql>, order: ReturnType<typeof sql>) =>
    w.db.all(sql<ActivityRow>`select ${columns(w)} from ${from}
      where a.client_id = ${clientId} and a.company_id = ${w.actor.companyId} and ${condition} order by ${order} limit ${limit}`);
  const [planned, openSteps, done] = await Promise.all([
    those(sql`a.state = 'planned'`, sql`a.planned_on, a.planned_at nulls last, a.id`),
    those(sql`a.next_on is not null and a.next_closed_at is null`, sql`a.next_on, a.id`),
    those(sql`a.state = 'done'`, sql`coalesce(a.done_at, a.closed_at, a.planned_at, a.created_at) desc, a.id desc`),
  ]);
  return { planned, openSteps, done };
}

/** How many contacts are planned with clients that change hands, and how many next steps are open. */
export function openWith(w: Work, clientIds: readonly string[]): Promise<{ planned: number; steps: number }> {
  return w.db.one(sql<{ planned: number; steps: number }>`select
    (select count(*) from activities.activities a where a.client_id = any (${clientIds}::uuid[]) and a.state = 'planned') as planned,
    (select count(*) from activities.activities a where a.client_id = any (${clientIds}::uuid[])
       and a.next_on is not null and a.next_closed_at is null) as steps`);
}

/** From which clause a superior assigned something, or that no clause asks for it; neither: one's own plan. */
export type Basis = { clauseId: string | null; outside: boolean };
export const ownPlan: Basis = { clauseId: null, outside: false };

export type Placing = {
  clientId: string;
  keeperId: string;
  employeeId: string;
  actingFor: string | null;
  kind: ActivityKind;
  plannedOn: string;
  plannedAt: string | null;
  minutes: number;
  purpose: string;
  weekPlanId: string | null;
  offPlanCause: string | null;
  withPotential: boolean;
  basis: Basis;
};

/** Plans an activity as it is said; the database judges the clause. */
export function insertPlanned(w: Work, id: string, item: Placing): Query<{ id: string; revision: number }> {
  return sql`insert into activities.activities (id, company_id, client_id, keeper_id, employee_id, acting_for, kind, planned_on, planned_at,
      minutes, purpose, week_plan_id, off_plan_cause, with_potential, clause_id, outside_description, created_by, created_at)
    values (${id}, ${w.actor.companyId}, ${item.clientId}, ${item.keeperId}, ${item.employeeId}, ${item.actingFor}, ${item.kind},
      ${item.plannedOn}::date, ${item.plannedAt}, ${item.minutes}, ${item.purpose}, ${item.weekPlanId}, ${item.offPlanCause},
      ${item.withPotential}, ${item.basis.clauseId}, ${item.basis.outside}, ${w.actor.employeeId}, ${w.now.toString()})
    returning id, revision`;
}

/** Whether the employee has planned the same kind of contact with the client on the day. */
export async function isPlanned(
  w: Work,
  item: { clientId: string; employeeId: string; kind: string; plannedOn: string; except?: string },
): Promise<boolean> {
  const found =
    await w.db.first(sql`select 1 from activities.activities where client_id = ${item.clientId} and employee_id = ${item.employeeId}
    and company_id = ${w.actor.companyId} and kind = ${item.kind} and planned_on = ${item.plannedOn}::date and state = 'planned'
    and id is distinct from ${item.except ?? null}::uuid limit 1`);
  return found !== undefined;
}

export type Result = {
  employeeId: string;
  actingFor: string | null;
  doneAt: string;
  doneOn: string;
  outcome: Outcome;
  note: string;
  nextStep: string;
  nextOn: string | null;
  promisedAmount: number | null;
  promisedOn: string | null;
  withPotential: boolean;
};

/** Closes a planned activity with its outcome. */
export function closeWith(w: Work, id: string, result: Result): Query<{ id: string; revision: number }> {
  return sql`update activities.activities set state = 'done', employee_id = ${result.employeeId}, acting_for = ${result.actingFor},
      done_at = ${result.doneAt}, done_on = ${result.doneOn}::date, outcome = ${result.outcome}, note = ${result.note},
      next_step = ${result.nextStep}, next_on = ${result.nextOn}::date, promised_amount = ${result.promisedAmount}::bigint,
      promised_on = ${result.promisedOn}::date, currency = ${result.promisedAmount === null ? null : w.company.currency},
      with_potential = ${result.withPotential}, closed_at = ${w.now.toString()}
    where id = ${id} returning id, revision`;
}

/** Records a contact that was never planned. */
export function insertDone(
  w: Work,
  id: string,
  contact: Result & { clientId: string; keeperId: string; kind: ActivityKind; minutes: number; cause: string },
): Query<{ id: string; revision: number }> {
  return sql`insert into activities.activities (id, company_id, client_id, keeper_id, employee_id, acting_for, kind, state, minutes, off_plan_cause,
      done_at, done_on, outcome, note, next_step, next_on, promised_amount, promised_on, currency, with_potential, closed_at, created_by, created_at)
    values (${id}, ${w.actor.companyId}, ${contact.clientId}, ${contact.keeperId}, ${contact.employeeId}, ${contact.actingFor}, ${contact.kind},
      'done', ${contact.minutes}, ${contact.cause}, ${contact.doneAt}, ${contact.doneOn}::date, ${contact.outcome}, ${contact.note},
      ${contact.nextStep}, ${contact.nextOn}::date, ${contact.promisedAmount}::bigint, ${contact.promisedOn}::date,
      ${contact.promisedAmount === null ? null : w.company.currency}, ${contact.withPotential}, ${w.now.toString()}, ${w.actor.employeeId},
      ${w.now.toString()})
    returning id, revision`;
}

/**
 * Notes that the open next steps of a client are taken: those whose day had come by the contact, and all when the contact
 * names a new one.
 */
export async function closeSteps(
  w: Work,
  clientId: string,
  by: { id: string; doneOn: string; namesNext: boolean },
): Promise<void> {
  const taken = await w.db.all(sql<{ id: string }>`select id from activities.activities
    where client_id = ${clientId} and company_id = ${w.actor.companyId} and next_on is not null and next_closed_at is null
      and id <> ${by.id} and done_on <= ${by.doneOn}::date and (next_on <= ${by.doneOn}::date or ${by.namesNext}::boolean)`);
  // Most contacts take no step, and an update of no row wakes all that listens to activities.
  if (taken.length === 0) return;
  const ids = taken.map((step) => step.id);
  await w.db.run(sql`update activities.activities set next_closed_at = ${w.now.toString()}
    where id = any (${ids}::uuid[]) and next_closed_at is null`);
}
