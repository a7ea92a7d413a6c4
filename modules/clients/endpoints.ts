import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { AttachedFile } from '#platform/files/endpoints.ts';
import { defineBulkAct } from '#platform/lists/bulk.ts';
import { defineList } from '#platform/lists/define.ts';
import { editContact } from './endpoints-details.ts';
import {
  ClientCard,
  classes,
  clientFields,
  closed,
  Day,
  Id,
  kinds,
  Name,
  Named,
  Note,
  nullable,
  oneOf,
  Reason,
  Revised,
  Similar,
  statuses,
} from './shapes.ts';

const byId = Type.Object({ id: Id });

export const editClient = endpoint({
  id: 'clients.edit',
  method: 'PATCH',
  path: '/clients/:id',
  permit: 'clients.edit',
  summary: 'Change what is known of a client',
  params: byId,
  body: Type.Object({ name: Type.Optional(Name), ...Type.Partial(Type.Object(clientFields)).properties }, closed),
  reply: Revised,
  ifMatch: true,
});

export const classClient = endpoint({
  id: 'clients.class',
  method: 'POST',
  path: '/clients/:id/class',
  permit: 'clients.edit',
  summary: 'Class a client, with the reason',
  params: byId,
  body: Type.Object({ class: nullable(oneOf(...classes)), reason: Reason }, closed),
  reply: Revised,
  ifMatch: true,
});

const edited = { by: editClient };

export const clientList = defineList({
  key: 'clients.clients',
  client: 'id',
  id: 'clients.list',
  path: '/clients',
  permit: 'clients.read',
  exportPermit: 'clients.export',
  summary: 'Clients within one’s reach',
  columns: {
    name: { type: 'text', sortable: true, filterable: true },
    code: { type: 'text', sortable: true, filterable: true },
    keeper: { type: 'person', filterable: true },
    status: { type: 'enum', filterable: true, values: statuses, editedBy: edited },
    class: {
      type: 'enum',
      filterable: true,
      values: classes,
      nullable: true,
      editedBy: { by: classClient, reason: true },
    },
    owed: { type: 'money', sortable: true, filterable: true, total: true },
    overdue: { type: 'money', sortable: true, filterable: true, total: true },
    sales12m: { type: 'money', sortable: true, filterable: true, total: true },
    lastContactOn: { type: 'date', sortable: true, filterable: true, nullable: true },
    lastOrderOn: { type: 'date', sortable: true, filterable: true, nullable: true },
    city: { type: 'text', sortable: true, filterable: true, editedBy: edited },
    segment: { type: 'text', sortable: true, filterable: true, hidden: true, editedBy: edited },
    country: { type: 'text', filterable: true, nullable: true, hidden: true },
    kind: { type: 'enum', filterable: true, values: kinds, hidden: true },
    phone: { type: 'text', hidden: true, editedBy: edited },
    email: { type: 'text', hidden: true, editedBy: edited },
    taxNumber: { type: 'text', filterable: true, hidden: true, editedBy: edited },
    parent: { type: 'ref', filterable: true, nullable: true, hidden: true, leadsTo: '/clients/' },
    since: { type: 'date', sortable: true, filterable: true, hidden: true },
  },
  defaultSort: 'name',
  searchable: true,
});

const contactEdited = { by: editContact };

export const contactList = defineList({
  key: 'clients.contacts',
  client: 'client',
  id: 'clients.contact-list',
  path: '/contacts',
  permit: 'clients.read',
  exportPermit: 'clients.export',
  summary: 'People at the clients within one’s reach',
  columns: {
    name: { type: 'text', sortable: true, filterable: true },
    title: { type: 'text', filterable: true, editedBy: contactEdited },
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    level: { type: 'enum', filterable: true, values: ['top', 'middle', 'specialist'], editedBy: contactEdited },
    decisionRole: {
      type: 'enum',
      filterable: true,
      values: ['decides', 'influences', 'orders', 'pays', 'uses', 'unknown'],
      editedBy: contactEdited,
    },
    attitude: {
      type: 'enum',
      filterable: true,
      values: ['supports', 'neutral', 'against'],
      editedBy: contactEdited,
    },
    phone: { type: 'text', filterable: true, editedBy: contactEdited },
    email: { type: 'text', filterable: true, editedBy: contactEdited },
    leftOn: { type: 'date', filterable: true, nullable: true, hidden: true, editedBy: contactEdited },
  },
  defaultSort: 'name',
  searchable: true,
});

export const assignMany = defineBulkAct({
  list: clientList,
  key: 'assign',
  permit: 'clients.assign',
  summary: 'Give many clients to another keeper',
  input: Type.Object({ keeperId: Id, reason: Reason }, closed),
});

