import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import {
  Amount,
  closed,
  course,
  Days,
  Figure,
  Id,
  MetricCourse,
  MetricKey,
  Month,
  Named,
  Nullable,
  Whole,
} from './shapes.ts';

export * from './endpoints-lists.ts';
export * from './endpoints-pay.ts';

const By = Type.Union([Type.Literal('category'), Type.Literal('client')]);
/** A part of a sales plan with its course; without an id what lies in no part. */
const Part = Type.Object({ by: By, id: Nullable(Id), label: Nullable(Type.String()), ...course, href: Type.String() });
const DaySale = Type.Object({ day: Type.String(), amount: Type.Integer() });

export const plan = endpoint({
  id: 'plans.plan',
  method: 'GET',
  path: '/plan',
  permit: 'plans.read',
  mayLag: true,
  summary: 'Plan and fact of a month, one’s own or of an employee within reach, with run rate and forecast',
  query: Type.Object({ month: Type.Optional(Month), employee: Type.Optional(Id) }),
  reply: Type.Object({
    employee: Named,
    month: Month,
    today: Type.String(),
    currency: Type.String(),
    days: Days,
    progress: Type.Integer(),
    metrics: Type.Array(MetricCourse),
    /** With everyone below in the reporting line; null for someone without subordinates. */
    line: Nullable(Type.Array(MetricCourse)),
    /** What stands in each whole plan, draft or approved: what an own draft is written over. */
    standing: Type.Array(
      Type.Object({
        metric: MetricKey,
        id: Id,
        amount: Type.Integer(),
        state: Type.Union([Type.Literal('draft'), Type.Literal('approved')]),
      }),
    ),
    departmentId: Nullable(Id),
    base: Type.Object({ windowDays: Type.Integer(), became: Type.Integer(), lapsed: Type.Integer() }),
    breakdown: Type.Array(Part),
    daily: Type.Array(DaySale),
    can: Type.Object({ set: Type.Boolean(), seePay: Type.Boolean(), seeTeam: Type.Boolean() }),
  }),
});

export const departmentPlan = endpoint({
  id: 'plans.department-plan',
  method: 'GET',
  path: '/departments/:id/plan',
  permit: 'plans.read',
  mayLag: true,
  summary: 'The plan of a department itself for a month, with the facts of all who worked in it, run rate and forecast',
  params: Type.Object({ id: Id }),
  query: Type.Object({ month: Type.Optional(Month) }),
  reply: Type.Object({
    department: Named,
    month: Month,
    today: Type.String(),
    currency: Type.String(),
    days: Days,
    progress: Type.Integer(),
    people: Type.Integer(),
    metrics: Type.Array(
      Type.Object({
        ...MetricCourse.properties,
        /** What the approved personal plans add up to. */
        personal: Whole,
      }),
    ),
    breakdown: Type.Array(Part),
    daily: Type.Array(DaySale),
  }),
});

const TeamFigures = Type.Object({
  metrics: Type.Array(MetricCourse),
  late: Figure,
  waiting: Figure,
  overdue: Figure,
});

export const team = endpoint({
  id: 'plans.team',
  method: 'GET',
  path: '/team',
  permit: 'plans.read',
  mayLag: true,
  summary: 'Everyone one answers for: plan and fact, forecast, what is late, what waits, what is overdue',
  query: Type.Object({ month: Type.Optional(Month), department: Type.Optional(Id) }),
  reply: Type.Object({
    month: Month,
    today: Type.String(),
    currency: Type.String(),
    days: Days,
    progress: Type.Integer(),
    people: Type.Array(
      Type.Object({
        employee: Named,
        position: Type.String(),
        department: Type.String(),
        departmentId: Nullable(Id),
        figures: TeamFigures,
        seePay: Nullable(Type.String()),
      }),
    ),
    total: TeamFigures,
    departments: Type.Array(Named),
    can: Type.Object({ set: Type.Boolean(), approve: Type.Boolean(), settle: Type.Boolean() }),
  }),
});

export const teamRecords = endpoint({
  id: 'plans.team-records',
  method: 'GET',
  path: '/team/:employee/:figure',
  permit: 'plans.read',
  mayLag: true,
  summary: 'What is late, waits or is overdue with one employee',
  params: Type.Object({
    employee: Id,
    figure: Type.Union([Type.Literal('late'), Type.Literal('waiting'), Type.Literal('overdue')]),
  }),
  reply: Type.Object({
    employee: Named,
    currency: Type.String(),
    items: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.String(),
        label: Type.String(),
        client: Nullable(Type.String()),
        on: Nullable(Type.String()),
        amount: Whole,
        href: Type.String(),
      }),
    ),
  }),
});

