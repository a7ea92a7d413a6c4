import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const byId = Type.Object({ id: Id });

export const listDocuments = endpoint({
  id: 'platform.list-documents',
  method: 'GET',
  path: '/documents',
  permit: 'signed-in',
  summary: 'Documents issued about a record, newest first, as far as one may read them',
  query: Type.Object({ subjectId: Id }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.String(),
        number: Type.String(),
        subjectKind: Type.String(),
        subjectId: Id,
        language: Type.String(),
        pdfSha256: Type.String(),
        issuedBy: Type.Union([Id, Type.Null()]),
        issuedAt: Type.String(),
      }),
    ),
  }),
});

export const printDocument = endpoint({
  id: 'platform.print-document',
  method: 'GET',
  path: '/documents/:id/pdf',
  permit: 'signed-in',
  summary: 'An issued document as PDF, byte for byte as issued',
  params: byId,
  reply: Type.Unknown(),
  file: 'application/pdf',
});

export const documentInWord = endpoint({
  id: 'platform.document-in-word',
  method: 'GET',
  path: '/documents/:id/word',
  permit: 'signed-in',
  summary: 'An issued document as a Word file, byte for byte as issued',
  params: byId,
  reply: Type.Unknown(),
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
});
