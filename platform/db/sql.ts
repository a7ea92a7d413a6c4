import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';

export { sql };

/** A query that was composed, not yet run. */
export type Query<Row = unknown> = { compile(): CompiledQuery<Row> } | RawBuilder<Row> | CompiledQuery<Row>;

/**
 * A query builder over the tables that a module may see: its own, and what lower modules publish. It only composes;
 * `Db` runs. A table outside `Tables` does not compile.
 */
export function tables<Tables>(): Kysely<Tables> {
  return builder as unknown as Kysely<Tables>;
}

const builder = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The text and parameters of a query. */
export function compiled<Row>(query: Query<Row>): CompiledQuery<Row> {
  if (!('compile' in query)) return query;
  return (query as { compile(provider: unknown): CompiledQuery<Row> }).compile(builder);
}