const Cell = Type.Object({
  month: Month,
  amount: Whole,
  id: Nullable(Id),
  state: Nullable(Type.Union([Type.Literal('draft'), Type.Literal('approved')])),
  approved: Whole,
  locked: Type.Boolean(),
});

export const planSheet = endpoint({
  id: 'plans.sheet',
  method: 'GET',
  path: '/departments/:id/plans',
  permit: 'plans.read',
  summary: 'The plan of a department broken down to its employees, month by month',
  params: Type.Object({ id: Id }),
  query: Type.Object({
    metric: Type.Optional(MetricKey),
    from: Type.Optional(Month),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  }),
  reply: Type.Object({
    department: Named,
    metric: MetricKey,
    unit: Type.Union([Type.Literal('money'), Type.Literal('count')]),
    currency: Type.String(),
    months: Type.Array(Month),
    employees: Type.Array(
      Type.Object({
        employee: Named,
        position: Type.String(),
        cells: Type.Array(Cell),
        /** Of the same months a year before: what a plan can be measured by. */
        lastYear: Type.Array(Whole),
      }),
    ),
    plan: Type.Array(Cell),
    sums: Type.Array(
      Type.Object({
        month: Month,
        sum: Type.Integer(),
        short: Type.Integer(),
        drafts: Type.Integer(),
        planDrafts: Type.Integer(),
      }),
    ),
    can: Type.Object({ set: Type.Boolean(), approve: Type.Boolean() }),
  }),
});

export const setPlans = endpoint({
  id: 'plans.set',
  method: 'PUT',
  path: '/departments/:id/plans',
  permit: 'plans.set',
  summary: 'Keep drafts of plans; each change is a new revision',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    {
      cells: Type.Array(
        Type.Object(
          {
            employeeId: Nullable(Id),
            metric: MetricKey,
            month: Month,
            categoryId: Type.Optional(Id),
            clientId: Type.Optional(Id),
            amount: Nullable(Amount),
            seen: Nullable(Id),
          },
          closed,
        ),
        { minItems: 1, maxItems: 2000 },
      ),
      /** Why: it stays in the history of each plan. */
      reason: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    closed,
  ),
  reply: Type.Object({ saved: Type.Integer() }),
});

export const approvePlans = endpoint({
  id: 'plans.approve',
  method: 'POST',
  path: '/departments/:id/plans/approval',
  permit: 'plans.approve',
  summary: 'Approve the drafts of a month; personal plans below the plan of the department need a reason',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    {
      month: Month,
      metric: MetricKey,
      part: Type.Union([Type.Literal('department'), Type.Literal('personal')]),
      reason: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    closed,
  ),
  reply: Type.Object({ approved: Type.Integer() }),
});

export const partSheet = endpoint({
  id: 'plans.part-sheet',
  method: 'GET',
  path: '/departments/:id/plans/parts',
  permit: 'plans.read',
  summary:
    'The sales plan of an employee, or of the department itself, broken down by product group or client, month by month',
  params: Type.Object({ id: Id }),
  query: Type.Object({
    by: By,
    employee: Type.Optional(Id),
    from: Type.Optional(Month),
    months: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  }),
  reply: Type.Object({
    department: Named,
    bearer: Named,
    /** Whether the bearer is an employee of the department; else it is the department. */
    employee: Type.Boolean(),
    by: By,
    currency: Type.String(),
    months: Type.Array(Month),
    whole: Type.Array(Cell),
    parts: Type.Array(
      Type.Object({ id: Id, label: Type.String(), cells: Type.Array(Cell), lastYear: Type.Array(Whole) }),
    ),
    can: Type.Object({ set: Type.Boolean() }),
  }),
});

const Revision = Type.Object({ id: Id, setAt: Type.String() });

export const comparePlanRevisions = endpoint({
  id: 'plans.compare-revisions',
  method: 'GET',
  path: '/plan/comparison',
  permit: 'plans.read',
  summary: 'A plan with its parts as it stood at two of its revisions',
  query: Type.Object({ before: Id, after: Id }),
  reply: Type.Object({
    unit: Type.Union([Type.Literal('money'), Type.Literal('count')]),
    currency: Type.String(),
    before: Revision,
    after: Revision,
    figures: Type.Array(
      Type.Object({
        by: Type.Union([Type.Literal('whole'), Type.Literal('category'), Type.Literal('client')]),
        id: Nullable(Id),
        label: Nullable(Type.String()),
        before: Whole,
        after: Whole,
        change: Type.Integer(),
      }),
    ),
  }),
});
