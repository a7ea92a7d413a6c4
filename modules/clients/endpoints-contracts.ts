import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { defineList } from '#platform/lists/define.ts';
import { closed, Day, Id, nullable, oneOf, Reason, Revised } from './shapes.ts';

const byId = Type.Object({ id: Id });
const ContractNumber = Type.String({ minLength: 1, maxLength: 60, pattern: '\\S' });
const Subject = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });
const optional = {
  validUntil: Type.Optional(nullable(Day)),
  noticeDays: Type.Optional(Type.Integer({ minimum: 0, maximum: 365 })),
};

export const contractList = defineList({
  key: 'clients.contracts',
  id: 'clients.contract-list',
  path: '/client-contracts',
  permit: 'clients.read',
  summary: 'Contracts with the clients within one’s reach',
  columns: {
    number: { type: 'text', filterable: true },
    client: { type: 'ref', filterable: true, leadsTo: '/clients/' },
    subject: { type: 'text', filterable: true },
    signedOn: { type: 'date', filterable: true },
    validUntil: { type: 'date', sortable: true, filterable: true, nullable: true },
    noticeOn: { type: 'date', filterable: true, nullable: true },
    open: { type: 'flag', filterable: true },
    keeper: { type: 'person', filterable: true },
  },
  defaultSort: 'validUntil',
});

export const readContracts = endpoint({
  id: 'clients.contracts',
  method: 'GET',
  path: '/clients/:id/contracts',
  permit: 'clients.read',
  summary: 'The contracts with a client: until when they hold and what became of them',
  params: byId,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        number: Type.String(),
        subject: Type.String(),
        signedOn: Type.String(),
        validUntil: nullable(Type.String()),
        noticeDays: Type.Integer(),
        standing: oneOf('holds', 'runs-out', 'ran-out', 'renewed', 'ended'),
        endedOn: nullable(Type.String()),
        endReason: Type.String(),
        renewedBy: nullable(Type.String()),
        revision: Type.Integer(),
      }),
    ),
    can: Type.Object({ edit: Type.Boolean() }),
  }),
});

export const enterContract = endpoint({
  id: 'clients.enter-contract',
  method: 'POST',
  path: '/clients/:id/contracts',
  permit: 'clients.edit',
  summary: 'Enter a contract with a client; the one that it renews is closed by it',
  params: byId,
  body: Type.Object(
    { number: ContractNumber, subject: Subject, signedOn: Day, ...optional, renews: Type.Optional(Id) },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const editContract = endpoint({
  id: 'clients.edit-contract',
  method: 'PATCH',
  path: '/client-contracts/:id',
  permit: 'clients.edit',
  summary: 'Correct a contract in force',
  params: byId,
  body: Type.Object(
    {
      number: Type.Optional(ContractNumber),
      subject: Type.Optional(Subject),
      signedOn: Type.Optional(Day),
      ...optional,
    },
    closed,
  ),
  reply: Revised,
  ifMatch: true,
});

export const endContract = endpoint({
  id: 'clients.end-contract',
  method: 'POST',
  path: '/client-contracts/:id/end',
  permit: 'clients.edit',
  summary: 'Note that a contract is not renewed, with the reason',
  params: byId,
  body: Type.Object({ reason: Reason }, closed),
  reply: Revised,
  ifMatch: true,
});
