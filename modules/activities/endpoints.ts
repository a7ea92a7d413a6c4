import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { defineList } from '#platform/lists/define.ts';
import {
  Activity,
  causes,
  closed,
  Day,
  Id,
  kinds,
  Named,
  nullable,
  oneOf,
  outcomeFields,
  outcomeValues,
  PlanFactLine,
  Reason,
  Revised,
  states,
  Time,
} from './shapes.ts';

const byId = Type.Object({ id: Id });

export const activityList = defineList({
  key: 'activities.activities',
  client: 'client',
  id: 'activities.list',
  path: '/activities',
  permit: 'activities.read',
  summary: 'Visits, calls, meetings and letters within one’s reach',
  columns: {
    day: { type: 'date', sortable: true, filterable: true },
    kind: { type: 'enum', filterable: true, values: kinds },
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    state: { type: 'enum', filterable: true, values: states },
    outcome: { type: 'enum', filterable: true, values: outcomeValues, nullable: true },
    note: { type: 'text' },
    nextStep: { type: 'text' },
    nextOn: { type: 'date', filterable: true, nullable: true },
    nextOpen: { type: 'flag', filterable: true, hidden: true },
    employee: { type: 'person', filterable: true },
    actingFor: { type: 'person', filterable: true, nullable: true, hidden: true },
    keeper: { type: 'person', filterable: true, hidden: true },
    withPotential: { type: 'flag', filterable: true, hidden: true },
    basis: { type: 'enum', filterable: true, values: ['clause', 'outside'], nullable: true, hidden: true },
    clause: { type: 'text', filterable: true, nullable: true, hidden: true },
    offPlanCause: { type: 'enum', filterable: true, values: [...causes, 'moved'], nullable: true, hidden: true },
    purpose: { type: 'text', hidden: true },
    reason: { type: 'text', hidden: true },
    plannedOn: { type: 'date', filterable: true, nullable: true, hidden: true },
    doneAt: { type: 'instant', filterable: true, nullable: true, hidden: true },
  },
  defaultSort: '-day',
});

export const quietClientList = defineList({
  key: 'activities.quiet-clients',
  client: 'client',
  id: 'activities.quiet-clients',
  path: '/quiet-clients',
  permit: 'activities.read',
  summary:
    'Clients whose last contact is older than the cadence of their class: by the clause of the keeper, else the company’s',
  columns: {
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    class: { type: 'enum', filterable: true, values: ['key', 'A', 'B', 'C'] },
    waitingSince: { type: 'date', sortable: true, filterable: true },
    lastOn: { type: 'date', filterable: true, nullable: true },
    daysOverdue: { type: 'number', whole: true },
    plannedOn: { type: 'date', filterable: true, nullable: true },
    keeper: { type: 'person', filterable: true },
  },
  defaultSort: 'waitingSince',
});

export const readActivity = endpoint({
  id: 'activities.read-one',
  method: 'GET',
  path: '/activities/:id',
  permit: 'activities.read',
  summary: 'A visit, call, meeting or letter',
  params: byId,
  reply: Activity,
});

const placing = {
  kind: oneOf(kinds),
  plannedOn: Day,
  plannedTime: Type.Optional(nullable(Time)),
  minutes: Type.Optional(Type.Integer({ minimum: 5, maximum: 720 })),
  purpose: Type.Optional(Type.String({ maxLength: 500 })),
  clauseId: Type.Optional(
    nullable(
      Type.Unsafe<string>({
        ...Id,
        description:
          'For whoever plans for somebody else: the duty clause of that person from which it comes; null: outside the job description. Absent: the first clause whose duties ask for such an activity, else outside.',
      }),
    ),
  ),
};
export const PlannedItem = Type.Object({ clientId: Id, ...placing }, closed);

