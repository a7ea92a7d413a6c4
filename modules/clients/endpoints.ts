import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
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
