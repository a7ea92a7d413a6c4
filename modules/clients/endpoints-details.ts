import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import {
  AccountFields,
  ContactFields,
  closed,
  Day,
  DossierEntry,
  Id,
  Name,
  nullable,
  oneOf,
  Revised,
  Short,
  SiteFields,
  topics,
} from './shapes.ts';

const byId = Type.Object({ id: Id });
const Text = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S' });
const some = <T extends Type.TProperties>(fields: T) => Type.Partial(Type.Object(fields)).properties;

export const addContact = endpoint({
  id: 'clients.add-contact',
  method: 'POST',
  path: '/clients/:id/contacts',
  permit: 'clients.edit',
  summary: 'Add a person at a client',
  params: byId,
  body: Type.Object({ name: Name, ...some(ContactFields) }, closed),
  reply: Revised,
  status: 201,
});

export const editContact = endpoint({
  id: 'clients.edit-contact',
  method: 'PATCH',
  path: '/contacts/:id',
  permit: 'clients.edit',
  summary: 'Change a person at a client, or record that they left',
  params: byId,
  body: Type.Object(
    { name: Type.Optional(Name), ...some(ContactFields), leftOn: Type.Optional(nullable(Day)) },
    closed,
  ),
  reply: Revised,
  ifMatch: true,
});

export const addSite = endpoint({
  id: 'clients.add-site',
  method: 'POST',
  path: '/clients/:id/sites',
  permit: 'clients.edit',
  summary: 'Add a branch, outlet, warehouse or office of a client',
  params: byId,
  body: Type.Object({ name: Name, ...some(SiteFields) }, closed),
  reply: Revised,
  status: 201,
});

export const editSite = endpoint({
  id: 'clients.edit-site',
  method: 'PATCH',
  path: '/client-sites/:id',
  permit: 'clients.edit',
  summary: 'Change a site of a client, or record that it closed',
  params: byId,
  body: Type.Object({ name: Type.Optional(Name), ...some(SiteFields), closedOn: Type.Optional(nullable(Day)) }, closed),
  reply: Revised,
  ifMatch: true,
});

export const addBankAccount = endpoint({
  id: 'clients.add-bank-account',
  method: 'POST',
  path: '/clients/:id/bank-accounts',
  permit: 'clients.edit',
  summary: 'Add a bank account of a client',
  params: byId,
  body: Type.Object(
    { number: Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' }), ...some(AccountFields) },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const removeBankAccount = endpoint({
  id: 'clients.remove-bank-account',
  method: 'DELETE',
  path: '/client-bank-accounts/:id',
  permit: 'clients.edit',
  summary: 'Take a bank account off a client',
  params: byId,
  reply: Type.Null(),
  status: 204,
});

export const readDossier = endpoint({
  id: 'clients.dossier',
  method: 'GET',
  path: '/clients/:id/dossier',
  permit: 'clients.read',
  summary: 'What is known of the client, each entry dated and with its source',
  params: byId,
  reply: Type.Object({ items: Type.Array(DossierEntry) }),
});

export const noteInDossier = endpoint({
  id: 'clients.note',
  method: 'POST',
  path: '/clients/:id/dossier',
  permit: 'clients.edit',
  summary: 'Note something known of a client',
  params: byId,
  body: Type.Object(
    { topic: oneOf(...topics), text: Text, source: Type.Optional(Short), notedOn: Type.Optional(Day) },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const editDossierEntry = endpoint({
  id: 'clients.edit-note',
  method: 'PATCH',
  path: '/dossier-entries/:id',
  permit: 'clients.edit',
  summary: 'Correct an entry of a dossier',
  params: byId,
  body: Type.Object(
    {
      topic: Type.Optional(oneOf(...topics)),
      text: Type.Optional(Text),
      source: Type.Optional(Short),
      notedOn: Type.Optional(Day),
    },
    closed,
  ),
  reply: Revised,
  ifMatch: true,
});