export const planActivity = endpoint({
  id: 'activities.plan',
  method: 'POST',
  path: '/activities',
  permit: 'activities.plan',
  summary: 'Plan a visit, call, meeting or letter',
  body: Type.Object(
    { clientId: Id, ...placing, employeeId: Type.Optional(Id), offPlanCause: Type.Optional(oneOf(causes)) },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const replanActivity = endpoint({
  id: 'activities.replan',
  method: 'PATCH',
  path: '/activities/:id',
  permit: 'activities.plan',
  summary: 'Put a planned activity on another day or hour, or change what it is about',
  params: byId,
  body: Type.Object({ ...placing, kind: Type.Optional(placing.kind), plannedOn: Type.Optional(Day) }, closed),
  reply: Revised,
  ifMatch: true,
});

export const removeActivity = endpoint({
  id: 'activities.remove',
  method: 'DELETE',
  path: '/activities/:id',
  permit: 'activities.plan',
  summary: 'Take an activity out of a plan that is with its author',
  params: byId,
  reply: Type.Null(),
  status: 204,
  ifMatch: true,
});

export const startActivity = endpoint({
  id: 'activities.start',
  method: 'POST',
  path: '/activities/:id/start',
  permit: 'activities.record',
  summary: 'Note that a visit or call has begun',
  params: byId,
  reply: Revised,
  ifMatch: true,
});

export const carryOutActivity = endpoint({
  id: 'activities.carry-out',
  method: 'POST',
  path: '/activities/:id/outcome',
  permit: 'activities.record',
  summary: 'Close a visit or call with its outcome; an agreement about payment becomes a promise to pay',
  params: byId,
  body: Type.Object(outcomeFields, closed),
  reply: Revised,
  ifMatch: true,
});

export const moveActivity = endpoint({
  id: 'activities.move',
  method: 'POST',
  path: '/activities/:id/move',
  permit: 'activities.record',
  summary: 'Move an activity to another day, with a reason',
  params: byId,
  body: Type.Object({ plannedOn: Day, plannedTime: Type.Optional(nullable(Time)), reason: Reason }, closed),
  reply: Type.Object({ id: Id, revision: Type.Integer(), movedTo: Id }),
  ifMatch: true,
});

export const missActivity = endpoint({
  id: 'activities.miss',
  method: 'POST',
  path: '/activities/:id/miss',
  permit: 'activities.record',
  summary: 'Note that an activity did not take place, with a reason',
  params: byId,
  body: Type.Object({ reason: Reason }, closed),
  reply: Revised,
  ifMatch: true,
});

export const logContact = endpoint({
  id: 'activities.log-contact',
  method: 'POST',
  path: '/off-plan-contacts',
  permit: 'activities.record',
  summary: 'Record a contact that was not planned, with its cause and outcome; an id of one’s own lets files follow it',
  body: Type.Object(
    {
      id: Type.Optional(Id),
      clientId: Id,
      kind: oneOf(kinds),
      cause: oneOf(causes),
      minutes: placing.minutes,
      ...outcomeFields,
    },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const planFact = endpoint({
  id: 'activities.plan-fact',
  method: 'GET',
  path: '/plan-fact-of-contacts',
  permit: 'activities.read',
  mayLag: true,
  summary: 'Planned, done, moved and missed contacts of an employee, existing and potential clients apart',
  query: Type.Object({ employee: Type.Optional(Id), from: Day, to: Day }, closed),
  reply: Type.Object({ existing: PlanFactLine, potential: PlanFactLine }),
});

export const clientContacts = endpoint({
  id: 'activities.of-client',
  method: 'GET',
  path: '/clients/:id/activities',
  permit: 'activities.read',
  summary: 'What is planned with a client, which steps are open, and what was done lately',
  params: byId,
  query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }, closed),
  reply: Type.Object({
    client: Named,
    callBan: nullable(Type.Object({ reason: Type.String(), by: nullable(Type.String()), at: Type.String() })),
    waitingSince: nullable(Type.String()),
    lastOn: nullable(Type.String()),
    cadenceDays: nullable(Type.Integer()),
    daysOverdue: nullable(Type.Integer()),
    planned: Type.Array(Activity),
    openSteps: Type.Array(Activity),
    done: Type.Array(Activity),
    can: Type.Object({ log: Type.Boolean(), plan: Type.Boolean() }),
  }),
});

export const prospectsToCall = endpoint({
  id: 'activities.prospects',
  method: 'GET',
  path: '/prospects-to-call',
  permit: 'activities.record',
  summary:
    'Potential clients ready to be called: not called lately, not planned, not on the list of those not to be called',
  query: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) }, closed),
  reply: Type.Object({
    quietDays: Type.Integer(),
    script: Type.String(),
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        city: Type.String(),
        phone: Type.String(),
        contact: nullable(Type.Object({ name: Type.String(), title: Type.String(), phone: Type.String() })),
        lastTriedOn: nullable(Type.String()),
        lastNote: Type.String(),
      }),
    ),
  }),
});

export const banCalls = endpoint({
  id: 'activities.ban-calls',
  method: 'POST',
  path: '/clients/:id/call-ban',
  permit: 'activities.record',
  summary: 'Note that a client asked not to be called',
  params: byId,
  body: Type.Object({ reason: Reason }, closed),
  reply: Type.Object({ id: Id }),
  status: 201,
});

export const liftCallBan = endpoint({
  id: 'activities.lift-call-ban',
  method: 'DELETE',
  path: '/clients/:id/call-ban',
  permit: 'activities.record',
  summary: 'Let a client be called again',
  params: byId,
  reply: Type.Null(),
  status: 204,
});
