import type { RawBuilder } from 'kysely';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Column, List } from './define.ts';

/** SQL that a column is read from. `label` is what a `person` or `ref` is called; a scalar subquery does. */
export type ColumnSource =
  | RawBuilder<unknown>
  | { readonly value: RawBuilder<unknown>; readonly label: RawBuilder<unknown> };

/** Where the rows of a list come from: the server's half of a list. */
export type ListSource = {
  /**
   * Tables with their aliases, e.g. sql`clients.clients c join clients.figures f on f.client_id = c.id`; or what gives them
   * from the list's parameters.
   */
  readonly from:
    | RawBuilder<unknown>
    | ((w: Work, parameters: Readonly<Record<string, unknown>>) => Promise<RawBuilder<unknown>>);
  /** The id, unique in the list: the last key of every order. */
  readonly id: RawBuilder<unknown>;
  readonly columns: Readonly<Record<string, ColumnSource>>;
  /** The revision of the record whose cells are edited; needed where a column is `editedBy`. */
  readonly revision?: RawBuilder<unknown>;
  /** What is always asked. */
  readonly where?: (w: Work) => RawBuilder<unknown> | undefined;
  /**
   * The keeper of a row. Whoever has no grant over all of the company gets the explicit predicate, so that the index of
   * the keeper serves; row security alone would be right, but slow.
   */
  readonly keeper?: RawBuilder<unknown>;
  /** For `.has` on a column of a big table: a condition that an index serves, instead of `ilike`. */
  readonly has?: Readonly<Record<string, (text: string) => RawBuilder<unknown>>>;
  /** The condition that search text stands for. Absent: the list is not searchable. */
  readonly search?: (text: string, w: Work) => RawBuilder<unknown>;
  /** Address of a row's own screen; `values` are those of its columns. */
  readonly href: (id: string, values: Readonly<Record<string, unknown>>) => string;
};

/** SQL of a column's value. @throws when the source lacks it: a defect of the declaration. */
export function valueSql(source: ListSource, name: string): RawBuilder<unknown> {
  const column = source.columns[name];
  if (!column) throw new Error(`the list has no source for column ${name}`);
  return 'value' in column ? column.value : column;
}

/** SQL of a column's label, for `person` and `ref`. */
export function labelSql(source: ListSource, name: string): RawBuilder<unknown> | null {
  const column = source.columns[name];
  return column && 'label' in column ? column.label : null;
}

/** The database type that values of a column are compared in, so that its index serves. */
export function databaseType(column: Column): RawBuilder<unknown> {
  switch (column.type) {
    case 'money':
      return sql`bigint`;
    case 'number':
      return column.whole ? sql`bigint` : sql`numeric`;
    case 'rate':
      return sql`int`;
    case 'date':
      return sql`date`;
    case 'instant':
      return sql`timestamptz`;
    case 'flag':
      return sql`boolean`;
    case 'person':
    case 'ref':
      return sql`uuid`;
    default:
      return sql`text`;
  }
}

/** The predicate on the keeper for an actor without a grant over all of the company. */
export function keeperSql(w: Work, list: List, source: ListSource): RawBuilder<unknown> | undefined {
  if (!source.keeper || w.actor.employeeId === null || seesAll(w, list.permit)) return undefined;
  const reached = [...w.authority.reach.keys()];
  return reached.length === 1
    ? sql`${source.keeper} = ${reached[0]}::uuid`
    : sql`${source.keeper} = any (${reached}::uuid[])`;
}

/** Whether a grant of one's own gives the permit over all of the company. */
export function seesAll(w: Work, permit: string): boolean {
  return (
    w.actor.employeeId === null ||
    w.authority.grants.some((grant) => grant.permit === permit && grant.scope === 'all' && grant.onBehalfOf === null)
  );
}
