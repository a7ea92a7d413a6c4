import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import {
  ById,
  closed,
  Day,
  FactsLine,
  GrantShape,
  Id,
  May,
  Named,
  Nullable,
  OutsideFacts,
  Quoted,
  Revised,
  Settings,
  Text,
  Validity,
} from './shapes.ts';

const RequestLine = Type.Object({
  id: Id,
  permit: Type.String(),
  permitName: Type.String(),
  subject: Type.Object({ kind: Type.String(), id: Id, label: Type.String(), href: Type.String() }),
  askedBy: Named,
  actingFor: Nullable(Named),
  askedOf: Named,
  keeper: Nullable(Named),
  figures: Type.Array(
    Type.Object({
      dimension: Type.String(),
      unit: Type.String({ description: 'money, basis-points, days or count' }),
      figure: Type.Number(),
      limit: Nullable(Type.Number({ description: 'The asker’s own limit, where the figure lies above it.' })),
    }),
  ),
  reason: Type.String(),
  askedAt: Type.String(),
  dueAt: Type.String(),
  late: Type.Boolean(),
  state: Type.String(),
  decidedBy: Nullable(Named),
  decidedFor: Nullable(Type.Object(Named.properties, { description: 'In whose place, by a substitution order.' })),
  passings: Type.Array(
    Type.Object({
      from: Named,
      to: Named,
      cause: Type.Union([Type.Literal('unanswered'), Type.Literal('cannot-decide')]),
      at: Type.String(),
    }),
    { description: 'From whom to whom it went on, the latest first.' },
  ),
  decidedAt: Nullable(Type.String()),
  decisionReason: Nullable(Type.String()),
  answerMinutes: Nullable(Type.Integer()),
  revision: Type.Integer(),
  can: Type.Object({ decide: May, withdraw: May }),
});

export const listRequests = endpoint({
  id: 'mandates.requests',
  method: 'GET',
  path: '/requests',
  permit: 'mandates.decide',
  summary: 'What waits for my decision (inbox), what I asked (mine), what I decided (decided)',
  query: Type.Object({
    box: Type.Union([Type.Literal('inbox'), Type.Literal('mine'), Type.Literal('decided')]),
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  }),
  reply: Type.Object({ items: Type.Array(RequestLine), next: Nullable(Id) }),
});

export const readRequest = endpoint({
  id: 'mandates.request',
  method: 'GET',
  path: '/requests/:id',
  permit: 'mandates.decide',
  summary: 'A request with its figures, facts, thread, and what was asked before about the same',
  params: ById,
  reply: Type.Object({
    request: RequestLine,
    facts: Type.Record(Type.String(), Type.Unknown()),
    messages: Type.Array(Type.Object({ id: Id, author: Named, text: Type.String(), writtenAt: Type.String() })),
    history: Type.Array(RequestLine),
  }),
});

export const decideRequest = endpoint({
  id: 'mandates.decide-request',
  method: 'POST',
  path: '/requests/:id/decision',
  permit: 'mandates.decide',
  summary: 'Grant or refuse; one’s own mandate must cover the figures, and the act goes on by itself',
  params: ById,
  body: Type.Object({ granted: Type.Boolean(), reason: Type.String({ maxLength: 2000 }) }, closed),
  reply: Revised,
  ifMatch: true,
});

export const withdrawRequest = endpoint({
  id: 'mandates.withdraw-request',
  method: 'POST',
  path: '/requests/:id/withdrawal',
  permit: 'mandates.decide',
  summary: 'Take back what I asked',
  params: ById,
  reply: Revised,
  ifMatch: true,
});

export const writeMessage = endpoint({
  id: 'mandates.write-message',
  method: 'POST',
  path: '/requests/:id/messages',
  permit: 'mandates.decide',
  summary: 'Write into the thread of a request',
  params: ById,
  body: Type.Object({ text: Text(4000) }, closed),
  reply: Type.Object({ id: Id }),
  status: 201,
});

const Measured = Type.Object({
  from: Type.String(),
  to: Type.String(),
  required: Type.Number(),
  done: Type.Number(),
  late: Type.Number(),
  missed: Type.Number(),
  unit: Type.String(),
  share: Type.Integer(),
});

const Kept = Type.Object({ from: Type.String(), to: Type.String(), ...OutsideFacts.properties });

export const readDutyFacts = endpoint({
  id: 'mandates.duty-facts',
  method: 'GET',
  path: '/duty-facts',
  permit: 'mandates.own',
  mayLag: true,
  summary:
    'How one’s own duties, or those of an employee below, were fulfilled from a day up to, not including, another: clause by clause with the records that prove it',
  query: Type.Object({ employee: Type.Optional(Id), from: Day, to: Day }, closed),
  reply: Type.Object({
    employee: Named,
    from: Type.String(),
    to: Type.String(),
    duties: Type.Array(FactsLine),
    /** Rights that promise a service within a time. */
    rights: Type.Array(FactsLine),
    outside: OutsideFacts,
    overall: Nullable(Type.Integer()),
    late: Type.Number(),
    missed: Type.Number(),
  }),
});

