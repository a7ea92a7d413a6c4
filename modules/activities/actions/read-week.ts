import { contains, isWorkingDay } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import { actingEmployee, mayI, type Work } from '#platform/work.ts';
import { activitiesOf, type Named } from '../data/activities.ts';
import { absencesOf, normsOf, workingCalendar } from '../data/norms.ts';
import { planActs, teamPlans, weekPlan } from '../data/week-plans.ts';
import { refuse } from '../refusals.ts';
import { isWithAuthor, type WeekPlanState } from '../rules/week-plan-lifecycle.ts';
import { presentDays } from '../rules/working-days.ts';
import { assigns } from './assign.ts';
import { dueOf, isLate } from './decide-week-plan.ts';
import { daysOfWeek } from './moments.ts';
import { requireReach } from './standing.ts';
import { shownActivity } from './what-may-be-done.ts';

type Can = true | string[];

/** The plan of an employee for a week as the screen shows it: days, activities, state, and what may be done with it. */
export async function readWeek(w: Work, week: string, employeeId = actingEmployee(w)) {
  requireReach(w, employeeId);
  const period = daysOfWeek(week);
  const [employee, plan, items, norms, calendar, absences] = await Promise.all([
    w.db.first(
      sql<Named>`select id, name from organization.employees where id = ${employeeId} and company_id = ${w.actor.companyId}`,
    ),
    weekPlan(w, employeeId, week),
    activitiesOf(w, employeeId, period),
    normsOf(w, employeeId),
    workingCalendar(w),
    absencesOf(w, employeeId, period),
  ]);
  if (!employee) refuse('activities.unknown-employee');
  const days = Array.from({ length: 7 }, (_, i) => Temporal.PlainDate.from(period.from).add({ days: i }));
  const dueAt = dueOf(plan, week, norms.due, w.company.timeZone);
  const inPlan = items.filter((item) => item.planState !== null && item.state !== 'moved').length;
  return {
    week,
    employee,
    id: plan?.id ?? null,
    state: plan?.state ?? ('draft' as const),
    submittedAt: plan?.submittedAt ?? null,
    dueAt,
    inTime: plan?.submittedAt ? plan.inTime : isLate(null, dueAt, w.now) ? false : null,
    remark: plan?.remark ?? '',
    revision: plan?.revision ?? null,
    days: days.map((day) => ({
      date: day.toString(),
      working: isWorkingDay(day, calendar),
      absent: absences.some((away) => contains(away, day)),
    })),
    norms: { visitsPerWeek: norms.visitsPerWeek, callsPerWeek: norms.callsPerWeek },
    items: items.map((item) => shownActivity(w, item)),
    acts: plan ? await planActs(w, plan.id) : [],
    can: canOf(w, employeeId, plan?.state ?? null, { items: inPlan, over: period.to <= w.today.toString() }),
  };
}

/** The plans for a week of all those whose plans the actor decides about, and oneself left out. */
export async function readTeam(w: Work, week: string) {
  const period = daysOfWeek(week);
  const calendar = await workingCalendar(w);
  const all = w.authority.grants.some((grant) => grant.permit === 'activities.approve-plan' && grant.scope === 'all');
  const ids = all ? await everyone(w) : [...w.authority.reach.keys()];
  const others = ids.filter((id) => id !== w.actor.employeeId);
  const plans = await teamPlans(w, others, week, { ...period, working: presentDays(period, calendar, []) });
  const due = new Map<string, string>();
  for (const plan of plans) {
    if (!plan.dueAt)
      due.set(plan.employee.id, dueOf(undefined, week, (await normsOf(w, plan.employee.id)).due, w.company.timeZone));
  }
  return plans.map((plan) => {
    const dueAt = plan.dueAt ?? (due.get(plan.employee.id) as string);
    const late = !plan.absent && isLate(plan.submittedAt, dueAt, w.now);
    return {
      ...plan,
      state: plan.state ?? ('draft' as const),
      dueAt,
      late,
      can: { decide: decidable(w, plan.employee.id, plan.state) },
    };
  });
}

async function everyone(w: Work): Promise<string[]> {
  const rows = await w.db.all(sql<{ id: string }>`select id from organization.employees
    where company_id = ${w.actor.companyId} and dismissed_at is null`);
  return rows.map((row) => row.id);
}

function canOf(w: Work, employeeId: string, state: WeekPlanState | null, of: { items: number; over: boolean }) {
  const plans = mayI(w, 'activities.plan', { keeperId: employeeId }).kind === 'allowed';
  const granted = plans ? [] : ['platform.not-granted'];
  const submit = [
    ...granted,
    ...(of.over ? ['activities.week-is-over'] : []),
    ...(isWithAuthor(state) ? [] : ['activities.plan-with-head']),
    ...(of.items > 0 ? [] : ['activities.plan-empty']),
  ];
  const recall = [...granted, ...(state === 'submitted' ? [] : ['activities.plan-not-waiting'])];
  return {
    plan: plans,
    assign: plans && assigns(w, employeeId),
    submit: orTrue(submit),
    recall: orTrue(recall),
    decide: decidable(w, employeeId, state),
  };
}

function decidable(w: Work, employeeId: string, state: WeekPlanState | null): Can {
  const decides = mayI(w, 'activities.approve-plan', { keeperId: employeeId }).kind === 'allowed';
  return orTrue([
    ...(decides ? [] : ['platform.not-granted']),
    ...(employeeId === w.actor.employeeId ? ['activities.own-plan'] : []),
    ...(state === 'submitted' ? [] : ['activities.plan-not-waiting']),
  ]);
}

function orTrue(reasons: string[]): Can {
  return reasons.length === 0 ? true : reasons;
}
