import Type, { type TSchema } from 'typebox';
import { type Endpoint, endpoint } from '#kernel/endpoint.ts';

/**
 * What a column holds, and so how it is filtered, sorted and shown. `money` is minor units of the company's currency,
 * `rate` basis points; `person` and `ref` are `{ id, label }`.
 */
export type ColumnType = 'text' | 'money' | 'number' | 'rate' | 'date' | 'instant' | 'enum' | 'person' | 'ref' | 'flag';

/**
 * An act that changes one column of a row: its path has `:id`, its body the column's name, and it wants `If-Match`. With
 * `reason` its body has a `reason` besides, which the person is asked for.
 */
export type CellEdit = { readonly by: Endpoint; readonly reason?: boolean };

/** A column as both sides know it. Labels: text `list.<list key>.<column>`, of a value `list.<list key>.<column>.<value>`. */
export type Column = {
  readonly type: ColumnType;
  readonly sortable?: boolean;
  readonly filterable?: boolean;
  /** The values of an `enum`. */
  readonly values?: readonly string[];
  /** Can be empty: sorted last either way, and filtered with `.is`. */
  readonly nullable?: boolean;
  /** Added up when totals are asked for (`money` and `number`). */
  readonly total?: boolean;
  /** A `number` that is whole (int8 in the database). */
  readonly whole?: boolean;
  /** Offered, but not shown until chosen. */
  readonly hidden?: boolean;
  /** What changes a cell of this column where it stands. */
  readonly editedBy?: CellEdit;
  /** Where a `ref` leads: `/clients/` and the id is put behind it. */
  readonly leadsTo?: string;
};

export type ListDeclaration = {
  /** `<module>.<noun>`, e.g. `clients.clients`. */
  readonly key: string;
  /** Path of the collection, e.g. `/clients`. */
  readonly path: string;
  /** Operation id of reading it, e.g. `clients.list`. */
  readonly id: string;
  readonly permit: string;
  /** For the export; without one, `exports.run`, which everyone has. The permit to read is needed all the same. */
  readonly exportPermit?: string;
  readonly summary: string;
  readonly columns: Readonly<Record<string, Column>>;
  /** Column, `-` before it for descending. */
  readonly defaultSort: string;
  /** The column that names the client of a row, or `id` where the row is the client: exports are counted by clients too. */
  readonly client?: string;
  /** `q` is understood. */
  readonly searchable?: boolean;
  /** What the list as a whole is asked for, beside filters of its columns: a month, whose records. The source is given it. */
  readonly parameters?: Readonly<Record<string, TSchema>>;
};

/** A list as both sides know it: its columns and its endpoints. */
export type List = ListDeclaration & {
  readonly read: Endpoint & { readonly reply: typeof listReply };
  readonly exported: Endpoint;
};

const listReply = Type.Object({
  // What an item holds is known to the columns alone. Without a type it is written as it is, and not cell by cell.
  items: Type.Array(
    Type.Unsafe<Record<string, unknown>>({ description: 'id, href, and a value for each column: see columns' }),
  ),
  nextCursor: Type.Union([Type.String(), Type.Null()]),
  totals: Type.Optional(Type.Record(Type.String(), Type.Number())),
  columns: Type.Array(Type.Unknown()),
});

/** What a list replies. An item is `{ id, href, <column>: value }`, with its `revision` where cells can be edited. */
export type ListReply = {
  items: Record<string, unknown>[];
  nextCursor: string | null;
  totals?: Record<string, number>;
  columns: (Omit<Column, 'editedBy'> & { name: string; editedBy?: string })[];
};

/** Operators of a filter, by the type of the column; '' is equality with any of the values named. */
export const operatorsOf: Readonly<Record<ColumnType, readonly string[]>> = {
  text: ['', '.not', '.has'],
  enum: ['', '.not'],
  person: ['', '.not'],
  ref: ['', '.not'],
  flag: [''],
  money: ['', '.gte', '.lte'],
  number: ['', '.gte', '.lte'],
  rate: ['', '.gte', '.lte'],
  date: ['', '.gte', '.lte'],
  instant: ['.gte', '.lte'],
};

/** All filter parameters of a column: `owed`, `owed.gte`, `owed.lte`, `owed.is`. */
export function filtersOf(name: string, column: Column): string[] {
  if (!column.filterable) return [];
  return [...operatorsOf[column.type], ...(column.nullable ? ['.is'] : [])].map((operator) => `${name}${operator}`);
}

/** Declares a list. Imports nothing of the server, so that screens use the same declaration. */
export function defineList<const D extends ListDeclaration>(declared: D): D & List {
  const columns = Object.entries(declared.columns);
  const sortable = columns.filter(([, column]) => column.sortable).flatMap(([name]) => [name, `-${name}`]);
  const filters = Object.fromEntries(
    columns
      .flatMap(([name, column]) => filtersOf(name, column))
      .map((key) => [key, Type.Optional(Type.String({ maxLength: 2000 }))]),
  );
  const common = {
    ...(declared.searchable && { q: Type.Optional(Type.String({ maxLength: 100, description: 'Search text' })) }),
    sort: Type.Optional(Type.String({ maxLength: 60, description: `One of ${sortable.join(' ')}` })),
    ...filters,
    ...declared.parameters,
  };
  return {
    ...declared,
    read: endpoint({
      id: declared.id,
      method: 'GET',
      path: declared.path,
      permit: declared.permit,
      summary: declared.summary,
      mayLag: true,
      query: strict({
        ...common,
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
        cursor: Type.Optional(Type.String({ maxLength: 1000 })),
        totals: Type.Optional(Type.Boolean()),
      }),
      reply: listReply,
    }),
    exported: endpoint({
      id: `${declared.id}-export`,
      method: 'GET',
      path: `${declared.path}/export`,
      permit: declared.exportPermit ?? 'exports.run',
      summary: `${declared.summary}: as a file`,
      mayLag: true,
      query: strict({
        ...common,
        format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx')]),
        columns: Type.Optional(Type.String({ maxLength: 1000, description: 'Comma-separated; all without it' })),
      }),
      reply: Type.Any(),
      file: 'text/csv',
    }),
  };
}

function strict(properties: Record<string, TSchema>): TSchema {
  return Type.Object(properties, { additionalProperties: false });
}
