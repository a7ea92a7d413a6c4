import Type, { type Static } from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const Kind = Type.String({ minLength: 1, maxLength: 60 });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const Source = Type.Union([
  Type.Object({ constant: Type.String({ maxLength: 500 }) }, { additionalProperties: false }),
  Type.Object(
    {
      column: Type.String(),
      addDays: Type.Optional(Type.Integer()),
      values: Type.Optional(Type.Record(Type.String(), Type.String())),
    },
    { additionalProperties: false },
  ),
]);
/** Field → where it comes from. */
export const mappingSchema = Type.Record(Type.String(), Source);

/**
 * Where a field comes from: a column of the file, or one value for all rows. Dates may be moved by days, and values
 * exchanged for others (those without an exchange become empty).
 */
export type Source = Static<typeof Source>;
export type Mapping = Readonly<Record<string, Source>>;

const SavedMapping = Type.Object({
  id: Id,
  kind: Type.String(),
  name: Type.String(),
  mapping: mappingSchema,
  revision: Type.Integer(),
});

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
  revertedAt: Nullable(Type.String()),
  revertedBy: Nullable(Type.String()),
  /** Why it failed, in the reader's language. */
  failure: Nullable(Type.String()),
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
    mapping: mappingSchema,
    /** The saved mapping that fits the file best, all its columns being there: it goes before the guess. */
    savedMapping: Nullable(SavedMapping),
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

export const importReversal = endpoint({
  id: 'platform.import-reversal',
  method: 'GET',
  path: '/imports/:id/reversal',
  permit: 'imports.revert',
  summary: 'What taking an import back would remove, and what holds it',
  params: Type.Object({ id: Id }),
  reply: Type.Object({
    records: Type.Array(
      Type.Object({ table: Type.String(), name: Type.String(), made: Type.Integer(), changed: Type.Integer() }),
    ),
    obstacles: Type.Array(Type.Object({ code: Type.String(), detail: Type.String() })),
  }),
});

export const revertImport = endpoint({
  id: 'platform.revert-import',
  method: 'POST',
  path: '/imports/:id/revert',
  permit: 'imports.revert',
  summary: 'Take back every record that an import made, or nothing where something depends on one of them',
  params: Type.Object({ id: Id }),
  reply: Type.Object({ id: Id }),
});

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' });

export const importMappings = endpoint({
  id: 'platform.import-mappings',
  method: 'GET',
  path: '/import-mappings',
  permit: 'imports.run',
  summary: 'Saved mappings: which column of a file is which field',
  query: Type.Object({ kind: Type.Optional(Kind) }),
  reply: Type.Object({ items: Type.Array(SavedMapping) }),
});

export const saveImportMapping = endpoint({
  id: 'platform.save-import-mapping',
  method: 'POST',
  path: '/import-mappings',
  permit: 'imports.run',
  summary: 'Save a mapping under a name',
  body: Type.Object({ kind: Kind, name: Name, mapping: mappingSchema }),
  reply: Type.Object({ id: Id, revision: Type.Integer() }),
  status: 201,
});

export const changeImportMapping = endpoint({
  id: 'platform.change-import-mapping',
  method: 'PATCH',
  path: '/import-mappings/:id',
  permit: 'imports.run',
  summary: 'Rename a saved mapping, or save another mapping in its place',
  params: Type.Object({ id: Id }),
  body: Type.Object({ name: Type.Optional(Name), mapping: Type.Optional(mappingSchema) }),
  reply: Type.Object({ id: Id, revision: Type.Integer() }),
  ifMatch: true,
});

export const deleteImportMapping = endpoint({
  id: 'platform.delete-import-mapping',
  method: 'DELETE',
  path: '/import-mappings/:id',
  permit: 'imports.run',
  summary: 'Delete a saved mapping',
  params: Type.Object({ id: Id }),
  reply: Type.Null(),
  status: 204,
});