export const readDutyClauses = endpoint({
  id: 'mandates.duty-clauses',
  method: 'GET',
  path: '/duty-clauses',
  permit: 'mandates.own',
  summary: 'The duty clauses that bind an employee on a day, from which work can be assigned',
  query: Type.Object({ employee: Id, on: Day }, closed),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        number: Type.String(),
        text: Type.String(),
        area: Type.String(),
        /** Kinds of activity that its duties ask for. */
        covers: Type.Array(Type.String()),
      }),
    ),
  }),
});

export const readMyMandate = endpoint({
  id: 'mandates.my-mandate',
  method: 'GET',
  path: '/my-mandate',
  permit: 'mandates.own',
  summary: 'What I must do and where it stands, what I may decide alone and what is left of it, what I am paid for',
  reply: Type.Object({
    positions: Type.Array(
      Type.Object({
        descriptionTitle: Type.String(),
        position: Type.String(),
        versionId: Id,
        number: Type.Integer(),
        inForce: Validity,
        approvedOn: Nullable(Type.String()),
        approvedBy: Nullable(Named),
        approvalKind: Nullable(Type.String()),
        approvalNumber: Nullable(Type.String()),
        reviewDueOn: Nullable(Type.String()),
        signedAt: Nullable(Type.String()),
        onBehalfOf: Nullable(Named),
        /** The whole description in force, section by section. */
        clauses: Type.Array(
          Type.Object({ id: Id, section: Type.Integer(), number: Type.String(), text: Type.String() }),
        ),
      }),
    ),
    duties: Type.Array(
      Type.Object({
        clause: Quoted,
        area: Type.String(),
        cadence: Type.String(),
        onBehalfOf: Nullable(Named),
        key: Type.String(),
        name: Type.String(),
        norm: Type.String(),
        registered: Type.Boolean(),
        measured: Nullable(Measured),
      }),
    ),
    rights: Type.Array(
      Type.Object({
        clause: Quoted,
        onBehalfOf: Nullable(Named),
        key: Type.String(),
        name: Type.String(),
        limit: Type.String(),
        limits: Type.Array(
          Type.Object({
            permit: Type.String(),
            permitName: Type.String(),
            scope: Type.String(),
            dimension: Nullable(Type.String()),
            unit: Nullable(Type.String()),
            limit: Nullable(Type.Number()),
            used: Nullable(Type.Number()),
            left: Nullable(Type.Number()),
            /** Who above may decide beyond it, the nearest first; limit null: without limit. */
            beyond: Type.Array(
              Type.Object({ employee: Named, position: Type.String(), limit: Nullable(Type.Number()) }),
            ),
          }),
        ),
        /** How the service that the right promises was kept lately; null where it promises none. */
        kept: Nullable(Kept),
      }),
    ),
    pay: Type.Array(Type.Object({ clause: Quoted, key: Type.String(), name: Type.String(), rate: Type.String() })),
    toSign: Type.Integer(),
    absentUntil: Nullable(Type.String()),
  }),
});

export const readToday = endpoint({
  id: 'mandates.today',
  method: 'GET',
  path: '/today',
  permit: 'mandates.own',
  summary:
    'What my mandate asks of me now, by urgency and by what is at stake; each line names its clause, or none where it was assigned outside the job description. Of each duty the most urgent lines; `more` counts the others and says where all are listed',
  reply: Type.Object({
    day: Type.String(),
    lines: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.String(),
        title: Type.String(),
        params: Settings,
        subject: Type.Object({ kind: Type.String(), id: Type.String(), label: Type.String() }),
        since: Nullable(Type.String()),
        due: Nullable(Type.String()),
        stake: Type.Number(),
        urgency: Type.String(),
        href: Type.String(),
        clause: Nullable(Quoted),
        duty: Type.String(),
        onBehalfOf: Nullable(Named),
      }),
    ),
    more: Type.Array(
      Type.Object({
        urgency: Type.String(),
        count: Type.Integer(),
        atLeast: Type.Boolean({ description: 'No more than `count` were counted.' }),
        href: Type.String(),
        clause: Nullable(Quoted),
        duty: Type.String(),
        onBehalfOf: Nullable(Named),
      }),
    ),
    counts: Type.Object({ late: Type.Integer(), today: Type.Integer(), soon: Type.Integer() }),
  }),
});

export const mandatesAt = endpoint({
  id: 'mandates.at',
  method: 'GET',
  path: '/mandates/at',
  permit: 'mandates.own',
  summary: 'Who could decide what on a date, by which clause',
  query: Type.Object({
    date: Type.Optional(Day),
    employee: Type.Optional(Id),
    permit: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  reply: Type.Object({
    date: Type.String(),
    items: Type.Array(
      Type.Intersect([
        GrantShape,
        Type.Object({
          employee: Named,
          permitName: Type.String(),
          units: Type.Record(Type.String(), Type.String()),
          clauseId: Nullable(Id),
          clauseNumber: Nullable(Type.String()),
          position: Nullable(Type.String()),
          onBehalfOf: Nullable(Named),
          from: Nullable(Type.String()),
          to: Nullable(Type.String()),
        }),
      ]),
    ),
  }),
});
