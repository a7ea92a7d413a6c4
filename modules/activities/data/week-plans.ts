import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { WeekPlanAct, WeekPlanState } from '../rules/week-plan-lifecycle.ts';
import type { Named } from './activities.ts';

export type WeekPlanRow = {
  id: string;
  employeeId: string;
  week: string;
  state: WeekPlanState;
  submittedAt: string | null;
  dueAt: string | null;
  inTime: boolean | null;
  remark: string;
  revision: number;
};

const columns = sql`p.id, p.employee_id as "employeeId", p.week, p.state, p.submitted_at as "submittedAt", p.due_at as "dueAt",
  p.in_time as "inTime", p.remark, p.revision`;

/** The plan of an employee for a week, if one was begun and lies within reach. */
export function weekPlan(w: Work, employeeId: string, week: string): Promise<WeekPlanRow | undefined> {
  return w.db.first(sql<WeekPlanRow>`select ${columns} from activities.week_plans p
    where p.employee_id = ${employeeId} and p.week = ${week} and p.company_id = ${w.actor.companyId}`);
}

/** The same, held against change until the transaction ends. */
export function weekPlanForChange(w: Work, employeeId: string, week: string): Promise<WeekPlanRow | undefined> {
  return w.db.first(sql<WeekPlanRow>`select ${columns} from activities.week_plans p
    where p.employee_id = ${employeeId} and p.week = ${week} and p.company_id = ${w.actor.companyId} for update`);
}

/** The plan of an employee for a week, held against change; a draft is begun where there is none. */
export async function beginWeekPlan(w: Work, employeeId: string, week: string): Promise<WeekPlanRow> {
  const there = await weekPlanForChange(w, employeeId, week);
  if (there) return there;
  await w.db.run(sql`insert into activities.week_plans (id, company_id, employee_id, week)
    values (${w.newId()}, ${w.actor.companyId}, ${employeeId}, ${week}) on conflict on constraint week_plans__one_a_week do nothing`);
  return w.db.one(sql<WeekPlanRow>`select ${columns} from activities.week_plans p
    where p.employee_id = ${employeeId} and p.week = ${week} and p.company_id = ${w.actor.companyId} for update`);
}

export type PlanAct = { act: string; by: Named; at: string; text: string; items: number };

/** The history of a plan, newest first. */
export function planActs(w: Work, planId: string): Promise<PlanAct[]> {
  return w.db.all(sql<PlanAct>`select x.act, jsonb_build_object('id', e.id, 'name', e.name) as by, x.at, x.text, x.items
    from activities.week_plan_acts x join organization.employees e on e.id = x.by_id
    where x.week_plan_id = ${planId} order by x.at desc, x.id desc limit 100`);
}

/** Adds an act to the history of a plan. */
export async function recordAct(
  w: Work,
  plan: WeekPlanRow,
  done: { act: WeekPlanAct; by: string; actingFor: string | null; text?: string; items: number },
): Promise<void> {
  await w.db.run(sql`insert into activities.week_plan_acts (id, company_id, week_plan_id, employee_id, act, text, items, by_id, acting_for, at)
    values (${w.newId()}, ${w.actor.companyId}, ${plan.id}, ${plan.employeeId}, ${done.act}, ${done.text ?? ''}, ${done.items}, ${done.by},
      ${done.actingFor}, ${w.now.toString()})`);
}

/** How many activities a plan holds. */
export async function itemsIn(w: Work, planId: string): Promise<number> {
  const { items } = await w.db.one(sql<{ items: number }>`select count(*) as items from activities.activities
    where week_plan_id = ${planId} and company_id = ${w.actor.companyId} and state <> 'moved'`);
  return items;
}

export type TeamPlan = Omit<WeekPlanRow, 'id' | 'revision' | 'state' | 'week' | 'employeeId'> & {
  id: string | null;
  state: WeekPlanState | null;
  revision: number | null;
  employee: Named;
  visits: number;
  calls: number;
  done: number;
  absent: boolean;
};

/**
 * The plans for a week of those among `employeeIds` who owe or began one, by name. `absent`: away for every one of the
 * days given.
 */
export function teamPlans(
  w: Work,
  employeeIds: readonly string[],
  week: string,
  days: { from: string; to: string; working: readonly string[] },
): Promise<TeamPlan[]> {
  return w.db.all(sql<TeamPlan>`
    select jsonb_build_object('id', e.id, 'name', e.name) as employee, p.id, p.state, p.submitted_at as "submittedAt", p.due_at as "dueAt",
      p.in_time as "inTime", coalesce(p.remark, '') as remark, p.revision, coalesce(n.visits, 0) as visits, coalesce(n.calls, 0) as calls,
      coalesce(n.done, 0) as done,
      not exists (select from unnest(${days.working}::date[]) d where not exists (select from organization.absences x
        where x.employee_id = e.id and x.cancelled_at is null and x.valid @> d)) as absent
    from organization.employees e
    left join activities.week_plans p on p.employee_id = e.id and p.week = ${week}
    left join lateral (select count(*) filter (where a.kind in ('visit', 'meeting')) as visits,
        count(*) filter (where a.kind in ('call', 'letter')) as calls, count(*) filter (where a.state = 'done') as done
      from activities.activities a where a.company_id = e.company_id and a.employee_id = e.id
        and a.planned_on >= ${days.from}::date and a.planned_on < ${days.to}::date and a.state <> 'moved') n on true
    where e.company_id = ${w.actor.companyId} and e.id = any (${employeeIds}::uuid[]) and e.dismissed_at is null
      and (p.id is not null or exists (select from organization.assignments s
        join mandates.job_descriptions j on j.position_id = s.position_id and (j.employee_id is null or j.employee_id = s.employee_id)
        join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force @> ${days.from}::date
        join mandates.clauses c on c.version_id = v.id
        join mandates.bindings b on b.clause_id = c.id
        where s.employee_id = e.id and s.valid @> ${days.from}::date
          and (b.key = 'activities.week-plan' or b.grants @> '[{"permit": "activities.plan"}]')))
    order by e.last_name, e.first_name, e.id`);
}
