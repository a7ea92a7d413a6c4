import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const Named = Type.Object({ id: Id, name: Type.String() });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Page = {
  /** Those before this one, the last of the page before. */
  before: Type.Optional(Id),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
const closed = { additionalProperties: false } as const;

export const listExports = endpoint({
  id: 'security.exports',
  method: 'GET',
  path: '/exports',
  permit: 'signed-in',
  summary: 'What was exported, by whom; newest first: one’s own, of those below, or with the permit all',
  query: Type.Object({ employee: Type.Optional(Id), beyond: Type.Optional(Type.Boolean()), ...Page }, closed),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        employee: Named,
        at: Type.String(),
        /** What the list is called, in the reader’s language. */
        list: Type.String(),
        way: Type.Union([Type.Literal('csv'), Type.Literal('xlsx'), Type.Literal('key')]),
        filters: Type.Array(Type.Object({ label: Type.String(), value: Type.String() })),
        columns: Type.Array(Type.String()),
        rows: Type.Integer(),
        clients: Type.Integer(),
        /** By it the person passed what the company lets go on a day without telling anybody. */
        beyond: Type.Boolean(),
      }),
    ),
    next: Nullable(Id),
  }),
});

export const listReadings = endpoint({
  id: 'security.readings',
  method: 'GET',
  path: '/readings',
  permit: 'signed-in',
  summary: 'Who read marked data, of which records, by which way; newest first, as far as for exports',
  query: Type.Object(
    {
      employee: Type.Optional(Id),
      record: Type.Optional(Id),
      data: Type.Optional(Type.String({ maxLength: 60 })),
      ...Page,
    },
    closed,
  ),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        employee: Named,
        at: Type.String(),
        /** What was read, in the reader’s language. */
        data: Type.String(),
        way: Type.Union([
          Type.Literal('card'),
          Type.Literal('list'),
          Type.Literal('search'),
          Type.Literal('export'),
          Type.Literal('api'),
          Type.Literal('print'),
        ]),
        /** The first few records, as far as the reader may see them. */
        names: Type.Array(Type.String()),
        records: Type.Integer(),
      }),
    ),
    next: Nullable(Id),
    /** What is marked at all. */
    marked: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
  }),
});
