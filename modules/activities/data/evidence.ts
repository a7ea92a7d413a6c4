import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { CadenceClass } from '../rules/contact-cadence.ts';
import type { ActivityKind, ActivityState } from './activities.ts';

/** An activity as evidence of a duty; `day` is that of the contact, or the planned one. */
export type Logged = {
  id: string;
  kind: ActivityKind;
  state: ActivityState;
  day: string;
  plannedOn: string | null;
  client: string;
  withPotential: boolean;
  inPlan: boolean;
  outcome: string | null;
  /** Assigned outside the job description. */
  outside: boolean;
};

/** What an employee did, missed or has planned in a period, whoever keeps the clients now. Also what a substitute did for them. */
export function activitiesLogged(w: Work, employeeId: string, period: Period): Promise<Logged[]> {
  return w.db.all(sql<Logged>`select id, kind, state, day, planned_on as "plannedOn", client, with_potential as "withPotential",
      in_plan as "inPlan", outcome, outside
    from activities.evidence_of(${employeeId}, ${period.from}::date, ${period.to}::date)`);
}

export type Waiting = { clientId: string; client: string; cadenceClass: CadenceClass; waitingSince: string };

/** How each client that an employee kept on a day stood with its cadence then. */
export function waitingOn(w: Work, employeeId: string, on: string): Promise<Waiting[]> {
  return w.db.all(sql<Waiting>`select client_id as "clientId", client, cadence_class as "cadenceClass", waiting_since as "waitingSince"
    from activities.waiting_on(${employeeId}, ${on}::date)`);
}

export type SubmittedPlan = { id: string; week: string; submittedAt: string | null; inTime: boolean | null };

/** The plans of an employee for the weeks. */
export function plansFor(w: Work, employeeId: string, weeks: readonly string[]): Promise<SubmittedPlan[]> {
  return w.db.all(sql<SubmittedPlan>`select id, week, submitted_at as "submittedAt", in_time as "inTime" from activities.week_plans
    where company_id = ${w.actor.companyId} and employee_id = ${employeeId} and week = any (${weeks}::text[])`);
}

export type WaitingPlan = { id: string; employeeId: string; employee: string; week: string; since: string };

/** Submitted plans of the employees that wait for a decision, the longest first. */
export function waitingPlans(w: Work, employeeIds: readonly string[]): Promise<WaitingPlan[]> {
  return w.db.all(sql<WaitingPlan>`select p.id, p.employee_id as "employeeId", e.name as employee, p.week, p.waiting_since as since
    from activities.week_plans p join organization.employees e on e.id = p.employee_id
    where p.company_id = ${w.actor.companyId} and p.state = 'submitted' and p.employee_id = any (${employeeIds}::uuid[])
    order by p.waiting_since limit 100`);
}

export type Submission = {
  planId: string;
  employeeId: string;
  employee: string;
  week: string;
  at: string;
  decidedAt: string | null;
};

/** The submissions in a period by the employees, each with the act that answered it; taken back ones are left out. */
export function submissionsIn(
  w: Work,
  employeeIds: readonly string[],
  from: string,
  to: string,
): Promise<Submission[]> {
  return w.db.all(sql<Submission>`select * from (
      select x.week_plan_id as "planId", x.employee_id as "employeeId", e.name as employee, p.week, x.at, n.at as "decidedAt", n.act
      from activities.week_plan_acts x join activities.week_plans p on p.id = x.week_plan_id join organization.employees e on e.id = x.employee_id
      left join lateral (select y.at, y.act from activities.week_plan_acts y where y.week_plan_id = x.week_plan_id and y.at > x.at
        order by y.at limit 1) n on true
      where x.company_id = ${w.actor.companyId} and x.act = 'submit' and x.employee_id = any (${employeeIds}::uuid[])
        and x.at >= ${from}::timestamptz and x.at < ${to}::timestamptz) s
    where s.act is distinct from 'recall' order by s.at limit 5000`);
}
