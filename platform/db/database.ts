import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { Replica } from './replica.ts';
import { compiled, type Query } from './sql.ts';
import { typeParsers } from './types.ts';

/** Runs queries, as one actor. The only way that code reaches the database. */
export interface Db {
  /** All rows. */
  all<Row>(query: Query<Row>): Promise<Row[]>;
  /** The first row, if there is one. */
  first<Row>(query: Query<Row>): Promise<Row | undefined>;
  /** The only row; throws when there is none. */
  one<Row>(query: Query<Row>): Promise<Row>;
  /** Runs and gives the number of rows touched. */
  run(query: Query<unknown>): Promise<number>;
  /**
   * Sends what nobody waits for: an event, a stamp. It runs in its order, and when it fails, the transaction fails at its
   * end with that error and nothing is written.
   */
  later(query: Query<unknown>): void;
  /** The connection itself, for COPY and the like. */
  readonly client: pg.PoolClient;
}

/** On whose behalf a connection acts: an employee, or the company itself (jobs, the launcher). */
export type DbActor = { readonly companyId: string; readonly employeeId: string | null };

/** How long a connection may go on acting for someone before their rights are read again. */
const freshForMs = 1000;

type Entered = { key: string; at: number };
const enteredAs = new WeakMap<pg.PoolClient, Entered>();
const statementNames = new Map<string, string>();

/** The application's pools: one for reads (read-only sessions), one for writes, and one for reads that a replica may answer. */
export class Database {
  readonly #read: pg.Pool;
  readonly #replica: Replica | undefined;
  readonly #write: pg.Pool;
  readonly ownerUrl: string;

  constructor(urls: {
    appUrl: string;
    replicaUrl?: string | undefined;
    /** The position in the log that the replica must have replayed before it answers anybody. */
    replicaNeeds?: string | undefined;
    ownerUrl: string;
    connections?: number;
  }) {
    const max = urls.connections ?? 16;
    this.ownerUrl = urls.ownerUrl;
    this.#read = openPool(urls.appUrl, max, readOnly);
    this.#replica = urls.replicaUrl
      ? new Replica(openPool(urls.replicaUrl, max, readOnly, patienceMs), urls.replicaNeeds)
      : undefined;
    this.#write = openPool(urls.appUrl, max, '');
  }

  /**
   * Runs reads as the actor, outside a transaction (each statement sees its own snapshot). The actor's settings are sent
   * ahead on the same connection; if that fails, the whole read fails, so that nothing is ever read as somebody else.
   * With `mayLag` a replica answers, where there is one that knows all the actor wrote through this process; when it
   * fails meanwhile, the read is done again on the first server.
   */
  async read<T>(actor: DbActor, work: (db: Db) => Promise<T>, { mayLag = false } = {}): Promise<T> {
    const client = mayLag ? await this.#replica?.connect(keyOf(actor)) : undefined;
    if (!client) return this.#readOn(await this.#read.connect(), actor, work);
    try {
      return await this.#readOn(client, actor, work);
    } catch (error) {
      if (!fatal(error) && (error as { code?: string }).code !== cancelledByRecovery) throw error;
      this.#replica?.avoid();
      return this.#readOn(await this.#read.connect(), actor, work);
    }
  }

