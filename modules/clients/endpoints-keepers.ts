import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { closed, Id, Named, Note, nullable, Reason } from './shapes.ts';

const byId = Type.Object({ id: Id });

export const assignKeeper = endpoint({
  id: 'clients.assign',
  method: 'POST',
  path: '/clients/:id/keeper',
  permit: 'clients.assign',
  summary: 'Give a client to another keeper, with the reason',
  params: byId,
  body: Type.Object({ keeperId: Id, reason: Reason }, closed),
  reply: Type.Object({ id: Id, keeperId: Id }),
  ifMatch: true,
});

export const readKeepers = endpoint({
  id: 'clients.keepers',
  method: 'GET',
  path: '/clients/:id/keepers',
  permit: 'clients.read',
  summary: 'Who kept the client when, and why it changed',
  params: byId,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        keeper: Named,
        from: nullable(Type.String()),
        to: nullable(Type.String()),
        reason: Type.String(),
        setBy: nullable(Type.String()),
        note: nullable(Type.String()),
      }),
    ),
  }),
});

export const readPortfolios = endpoint({
  id: 'clients.portfolios',
  method: 'GET',
  path: '/portfolios',
  permit: 'clients.read',
  mayLag: true,
  summary: 'The load of each keeper within my reach',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        keeper: Named,
        clients: Type.Integer(),
        active: Type.Integer(),
        key: Type.Integer(),
        sales12m: Type.Number(),
        owed: Type.Number(),
        overdue: Type.Number(),
      }),
    ),
    can: Type.Object({ handOver: Type.Boolean() }),
  }),
});

/** `href` lists such records of the keeper; older handovers have none. */
const OpenFigures = Type.Record(
  Type.String(),
  Type.Object({ count: Type.Integer(), amount: nullable(Type.Number()), href: Type.Optional(nullable(Type.String())) }),
);

export const previewHandover = endpoint({
  id: 'clients.preview-handover',
  method: 'GET',
  path: '/handovers/preview',
  permit: 'clients.assign',
  summary: 'What a portfolio contains and what is open in it',
  query: Type.Object({ fromId: Id }, closed),
  reply: Type.Object({ clients: Type.Integer(), open: OpenFigures }),
});

export const handOver = endpoint({
  id: 'clients.hand-over',
  method: 'POST',
  path: '/handovers',
  permit: 'clients.assign',
  summary: 'Hand over a portfolio, or named clients of it, in one act',
  body: Type.Object(
    {
      fromId: Id,
      toId: Id,
      clientIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 1000 })),
      reason: Reason,
      note: Type.Optional(Note),
    },
    closed,
  ),
  reply: Type.Object({ id: Id, clients: Type.Integer() }),
  status: 201,
});

const Handover = Type.Object({
  id: Id,
  from: Named,
  to: Named,
  reason: Type.String(),
  note: Type.String(),
  clients: Type.Integer(),
  figures: OpenFigures,
  handedBy: nullable(Type.String()),
  handedAt: Type.String(),
});

export const readHandovers = endpoint({
  id: 'clients.handovers',
  method: 'GET',
  path: '/handovers',
  permit: 'clients.read',
  summary: 'Handovers of clients within my reach, the latest first',
  reply: Type.Object({ items: Type.Array(Handover) }),
});

export const readHandover = endpoint({
  id: 'clients.handover',
  method: 'GET',
  path: '/handovers/:id',
  permit: 'clients.read',
  summary: 'A handover: what was received, with its note, what was open in it, and the clients that I see',
  params: byId,
  reply: Type.Object({
    ...Handover.properties,
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        class: nullable(Type.String()),
        city: Type.String(),
        keeper: Named,
        lastContactOn: nullable(Type.String()),
        sales12m: Type.Number(),
        owed: Type.Number(),
        overdue: Type.Number(),
      }),
    ),
  }),
});
