import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { Amount, closed, Days, Figure, Id, MetricCourse, MetricKey, Month, Named, Nullable, Whole } from './shapes.ts';

export * from './endpoints-pay.ts';

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
    breakdown: Type.Array(
      Type.Object({
        by: Type.Union([Type.Literal('category'), Type.Literal('client')]),
        id: Id,
        label: Nullable(Type.String()),
        plan: Type.Integer(),
        fact: Type.Integer(),
        share: Whole,
      }),
    ),
    daily: Type.Array(Type.Object({ day: Type.String(), amount: Type.Integer() })),
    can: Type.Object({ set: Type.Boolean(), seePay: Type.Boolean(), seeTeam: Type.Boolean() }),
  }),
});

export const planRecords = endpoint({
  id: 'plans.records',
  method: 'GET',
  path: '/plan/records',
  permit: 'plans.read',
  mayLag: true,
  summary: 'The orders or clients that a figure of a plan is made of',
  query: Type.Object({
    employee: Type.Optional(Id),
    month: Type.Optional(Month),
    metric: MetricKey,
    change: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('became'), Type.Literal('lapsed')])),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  }),
  reply: Type.Object({
    employee: Named,
    month: Month,
    metric: MetricKey,
    currency: Type.String(),
    items: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.String(),
        label: Type.String(),
        client: Nullable(Type.String()),
        on: Type.String(),
        amount: Whole,
        href: Type.String(),
      }),
    ),
    nextOffset: Whole,
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

export const planRevisions = endpoint({
  id: 'plans.revisions',
  method: 'GET',
  path: '/plan/revisions',
  permit: 'plans.read',
  summary: 'Every revision of a plan, the latest first',
  query: Type.Object({ employee: Type.Optional(Id), department: Type.Optional(Id), metric: MetricKey, month: Month }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        amount: Type.Integer(),
        state: Type.String(),
        categoryId: Nullable(Id),
        clientId: Nullable(Id),
        setBy: Nullable(Type.String()),
        setAt: Type.String(),
        approvedBy: Nullable(Type.String()),
        approvedAt: Nullable(Type.String()),
        overrideReason: Type.String(),
        supersededAt: Nullable(Type.String()),
      }),
    ),
  }),
});