export const readClient = endpoint({
  id: 'clients.card',
  method: 'GET',
  path: '/clients/:id',
  permit: 'clients.read',
  summary: 'A client: identity, figures, contacts, sites, chain, what is missing, what I may do',
  params: byId,
  reply: ClientCard,
});

export const similarClients = endpoint({
  id: 'clients.similar',
  method: 'GET',
  path: '/clients/similar',
  permit: 'clients.edit',
  summary: 'Clients that may be the one about to be entered',
  query: Type.Object(
    {
      name: Type.String({ maxLength: 200 }),
      taxNumber: Type.Optional(Type.String({ maxLength: 40 })),
      except: Type.Optional(Id),
    },
    closed,
  ),
  reply: Type.Object({ items: Type.Array(Similar) }),
});

export const enterClient = endpoint({
  id: 'clients.enter',
  method: 'POST',
  path: '/clients',
  permit: 'clients.edit',
  summary: 'Enter a client; refused when it looks like another, unless evenSo',
  body: Type.Object(
    {
      name: Name,
      ...Type.Partial(Type.Object(clientFields)).properties,
      keeperId: Type.Optional(Id),
      since: Type.Optional(Day),
      evenSo: Type.Optional(Type.Boolean()),
    },
    closed,
  ),
  reply: Type.Object({ id: Id, code: Type.String(), revision: Type.Integer() }),
  status: 201,
});

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

export const readTimeline = endpoint({
  id: 'clients.timeline',
  method: 'GET',
  path: '/clients/:id/timeline',
  permit: 'clients.read',
  summary: 'All that happened with the client, newest first, as far as my mandate sees it',
  params: byId,
  query: Type.Object(
    {
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
      cursor: Type.Optional(Type.String({ maxLength: 100 })),
      kinds: Type.Optional(Type.String({ maxLength: 500, description: 'Comma-separated kinds of entries' })),
    },
    closed,
  ),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        at: Type.String(),
        kind: Type.String(),
        id: Type.String(),
        employee: nullable(Named),
        data: Type.Record(Type.String(), Type.Unknown()),
        files: Type.Array(AttachedFile),
      }),
    ),
    nextCursor: nullable(Type.String()),
  }),
});

export const readSalesHistory = endpoint({
  id: 'clients.sales-history',
  method: 'GET',
  path: '/clients/:id/sales-history',
  permit: 'clients.read',
  mayLag: true,
  summary: 'What the client bought: month by month and by product',
  params: byId,
  query: Type.Object({ months: Type.Optional(Type.Integer({ minimum: 1, maximum: 240 })) }, closed),
  reply: Type.Object({
    months: Type.Array(
      Type.Object({
        month: Type.String(),
        orders: Type.Integer(),
        shipped: Type.Number(),
        returned: Type.Number(),
        discount: Type.Number(),
      }),
    ),
    products: Type.Array(
      Type.Object({
        id: Id,
        code: Type.String(),
        name: Type.String(),
        orders: Type.Integer(),
        quantity: Type.Number(),
        amount: Type.Number(),
        lastOn: Type.String(),
        lastPrice: Type.Number(),
        usualDays: nullable(Type.Number()),
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

export const proposeClasses = endpoint({
  id: 'clients.propose-classes',
  method: 'GET',
  path: '/client-classes',
  permit: 'clients.assign',
  summary: 'What classing by share of sales would change among the clients within my reach',
  reply: Type.Object({
    bounds: Type.Object({ key: Type.Integer(), A: Type.Integer(), B: Type.Integer() }),
    count: Type.Integer(),
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        before: nullable(Type.String()),
        after: oneOf(...classes),
        sales12m: Type.Number(),
        shareBp: Type.Integer(),
      }),
    ),
  }),
});

export const classBySales = endpoint({
  id: 'clients.class-by-sales',
  method: 'POST',
  path: '/client-classes',
  permit: 'clients.assign',
  summary: 'Class the clients within my reach by their share of sales',
  body: Type.Object({ reason: Reason }, closed),
  reply: Type.Object({ changed: Type.Integer() }),
});

const OpenFigures = Type.Record(Type.String(), Type.Object({ count: Type.Integer(), amount: nullable(Type.Number()) }));

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

export const readHandovers = endpoint({
  id: 'clients.handovers',
  method: 'GET',
  path: '/handovers',
  permit: 'clients.read',
  summary: 'Handovers of clients within my reach, the latest first',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        from: Named,
        to: Named,
        reason: Type.String(),
        note: Type.String(),
        clients: Type.Integer(),
        figures: OpenFigures,
        handedBy: nullable(Type.String()),
        handedAt: Type.String(),
      }),
    ),
  }),
});
