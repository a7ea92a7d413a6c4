import { sql } from '#platform/db/sql.ts';
import type { Route } from '#platform/http/route.ts';
import { answerList } from '#platform/lists/answer.ts';
import { activityList, quietClientList } from '../endpoints.ts';

const nameOf = (id: ReturnType<typeof sql>) => sql`(select e.name from organization.employees e where e.id = ${id})`;

export const listRoutes: readonly Route[] = [
  ...answerList(activityList, {
    from: sql`activities.activities a join clients.v_clients c on c.id = a.client_id`,
    id: sql`a.id`,
    keeper: sql`a.keeper_id`,
    columns: {
      day: sql`a.day`,
      kind: sql`a.kind`,
      client: { value: sql`a.client_id`, label: sql`c.name` },
      state: sql`a.state`,
      outcome: sql`a.outcome`,
      note: sql`a.note`,
      nextStep: sql`a.next_step`,
      nextOn: sql`a.next_on`,
      nextOpen: sql`(a.next_on is not null and a.next_closed_at is null)`,
      employee: { value: sql`a.employee_id`, label: nameOf(sql`a.employee_id`) },
      actingFor: { value: sql`a.acting_for`, label: nameOf(sql`a.acting_for`) },
      keeper: { value: sql`a.keeper_id`, label: nameOf(sql`a.keeper_id`) },
      withPotential: sql`a.with_potential`,
      basis: sql`case when a.outside_description then 'outside' when a.clause_id is not null then 'clause' end`,
      clause: sql`(select k.number from mandates.clauses k where k.id = a.clause_id)`,
      offPlanCause: sql`a.off_plan_cause`,
      purpose: sql`a.purpose`,
      reason: sql`a.moved_reason || a.missed_reason`,
      plannedOn: sql`a.planned_on`,
      doneAt: sql`a.done_at`,
    },
    href: (id) => `/activities/${id}`,
  }),
  ...answerList(quietClientList, {
    // Without a join: the planner cannot know how few wait, and would read every client for it.
    from: sql`activities.v_quiet_clients l`,
    id: sql`l.client_id`,
    keeper: sql`l.keeper_id`,
    columns: {
      client: {
        value: sql`l.client_id`,
        label: sql`(select c.name from clients.v_clients c where c.id = l.client_id)`,
      },
      class: sql`l.cadence_class`,
      waitingSince: sql`l.waiting_since`,
      lastOn: sql`l.last_on`,
      daysOverdue: sql`l.days_overdue`,
      plannedOn: sql`(select min(p.planned_on) from activities.activities p
        where p.client_id = l.client_id and p.state = 'planned' and p.planned_on >= app.today(l.company_id))`,
      keeper: { value: sql`l.keeper_id`, label: nameOf(sql`l.keeper_id`) },
    },
    href: (id) => `/clients/${id}`,
  }),
];
