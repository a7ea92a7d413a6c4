import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const byId = Type.Object({ id: Id });
const Kind = Type.String({ minLength: 1, maxLength: 60, description: 'Kind of the record, e.g. `clients.clients`' });
const none = Type.Object({});

export const AttachedFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String({ description: 'As found in the content' }),
  bytes: Type.Integer(),
  sha256: Type.String(),
  storedAt: Type.String(),
  storedBy: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  /** A browser may show it; anything else is only downloaded. */
  shown: Type.Boolean(),
});

export const listFiles = endpoint({
  id: 'platform.files',
  method: 'GET',
  path: '/files',
  permit: 'signed-in',
  summary: 'What is attached to a record, the oldest first, and what may still be attached to it',
  query: Type.Object({ kind: Kind, subjectId: Id }),
  reply: Type.Object({
    items: Type.Array(AttachedFile),
    can: Type.Object({
      attach: Type.Union([Type.Boolean(), Type.Array(Type.String())]),
      detach: Type.Union([Type.Boolean(), Type.Array(Type.String())]),
    }),
    accept: Type.String({ description: 'For the `accept` of a file field' }),
    largest: Type.Integer({ description: 'Bytes' }),
  }),
});

export const attachFile = endpoint({
  id: 'platform.attach-file',
  method: 'POST',
  path: '/files',
  permit: 'signed-in',
  summary: 'Attach a file to a record; sent again under the same id it is attached once',
  query: Type.Object({ id: Type.Optional(Id), kind: Kind, subjectId: Id }),
  upload: true,
  reply: AttachedFile,
  status: 201,
});

export const fileContent = endpoint({
  id: 'platform.file-content',
  method: 'GET',
  path: '/files/:id/content',
  permit: 'signed-in',
  summary: 'A file as it was attached; ranges are answered',
  params: byId,
  query: Type.Object({ download: Type.Optional(Type.Boolean()) }),
  reply: Type.Unknown(),
  file: 'application/octet-stream',
});

export const detachFile = endpoint({
  id: 'platform.detach-file',
  method: 'POST',
  path: '/files/:id/detach',
  permit: 'signed-in',
  summary: 'Take a file off its record; for thirty days it can be attached again',
  params: byId,
  reply: none,
});

export const restoreFile = endpoint({
  id: 'platform.restore-file',
  method: 'POST',
  path: '/files/:id/restore',
  permit: 'signed-in',
  summary: 'Attach a file again that was taken off',
  params: byId,
  reply: none,
});
