import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Id, Named, Nullable } from './shapes.ts';

const version = '/job-description-versions/:id';

const Acknowledgement = Type.Object({
  id: Id,
  versionId: Id,
  title: Type.String(),
  number: Type.Integer(),
  employee: Named,
  position: Type.String(),
  sentAt: Type.String(),
  remindedAt: Nullable(Type.String()),
  signedAt: Nullable(Type.String()),
  method: Nullable(Type.String()),
  address: Nullable(Type.String()),
  textHash: Nullable(Type.String()),
  accessGiven: Nullable(Type.Object({ by: Type.String(), at: Type.String() })),
  inForceFrom: Nullable(Type.String()),
  superseded: Type.Boolean(),
  scan: Nullable(Type.Object({ id: Id, name: Type.String(), filedBy: Nullable(Type.String()) })),
});

export const myAcknowledgements = endpoint({
  id: 'mandates.my-acknowledgements',
  method: 'GET',
  path: '/acknowledgements/mine',
  permit: 'mandates.own',
  summary: 'Job descriptions that were sent to me to sign',
  reply: Type.Object({ items: Type.Array(Acknowledgement) }),
});

export const listUnsigned = endpoint({
  id: 'mandates.unsigned',
  method: 'GET',
  path: '/acknowledgements/unsigned',
  permit: 'mandates.read',
  summary: 'Who has not signed what is in force or about to be',
  reply: Type.Object({ items: Type.Array(Acknowledgement), can: Type.Object({ remind: Type.Boolean() }) }),
});

export const versionAcknowledgements = endpoint({
  id: 'mandates.version-acknowledgements',
  method: 'GET',
  path: `${version}/acknowledgements`,
  permit: 'mandates.own',
  summary: 'Who was sent a version, and who signed it, when and from where',
  params: ById,
  reply: Type.Object({ items: Type.Array(Acknowledgement) }),
});

export const signAcknowledgement = endpoint({
  id: 'mandates.acknowledge',
  method: 'POST',
  path: '/acknowledgements/:id/signature',
  permit: 'mandates.own',
  summary: 'Sign that I have read a version: password entered again, hash of the text kept',
  params: ById,
  body: Type.Object(
    { credential: Type.String({ minLength: 1, maxLength: 200 }), textHash: Type.String({ maxLength: 64 }) },
    closed,
  ),
  reply: Type.Object({}),
});

export const recordPaperSignature = endpoint({
  id: 'mandates.record-paper-signature',
  method: 'POST',
  path: '/acknowledgements/:id/paper-signature',
  permit: 'mandates.draft',
  summary: 'Record that an employee signed on paper; the scan is a file attached to the acknowledgement',
  params: ById,
  body: Type.Object({ scanId: Id }, closed),
  reply: Type.Object({}),
});

export const remindUnsigned = endpoint({
  id: 'mandates.remind-unsigned',
  method: 'POST',
  path: `${version}/reminders`,
  permit: 'mandates.draft',
  summary: 'Remind everyone who has not signed a version',
  params: ById,
  reply: Type.Object({ reminded: Type.Integer() }),
});
