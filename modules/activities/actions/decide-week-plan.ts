import { move } from '#kernel/lifecycle.ts';
import { sql } from '#platform/db/sql.ts';
import { actingEmployee, announce, expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { normsOf } from '../data/norms.ts';
import {
  beginWeekPlan,
  itemsIn,
  recordAct,
  type WeekPlanRow,
  weekPlan,
  weekPlanForChange,
} from '../data/week-plans.ts';
import { refuse } from '../refusals.ts';
import { dueMoment, isInTime } from '../rules/week-due.ts';
import { weekPlanLifecycle } from '../rules/week-plan-lifecycle.ts';
import { daysOfWeek } from './moments.ts';
import { standingFor } from './standing.ts';
import { notify, superiorsOf } from './tell.ts';

type Revised = { id: string; revision: number };

/**
 * Lays a week plan before the head. Whether it came in time is judged at the first submission, by the norm in force then,
 * and kept.
 * @throws Refused when the week is over, nothing is planned, or the plan lies before the head already.
 */
export async function submitWeekPlan(
  w: Work,
  week: string,
  employeeId = actingEmployee(w),
): Promise<Revised & { inTime: boolean; dueAt: string }> {
  const days = daysOfWeek(week);
  const { actingFor } = await standingFor(w, employeeId);
  if (days.to <= w.today.toString()) refuse('activities.week-is-over', { week });
  const plan = await beginWeekPlan(w, employeeId, week);
  if (!move(weekPlanLifecycle, plan.state, 'submit')) refuse('activities.plan-with-head', { week });
  const items = await itemsIn(w, plan.id);
  if (items === 0) refuse('activities.plan-empty', { week });
  const dueAt = plan.dueAt ?? dueMoment(week, (await normsOf(w, employeeId)).due, w.company.timeZone).toString();
  const submitted = await w.db.one(sql<
    Revised & { inTime: boolean; dueAt: string }
  >`update activities.week_plans set state = 'submitted',
      submitted_at = coalesce(submitted_at, ${w.now.toString()}), submitted_by = coalesce(submitted_by, ${actingEmployee(w)}),
      due_at = coalesce(due_at, ${dueAt}), waiting_since = ${w.now.toString()}
    where id = ${plan.id} returning id, revision, in_time as "inTime", due_at as "dueAt"`);
  await recordAct(w, plan, { act: 'submit', by: actingEmployee(w), actingFor, items });
  await announce(w, 'activities.plan-submitted', { weekPlanId: plan.id, employeeId, week, inTime: submitted.inTime });
  const [head] = await superiorsOf(w, employeeId);
  if (head) await notify(w, head, 'activities.plan-submitted', { week, employeeId }, `/week/team?week=${week}`);
  return submitted;
}

/** Takes a submitted plan back before it is decided. */
export async function recallWeekPlan(w: Work, week: string, employeeId = actingEmployee(w)): Promise<Revised> {
  const { actingFor } = await standingFor(w, employeeId);
  const plan = (await weekPlanForChange(w, employeeId, week)) ?? refuse('activities.unknown-plan');
  if (!move(weekPlanLifecycle, plan.state, 'recall')) refuse('activities.plan-not-waiting', { week });
  await recordAct(w, plan, { act: 'recall', by: actingEmployee(w), actingFor, items: await itemsIn(w, plan.id) });
  return w.db.one(
    sql<Revised>`update activities.week_plans set state = 'draft', waiting_since = null where id = ${plan.id} returning id, revision`,
  );
}

/** Approves the week plan of a subordinate. @throws Refused for one's own plan, or one that waits for no decision. */
export async function approveWeekPlan(w: Work, week: string, employeeId: string): Promise<Revised> {
  const { plan, actingFor } = await waitingPlan(w, week, employeeId);
  const approved = await decide(w, plan, 'approved', plan.remark);
  await recordAct(w, plan, { act: 'approve', by: actingEmployee(w), actingFor, items: await itemsIn(w, plan.id) });
  await tellAuthor(w, plan, 'activities.plan-approved');
  return approved;
}

/** Sends the week plan of a subordinate back with a remark. @throws as `approveWeekPlan`. */
export async function remarkWeekPlan(w: Work, week: string, employeeId: string, text: string): Promise<Revised> {
  const { plan, actingFor } = await waitingPlan(w, week, employeeId);
  const remarked = await decide(w, plan, 'remarked', text.trim());
  await recordAct(w, plan, {
    act: 'remark',
    by: actingEmployee(w),
    actingFor,
    text: text.trim(),
    items: await itemsIn(w, plan.id),
  });
  await tellAuthor(w, plan, 'activities.plan-remarked');
  return remarked;
}

async function waitingPlan(
  w: Work,
  week: string,
  employeeId: string,
): Promise<{ plan: WeekPlanRow; actingFor: string | null }> {
  if (!(await weekPlan(w, employeeId, week))) refuse('activities.unknown-plan');
  if (employeeId === actingEmployee(w)) refuse('activities.own-plan');
  const grant = await requirePermit(w, 'activities.approve-plan', { keeperId: employeeId });
  const plan = (await weekPlanForChange(w, employeeId, week)) ?? refuse('activities.unknown-plan');
  expectRevision(w, plan);
  if (plan.state !== 'submitted') refuse('activities.plan-not-waiting', { week });
  return { plan, actingFor: grant.onBehalfOf };
}

function decide(w: Work, plan: WeekPlanRow, state: 'approved' | 'remarked', remark: string): Promise<Revised> {
  return w.db.one(sql<Revised>`update activities.week_plans set state = ${state}, waiting_since = null, decided_at = ${w.now.toString()},
    decided_by = ${actingEmployee(w)}, remark = ${remark} where id = ${plan.id} returning id, revision`);
}

async function tellAuthor(w: Work, plan: WeekPlanRow, kind: string): Promise<void> {
  await announce(w, kind, { weekPlanId: plan.id, employeeId: plan.employeeId, week: plan.week });
  await notify(w, plan.employeeId, kind, { week: plan.week }, `/week?week=${plan.week}`);
}

/** When a plan is due, and whether it is already late: kept, or by the norm of today. */
export function dueOf(
  plan: WeekPlanRow | undefined,
  week: string,
  norm: { dueWeekday: number; dueTime: string },
  timeZone: string,
): string {
  return plan?.dueAt ?? dueMoment(week, norm, timeZone).toString();
}

/** Whether a plan that was not submitted by `now` is late. */
export function isLate(submittedAt: string | null, dueAt: string, now: Temporal.Instant): boolean {
  const at = submittedAt ? Temporal.Instant.from(submittedAt) : now;
  return !isInTime(at, Temporal.Instant.from(dueAt));
}
