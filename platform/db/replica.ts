import type pg from 'pg';

/** How long a replica that failed is not asked again. */
const avoidedForMs = 5000;

/**
 * A copy of the database that follows it a moment behind. Whoever wrote reads from it only once it has replayed that
 * write, so nobody misses what they did themselves; what others did may come a moment later.
 */
export class Replica {
  readonly #pool: pg.Pool;
  /** Up to where in the log of the first server each actor wrote; gone once the replica was seen past it. */
  readonly #written = new Map<string, string>();
  #avoidedUntil = 0;
  /** Up to where everybody must have it: the program that migrated it just now knows tables that it may not have yet. */
  #needed: string | undefined;

  constructor(pool: pg.Pool, needed: string | undefined) {
    this.#pool = pool;
    this.#needed = needed;
  }

  /** Notes that an actor's write is in the log before this position. */
  wrote(actor: string, position: string): void {
    this.#written.set(actor, position);
  }

  /** Is not asked for some seconds. */
  avoid(): void {
    this.#avoidedUntil = performance.now() + avoidedForMs;
  }

  /** A connection that knows all that the actor wrote; undefined when the replica does not yet, or does not answer. */
  async connect(actor: string): Promise<pg.PoolClient | undefined> {
    if (performance.now() < this.#avoidedUntil) return undefined;
    const client = await this.#pool.connect().catch(() => undefined);
    if (!client) {
      this.avoid();
      return undefined;
    }
    try {
      if (await this.#knows(client, actor)) return client;
      client.release();
    } catch (error) {
      this.avoid();
      client.release(error as Error);
    }
    return undefined;
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  async #knows(client: pg.PoolClient, actor: string): Promise<boolean> {
    const position = this.#written.get(actor) ?? this.#needed;
    if (position === undefined) return true;
    const { rows } = await client.query<{ reached: boolean }>({
      name: 'replayed',
      text: `select case when pg_is_in_recovery() then pg_last_wal_replay_lsn() >= $1::pg_lsn else true end as reached`,
      values: [position],
    });
    const reached = rows[0]?.reached === true;
    if (!reached) return false;
    this.#needed = undefined;
    // Another write may have come while it was asked.
    if (this.#written.get(actor) === position) this.#written.delete(actor);
    return true;
  }
}
