import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { PlannedItem } from './endpoints.ts';
import { Activity, Can, closed, Day, Id, Named, nullable, oneOf, planStates, Reason, Revised, Week } from './shapes.ts';

const byWeek = Type.Object({ week: Week });
const ofEmployee = Type.Object({ employee: Type.Optional(Id) }, closed);

const PlanHead = {
  id: nullable(Id),
  state: oneOf(planStates),
  submittedAt: nullable(Type.String()),
  dueAt: Type.String(),
  inTime: nullable(Type.Boolean()),
  remark: Type.String(),
  revision: nullable(Type.Integer()),
};

export const readWeekPlan = endpoint({
  id: 'activities.week-plan',
  method: 'GET',
  path: '/week-plans/:week',
  permit: 'activities.read',
  summary: 'The plan of an employee for an ISO week: days, activities, state, remarks',
  params: byWeek,
  query: ofEmployee,
  reply: Type.Object({
    week: Week,
    employee: Named,
    ...PlanHead,
    days: Type.Array(Type.Object({ date: Day, working: Type.Boolean(), absent: Type.Boolean() })),
    norms: Type.Object({ visitsPerWeek: nullable(Type.Integer()), callsPerWeek: nullable(Type.Integer()) }),
    items: Type.Array(Activity),
    acts: Type.Array(
      Type.Object({ act: Type.String(), by: Named, at: Type.String(), text: Type.String(), items: Type.Integer() }),
    ),
    can: Type.Object({ plan: Type.Boolean(), assign: Type.Boolean(), submit: Can, recall: Can, decide: Can }),
  }),
});

export const teamWeekPlans = endpoint({
  id: 'activities.team-week-plans',
  method: 'GET',
  path: '/week-plans',
  permit: 'activities.approve-plan',
  summary: 'The week plans of those one decides about: who submitted, who is late, what waits',
  query: Type.Object({ week: Week }, closed),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        employee: Named,
        ...PlanHead,
        visits: Type.Integer(),
        calls: Type.Integer(),
        done: Type.Integer(),
        absent: Type.Boolean(),
        late: Type.Boolean(),
        can: Type.Object({ decide: Can }),
      }),
    ),
  }),
});

export const weekProposals = endpoint({
  id: 'activities.week-proposals',
  method: 'GET',
  path: '/week-plans/:week/proposals',
  permit: 'activities.plan',
  summary: 'Whom to contact in a week and why: promised steps, cadence, and what other modules add',
  params: byWeek,
  query: ofEmployee,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        clientId: Id,
        client: Type.String(),
        class: nullable(Type.String()),
        city: Type.String(),
        kind: oneOf(['call', 'visit']),
        day: nullable(Day),
        score: Type.Integer(),
        reasons: Type.Array(
          Type.Object({
            key: Type.String(),
            weight: Type.Number(),
            params: Type.Record(Type.String(), Type.Unknown()),
          }),
        ),
      }),
    ),
  }),
});

export const planItems = endpoint({
  id: 'activities.plan-items',
  method: 'POST',
  path: '/week-plans/:week/items',
  permit: 'activities.plan',
  summary: 'Put several activities into a week plan at once; all of them or none',
  params: byWeek,
  body: Type.Object(
    { employeeId: Type.Optional(Id), items: Type.Array(PlannedItem, { minItems: 1, maxItems: 200 }) },
    closed,
  ),
  reply: Type.Object({ items: Type.Array(Revised) }),
  status: 201,
});

export const submitWeekPlan = endpoint({
  id: 'activities.submit-week-plan',
  method: 'POST',
  path: '/week-plans/:week/submission',
  permit: 'activities.plan',
  summary: 'Lay a week plan before the head; whether it came in time is kept',
  params: byWeek,
  body: Type.Object({ employeeId: Type.Optional(Id) }, closed),
  reply: Type.Object({ id: Id, revision: Type.Integer(), inTime: Type.Boolean(), dueAt: Type.String() }),
});

export const recallWeekPlan = endpoint({
  id: 'activities.recall-week-plan',
  method: 'POST',
  path: '/week-plans/:week/recall',
  permit: 'activities.plan',
  summary: 'Take a submitted week plan back before it is decided',
  params: byWeek,
  body: Type.Object({ employeeId: Type.Optional(Id) }, closed),
  reply: Revised,
});

export const approveWeekPlan = endpoint({
  id: 'activities.approve-week-plan',
  method: 'POST',
  path: '/week-plans/:week/approval',
  permit: 'activities.approve-plan',
  summary: 'Approve the week plan of a subordinate',
  params: byWeek,
  body: Type.Object({ employeeId: Id }, closed),
  reply: Revised,
  ifMatch: true,
});

export const remarkWeekPlan = endpoint({
  id: 'activities.remark-week-plan',
  method: 'POST',
  path: '/week-plans/:week/remark',
  permit: 'activities.approve-plan',
  summary: 'Send the week plan of a subordinate back with a remark',
  params: byWeek,
  body: Type.Object({ employeeId: Id, text: Reason }, closed),
  reply: Revised,
  ifMatch: true,
});
