import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const Kind = Type.String({ minLength: 1, maxLength: 60 });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Mapping = Type.Record(Type.String(), Type.Unknown());

const ImportLine = Type.Object({
  id: Id,
  kind: Type.String(),
  fileName: Type.String(),
  state: Type.String(),
  rowsRead: Type.Integer(),
  rowsAccepted: Type.Integer(),
  rowsRejected: Type.Integer(),
  startedAt: Type.String(),
  endedAt: Nullable(Type.String()),
  startedBy: Nullable(Type.String()),
  reasons: Type.Array(Type.Object({ code: Type.String(), detail: Type.String(), count: Type.Integer() })),
  facts: Type.Record(Type.String(), Type.Unknown()),
});

export const importKinds = endpoint({
  id: 'platform.import-kinds',
  method: 'GET',
  path: '/import-kinds',
  permit: 'imports.run',
  summary: 'What I may import, and the fields of each kind',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        key: Type.String(),
        name: Type.String(),
        fields: Type.Array(
          Type.Object({ name: Type.String(), label: Type.String(), type: Type.String(), required: Type.Boolean() }),
        ),
      }),
    ),
  }),
});

export const previewImport = endpoint({
  id: 'platform.preview-import',
  method: 'POST',
  path: '/imports/preview',
  permit: 'imports.run',
  summary: 'Read a file’s headings and first rows, and guess which column is which field',
  query: Type.Object({ kind: Kind }),
  upload: true,
  reply: Type.Object({
    headings: Type.Array(Type.String()),
    mapping: Mapping,
    rows: Type.Array(Type.Record(Type.String(), Type.String())),
  }),
});

export const startImport = endpoint({
  id: 'platform.start-import',
  method: 'POST',
  path: '/imports',
  permit: 'imports.run',
  summary: 'Import a file in the background, or only check it; the mapping is JSON',
  query: Type.Object({
    kind: Kind,
    mapping: Type.Optional(Type.String({ maxLength: 20_000 })),
    check: Type.Optional(Type.Boolean()),
  }),
  upload: true,
  reply: Type.Object({ id: Id }),
  status: 202,
});

export const listImports = endpoint({
  id: 'platform.imports',
  method: 'GET',
  path: '/imports',
  permit: 'imports.run',
  summary: 'Imports, the latest first, with what was accepted and why rows were rejected',
  reply: Type.Object({ items: Type.Array(ImportLine) }),
});

export const importRejections = endpoint({
  id: 'platform.import-rejections',
  method: 'GET',
  path: '/imports/:id/rejections',
  permit: 'imports.run',
  summary: 'The rejected rows of an import, each with its reason, as CSV',
  params: Type.Object({ id: Id }),
  reply: Type.Unknown(),
  file: 'text/csv',
});
