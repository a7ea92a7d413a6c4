import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import {
  ById,
  closed,
  Day,
  GrantShape,
  Id,
  May,
  Named,
  Nullable,
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
        onBehalfOf: Nullable(Named),
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
          }),
        ),
      }),
    ),
    pay: Type.Array(Type.Object({ clause: Quoted, key: Type.String(), name: Type.String(), rate: Type.String() })),
    provisions: Type.Array(
      Type.Object({ id: Id, section: Type.Integer(), number: Type.String(), text: Type.String() }),
    ),
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
    'What my mandate asks of me now, by urgency and by what is at stake; each line names its clause. Of each duty the most urgent lines; `more` counts the others and says where all are listed',
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
        clause: Quoted,
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
        clause: Quoted,
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