  async #readOn<T>(client: pg.PoolClient, actor: DbActor, work: (db: Db) => Promise<T>): Promise<T> {
    let broken: Error | undefined;
    try {
      gather(client);
      const entering = enter(client, actor);
      const [, result] = await Promise.all([entering, settled(() => work(dbOver(client)))]);
      return unwrap(result);
    } catch (error) {
      broken = fatal(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Runs a write as the actor in one transaction. `local` are settings for this transaction only (request id …). */
  async write<T>(actor: DbActor, local: Record<string, string>, work: (db: Db) => Promise<T>): Promise<T> {
    const client = await this.#write.connect();
    const unit: Unit = { sent: [], ended: false };
    let broken: Error | undefined;
    try {
      gather(client);
      const begun = Promise.all([client.query('begin'), enter(client, actor), setLocal(client, local)]);
      const [, result] = await Promise.all([begun, settled(() => work(dbOver(client, unit)))]);
      const value = await unwrapWith(result, unit.sent);
      unit.ended = true;
      gather(client);
      const commit = client.query('commit');
      const position = this.#replica && client.query<{ at: string }>('select pg_current_wal_insert_lsn() as at');
      const [ended, reached] = await Promise.all([commit, position, ...unit.sent]);
      // A transaction that failed unnoticed answers "commit" with a rollback, not with an error.
      if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back');
      this.#replica?.wrote(keyOf(actor), reached?.rows[0]?.at ?? '');
      return value;
    } catch (error) {
      unit.ended = true;
      broken = fatal(error);
      await client.query('rollback').catch((failure: Error) => {
        broken = failure;
      });
      enteredAs.delete(client);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  /** Runs without an actor: sees nothing that row security guards. For sign-in and health only. */
  async bare<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const client = await this.#write.connect();
    try {
      enteredAs.delete(client);
      await client.query("select set_config(name, '', false) from pg_settings where name like 'app.%'");
      return await work(dbOver(client));
    } finally {
      client.release();
    }
  }

  /**
   * Does long work while a connection holds a name. When the process is killed, the database lets go of the name: whoever
   * can take `pg_try_advisory_lock(hashtextextended(name, 0))` knows that nobody does the work any more.
   */
  async holding<T>(name: string, work: () => Promise<T>): Promise<T> {
    const client = await this.#write.connect();
    let broken: Error | undefined;
    try {
      await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch((failure: Error) => {
        broken = failure;
      });
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#read.end(), this.#write.end(), this.#replica?.close()]);
  }
}

const readOnly = '-c default_transaction_read_only=on';
/** A replica cancels a read that stands in the way of what it has to replay. */
const cancelledByRecovery = '40001';

/** A replica that does not answer within this is left alone. */
const patienceMs = 2000;

function openPool(url: string, max: number, options: string, connectionTimeoutMillis = 0): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types: typeParsers,
    pipeline: true,
    options: `${options} -c TimeZone=UTC -c search_path=public`.trim(),
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis,
  } as pg.PoolConfig);
  pool.on('error', () => {});
  // A connection that is lost while somebody uses it fails their query; heard by nobody, it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

function keyOf(actor: DbActor): string {
  return `${actor.companyId}/${actor.employeeId}`;
}

async function enter(client: pg.PoolClient, actor: DbActor): Promise<void> {
  const key = keyOf(actor);
  const now = performance.now();
  const last = enteredAs.get(client);
  if (last?.key === key && now - last.at < freshForMs) return;
  enteredAs.set(client, { key, at: now });
  const query = actor.employeeId
    ? { name: 'enter', text: 'select app.enter($1, $2)', values: [actor.companyId, actor.employeeId] }
    : { name: 'enter-company', text: 'select app.enter_company($1)', values: [actor.companyId] };
  try {
    await client.query(query);
  } catch (error) {
    enteredAs.delete(client);
    throw error;
  }
}

async function setLocal(client: pg.PoolClient, settings: Record<string, string>): Promise<void> {
  const entries = Object.entries(settings);
  if (entries.length === 0) return;
  const list = entries.map((_, i) => `set_config($${2 * i + 1}, $${2 * i + 2}, true)`).join(', ');
  await client.query({ name: `local-${entries.length}`, text: `select ${list}`, values: entries.flat() });
}

const gathering = new WeakSet<pg.PoolClient>();

/**
 * What is sent from now until the present turn of the event loop ends leaves in one write: statements that start together
 * wake the database once, not once each.
 */
function gather(client: pg.PoolClient): void {
  if (gathering.has(client)) return;
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  gathering.add(client);
  stream.cork();
  process.nextTick(() => {
    gathering.delete(client);
    stream.uncork();
  });
}

/** The same SQL text gets the same name, so that the server plans it once a connection. */
function nameOf(text: string): string {
  let name = statementNames.get(text);
  if (name === undefined) {
    name = `q${createHash('sha1').update(text).digest('hex').slice(0, 24)}`;
    if (statementNames.size > 5000) statementNames.clear();
    statementNames.set(text, name);
  }
  return name;
}

/**
 * `Db` over a connection. Exported for tests and commands that hold their own.
 * Nothing more is sent once the unit has ended: the connection may be somebody else's by then.
 */
export function dbOver(client: pg.PoolClient, unit: Unit = { sent: [], ended: false }): Db {
  const send = async <Row>(query: Query<Row>): Promise<pg.QueryResult> => {
    if (unit.ended) throw new Error('the transaction has ended');
    const { sql: text, parameters } = compiled(query);
    gather(client);
    return client.query({ name: nameOf(text), text, values: parameters as unknown[] });
  };
  return {
    client,
    all: async <Row>(query: Query<Row>) => (await send(query)).rows as Row[],
    first: async <Row>(query: Query<Row>) => (await send(query)).rows[0] as Row | undefined,
    one: async <Row>(query: Query<Row>) => {
      const row = (await send(query)).rows[0];
      if (row === undefined) throw new Error('a row was expected');
      return row as Row;
    },
    run: async (query) => (await send(query)).rowCount ?? 0,
    later: (query) => {
      const outcome = send(query);
      outcome.catch(() => {});
      unit.sent.push(outcome);
    },
  };
}

/** What one act sends: `sent` by `later`, to be waited for before its end. */
type Unit = { readonly sent: Promise<unknown>[]; ended: boolean };

type Settled<T> = { ok: true; value: T } | { ok: false; error: unknown };
async function settled<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}
function unwrap<T>(result: Settled<T>): T {
  if (result.ok) return result.value;
  throw result.error;
}

/** After something sent earlier has failed, every statement only says that the transaction is void: tells the cause. */
async function unwrapWith<T>(result: Settled<T>, sent: readonly Promise<unknown>[]): Promise<T> {
  if (!result.ok && (result.error as { code?: string }).code === '25P02') await Promise.all(sent);
  return unwrap(result);
}

/** A connection whose protocol state is in doubt is thrown away; an ordinary SQL error leaves it usable. */
function fatal(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = (error as { code?: string }).code ?? '';
  const lost = /^(57P|08|ECONN|EPIPE)/.test(code) || /terminated|timeout|not queryable/i.test(error.message);
  return lost ? error : undefined;
}
