import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A row as it stands in a table: every column that is not computed, as text. */
export type BareRow = {
  readonly table: string;
  readonly columns: readonly (readonly [name: string, type: string, value: string | null])[];
};

/** The rows that an act made: of each table those whose column holds the id. */
export async function rowsLike(
  owner: pg.Client,
  of: readonly (readonly [table: string, column: string])[],
  id: string,
): Promise<BareRow[]> {
  const rows: BareRow[] = [];
  for (const [table, column] of of) {
    const { rows: columns } = await owner.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    );
    const list = columns.map(({ name }) => `${name}::text`).join(', ');
    const found = await owner.query({
      text: `select ${list} from ${table} where ${column} = $1`,
      values: [id],
      rowMode: 'array',
    });
    for (const values of found.rows as (string | null)[][]) {
      rows.push({ table, columns: columns.map(({ name, type }, at) => [name, type, values[at] ?? null] as const) });
    }
  }
  return rows;
}

/**
 * A connection that inserts rows as the owner, with no trigger, policy, key to another table or application: one statement
 * a table and one transaction, sent at once. Ids are new each time, and so is an official number.
 */
export async function bareWriter(ownerUrl: string) {
  const client = new pg.Client({ connectionString: ownerUrl, pipeline: true } as pg.ClientConfig);
  await client.connect();
  await client.query('set session_replication_role = replica');
  return {
    insert: async (rows: readonly BareRow[]): Promise<void> => {
      const fresh = new Map(
        rows.flatMap(({ columns }) =>
          columns.flatMap(([name, , value]) => (name === 'id' && value ? [[value, randomUUID()]] : [])),
        ),
      );
      const sent = [client.query('begin')];
      for (const [table, those] of Map.groupBy(rows, (row) => row.table))
        sent.push(client.query(statementFor(table, those, fresh)));
      await Promise.all([...sent, client.query('commit')]);
    },
    close: () => client.end(),
  };
}

function statementFor(table: string, rows: readonly BareRow[], fresh: ReadonlyMap<string, string>): pg.QueryConfig {
  const columns = rows[0]?.columns ?? [];
  const tuples = rows.map(
    (_, row) => `(${columns.map(([, type], at) => `$${row * columns.length + at + 1}::${type}`).join(', ')})`,
  );
  const renewed = (name: string, value: string | null) =>
    value !== null && name === 'number' && table === 'orders.orders' ? randomUUID() : (fresh.get(value ?? '') ?? value);
  return {
    name: `${table} ${rows.length}`,
    text: `insert into ${table} (${columns.map(([name]) => name).join(', ')}) values ${tuples.join(', ')}`,
    values: rows.flatMap((row) => row.columns.map(([name, , value]) => renewed(name, value))),
  };
}
