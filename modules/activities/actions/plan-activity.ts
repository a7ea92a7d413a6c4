import { Refused, refusal } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import { actingEmployee, expectRevision, requirePermit, type Work } from '#platform/work.ts';
import {
  type ActivityKind,
  type ActivityRow,
  activity,
  type Basis,
  insertPlanned,
  isPlanned,
  lockActivity,
} from '../data/activities.ts';
import { beginWeekPlan, type WeekPlanRow, weekPlan } from '../data/week-plans.ts';
import { activitiesRefusals, refuse } from '../refusals.ts';
import { judgeReplanning } from '../rules/replan.ts';
import { isWithAuthor } from '../rules/week-plan-lifecycle.ts';
import { assigns, type BasisWish, basisFollowing, basisOf, owes } from './assign.ts';
import { daysOfWeek, plannedMoment, weekOf } from './moments.ts';
import { standingFor, standingWith } from './standing.ts';

type Revised = { id: string; revision: number };
export type PlanWish = {
  clientId: string;
  kind: ActivityKind;
  plannedOn: string;
  plannedTime?: string | null;
  minutes?: number;
  purpose?: string;
} & BasisWish;
const usualMinutes: Record<ActivityKind, number> = { call: 15, visit: 60, meeting: 60, letter: 15 };

/**
 * Plans an activity: into the week plan while it is with its author, else outside of it with a cause.
 * @throws Refused when the day has passed, it is planned already, or the plan is with the head and no cause is given.
 */
export async function planActivity(
  w: Work,
  wish: PlanWish & { employeeId?: string; offPlanCause?: string },
): Promise<Revised> {
  const employeeId = wish.employeeId ?? actingEmployee(w);
  await standingFor(w, employeeId);
  if (wish.offPlanCause) return place(w, wish, employeeId, { id: null, cause: wish.offPlanCause });
  const plan = await beginWeekPlan(w, employeeId, weekOf(wish.plannedOn));
  return place(w, wish, employeeId, placeIn(plan));
}

/** Plans several activities of one week at once. @throws as `planActivity`, and for days outside the week. */
export async function planItems(
  w: Work,
  week: string,
  wish: { employeeId?: string; items: readonly PlanWish[] },
): Promise<{ items: Revised[] }> {
  const employeeId = wish.employeeId ?? actingEmployee(w);
  await standingFor(w, employeeId);
  const days = daysOfWeek(week);
  const there = placeIn(await beginWeekPlan(w, employeeId, week));
  const items: Revised[] = [];
  for (const [index, item] of wish.items.entries()) {
    if (item.plannedOn < days.from || item.plannedOn >= days.to)
      refuse('activities.outside-week', { week }, `/items/${index}/plannedOn`);
    items.push(await place(w, item, employeeId, there, `/items/${index}`));
  }
  return { items };
}

type Place = { id: string | null; cause: string | null };

function placeIn(plan: WeekPlanRow): Place {
  if (!isWithAuthor(plan.state)) refuse('activities.plan-with-head', { week: plan.week }, '/plannedOn');
  return { id: plan.id, cause: null };
}

async function place(w: Work, wish: PlanWish, employeeId: string, there: Place, at = ''): Promise<Revised> {
  if (wish.plannedOn < w.today.toString()) refuse('activities.planned-for-past', {}, `${at}/plannedOn`);
  const { client, actingFor } = await standingWith(w, 'activities.plan', wish.clientId);
  if (await isPlanned(w, { ...wish, employeeId })) refuse('activities.planned-already', {}, `${at}/clientId`);
  const basis = await basisOf(w, wish, { employeeId, kind: wish.kind, day: wish.plannedOn });
  return w.db.one(
    insertPlanned(w, w.newId(), {
      clientId: client.id,
      keeperId: client.keeperId,
      employeeId,
      // In one's own plan for an absent employee's client; in that employee's plan it is theirs already.
      actingFor: actingFor === employeeId ? null : actingFor,
      kind: wish.kind,
      plannedOn: wish.plannedOn,
      plannedAt: plannedMoment(w, wish.plannedOn, wish.plannedTime),
      minutes: wish.minutes ?? usualMinutes[wish.kind],
      purpose: wish.purpose?.trim() ?? '',
      weekPlanId: there.id,
      offPlanCause: there.cause,
      withPotential: client.potential,
      basis,
    }),
  );
}

