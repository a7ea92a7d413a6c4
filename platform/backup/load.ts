import { createHash } from 'node:crypto';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Closing } from './manifest.ts';
import { columnList, copyOut, type ForeignKey, foreignKeysOf, quoted, type Table, tablesOf } from './tables.ts';

/**
 * Empties the tables and takes away what must not judge rows one by one while they arrive: triggers, foreign keys (so
 * that no order of tables is needed, not even between tables that refer to each other). Within the caller's transaction.
 * @throws when the database has no such table.
 */
export async function beginLoad(client: pg.Client, tables: readonly Table[]): Promise<ForeignKey[]> {
  const known = new Set((await tablesOf(client)).map(quoted));
  const missing = tables.find((table) => !known.has(quoted(table)));
  if (missing) throw new Error(`this version of Mandate has no table ${missing.schema}.${missing.name}`);
  const keys = await foreignKeysOf(client);
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`);
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
  if (tables.length > 0) await client.query(`truncate ${tables.map(quoted).join(', ')}`);
  return keys;
}

/**
 * Puts back what `beginLoad` took away; the foreign keys judge all rows at once. Sets the sequences.
 * @throws when a row refers to one that is not there.
 */
export async function endLoad(
  client: pg.Client,
  tables: readonly Table[],
  keys: readonly ForeignKey[],
  sequences: Closing['sequences'],
): Promise<void> {
  // A table with events of deferred constraints still pending cannot be altered.
  await client.query('set constraints all immediate');
  for (const key of keys) await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
  for (const { name, value, called } of sequences)
    await client.query('select setval($1, $2, $3)', [name, value, called]);
}

/** A table that is being filled. */
export type Filling = {
  readonly name: string;
  add(piece: Buffer): Promise<void>;
  /** Ends the table; gives what arrived. */
  end(): Promise<{ name: string; rows: number; bytes: number; sha256: string }>;
};

/** Begins to fill a table with rows in COPY's text format. */
export function fill(client: pg.Client, table: Table): Filling {
  const name = `${table.schema}.${table.name}`;
  const stream = client.query(copyFrom(`copy ${quoted(table)} (${columnList(table)}) from stdin`));
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  const settled = (act: (done: (error?: Error | null) => void) => void) =>
    Promise.race([failed, new Promise<void>((resolve, reject) => act((error) => (error ? reject(error) : resolve())))]);
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    name,
    add: async (piece) => {
      hash.update(piece);
      bytes += piece.length;
      await settled((done) => stream.write(piece, done));
    },
    end: async () => {
      await settled((done) => stream.end(done));
      return { name, rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
    },
  };
}

/** What lies in the table now, in the words of a manifest. */
export async function sumOf(client: pg.Client, table: Table): Promise<Closing['tables'][number]> {
  const stream = client.query(copyTo(copyOut(table)));
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { name: `${table.schema}.${table.name}`, rows: stream.rowCount, bytes, sha256: hash.digest('hex') };
}