/**
 * Puts a planned activity on another day or hour, or changes what it is about.
 * @throws Refused with all reasons: it is closed, the day has passed, a plan lies before the head.
 */
export async function replanActivity(w: Work, id: string, wish: Partial<Omit<PlanWish, 'clientId'>>): Promise<Revised> {
  const item = await plannedForChange(w, id, 'activities.plan');
  const plannedOn = wish.plannedOn ?? item.plannedOn ?? w.today.toString();
  const week = weekOf(plannedOn);
  const changesWeek = item.plannedOn === null || weekOf(item.plannedOn) !== week;
  const there = changesWeek ? ((await weekPlan(w, item.employee.id, week))?.state ?? null) : item.planState;
  const faults = judgeReplanning(
    { state: item.state, plannedOn: item.plannedOn, plan: item.planState },
    { plannedOn, there },
    w.today.toString(),
  );
  if (faults.length > 0) throw new Refused(faults.map((code) => refusal(activitiesRefusals, code, {}, '/plannedOn')));
  const kind = wish.kind ?? item.kind;
  if (await isPlanned(w, { clientId: item.client.id, employeeId: item.employee.id, kind, plannedOn, except: id })) {
    refuse('activities.planned-already', {}, '/plannedOn');
  }
  const basis = await replannedBasis(w, item, wish, { kind, day: plannedOn });
  const plan = changesWeek && item.offPlanCause === null ? await beginWeekPlan(w, item.employee.id, week) : null;
  const time = wish.plannedTime === undefined ? item.plannedTime : wish.plannedTime;
  return w.db.one(sql<Revised>`update activities.activities set planned_on = ${plannedOn}::date, planned_at = ${plannedMoment(w, plannedOn, time)},
      kind = ${kind}, minutes = ${wish.minutes ?? item.minutes}, purpose = ${wish.purpose?.trim() ?? item.purpose},
      week_plan_id = coalesce(${plan?.id ?? null}::uuid, week_plan_id), clause_id = ${basis.clauseId}, outside_description = ${basis.outside}
    where id = ${id} returning id, revision`);
}

/** A clause is named anew only by whoever assigns; on another day the same clause counts as it is in force then. */
function replannedBasis(
  w: Work,
  item: ActivityRow,
  wish: BasisWish,
  at: { kind: string; day: string },
): Promise<Basis> {
  return wish.clauseId === undefined
    ? basisFollowing(w, item, at.day)
    : basisOf(w, wish, { ...at, employeeId: owes(item) });
}

/**
 * Takes a planned activity out.
 * @throws Refused when it is closed, its plan lies before the head, or a superior assigned it to the one who takes it out.
 */
export async function removeActivity(w: Work, id: string): Promise<void> {
  const item = await plannedForChange(w, id, 'activities.plan');
  if (item.state !== 'planned') refuse('activities.closed');
  if (!isWithAuthor(item.planState)) refuse('activities.plan-with-head');
  if (item.assigned && !assigns(w, owes(item))) refuse('activities.assigned-stays');
  await w.db.run(sql`delete from activities.activities where id = ${id}`);
}

/** An activity held against change, as it was seen. @throws Refused when it is out of reach, not granted, or has changed. */
export async function plannedForChange(
  w: Work,
  id: string,
  permit: string,
): Promise<ActivityRow & { actingForNow: string | null }> {
  const seen = (await activity(w, id)) ?? refuse('activities.unknown-activity');
  const grant = await requirePermit(w, permit, { keeperId: seen.keeperId });
  await lockActivity(w, id);
  const item = (await activity(w, id)) ?? refuse('activities.unknown-activity');
  expectRevision(w, item);
  return { ...item, actingForNow: grant.onBehalfOf };
}
