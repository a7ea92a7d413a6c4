import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Way } from '#platform/declare/marked-data.ts';
import { problemOf } from '#platform/http/problem.ts';
import { companyActor, type Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { type Export, keepExports } from './keep-export.ts';

/** Marked data that somebody read. */
export type Reading = {
  readonly data: string;
  readonly way: Way;
  readonly of: string;
  readonly records: readonly string[];
};
type Noted = Reading & { readonly actor: Actor; readonly at: string };
type ByKey = Omit<Export, 'way' | 'columns'> & { readonly actor: Actor };

/** How long what was noted may wait to be written: as much as a killed process loses. */
const writtenWithinMs = 1000;
/** With so many waiting the database has not taken any for a while; what is marked is then not shown to anybody. */
const mostWaiting = 20_000;

/**
 * Notes who read marked data, and what is read by API keys, without making the reader wait: it is written together, within a
 * second. `close` writes what is left; a process that is killed loses the last second. What the database does not take is
 * tried again.
 */
export class ReadingLog {
  readonly #runner: Runner;
  #readings = new Map<string, Noted>();
  #byKey = new Map<string, ByKey>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(runner: Runner) {
    this.#runner = runner;
  }

  /**
   * Notes a reading; the same within a second counts once.
   * @throws Refused `platform.busy` when nothing could be written for so long that no more is held.
   */
  note(actor: Actor, reading: Reading): void {
    if (actor.employeeId === null || reading.records.length === 0) return;
    if (this.#readings.size >= mostWaiting) throw new Refused([{ code: 'platform.busy', status: 503 }]);
    const { data, way, of, records } = reading;
    const key = [actor.employeeId, data, way, of, ...records].join(' ');
    if (!this.#readings.has(key)) this.#readings.set(key, { ...reading, actor, at: Temporal.Now.instant().toString() });
    this.#soon();
  }

  /** Notes rows that an API key read; pages of one list by one query are one export. */
  take(actor: Actor, { list, query, rows, clients }: Pick<Export, 'list' | 'query' | 'rows' | 'clients'>): void {
    if (actor.employeeId === null || rows + clients.size === 0) return;
    if (this.#byKey.size >= mostWaiting) throw new Refused([{ code: 'platform.busy', status: 503 }]);
    this.#hold([actor.employeeId, list, JSON.stringify(query)].join(' '), { actor, list, query, rows, clients });
  }

  #hold(key: string, { rows, clients, ...asked }: ByKey): void {
    const before = this.#byKey.get(key);
    this.#byKey.set(key, {
      ...asked,
      rows: rows + (before?.rows ?? 0),
      clients: new Set([...clients, ...(before?.clients ?? [])]),
    });
    this.#soon();
  }

  /** Writes all that waits; what the database does not take goes on waiting. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => void this.flush(), writtenWithinMs).unref();
  }

  async #write(): Promise<void> {
    const [readings, byKey] = [this.#readings, this.#byKey];
    this.#readings = new Map();
    this.#byKey = new Map();
    for (const [companyId, noted] of Map.groupBy(readings, ([, { actor }]) => actor.companyId)) {
      await this.#writeReadings(
        companyId,
        noted.map(([, each]) => each),
      ).catch((error) => {
        this.#again(error, () => {
          for (const [key, each] of noted) this.#readings.set(key, each);
          this.#soon();
        });
      });
    }
    for (const [, taken] of Map.groupBy(byKey, ([, { actor }]) => actor.employeeId)) {
      const kept = taken.map(([, { actor: _, ...each }]): Export => ({ ...each, way: 'key', columns: [] }));
      const [[, { actor }]] = taken as [(typeof taken)[number]];
      await this.#runner
        .write(actor, (w) => keepExports(w, kept))
        .catch((error) => {
          this.#again(error, () => {
            for (const [key, each] of taken) this.#hold(key, each);
          });
        });
    }
  }

  /** What failed because the database is away is written later; anything else would fail for ever, and is told instead. */
  #again(error: unknown, hold: () => void): void {
    if (problemOf(error, this.#runner.registry, 'en')?.code === 'platform.unavailable') hold();
    else console.error('a reading could not be kept', error);
  }

  async #writeReadings(companyId: string, noted: readonly Noted[]): Promise<void> {
    const rows = noted.map(({ actor, at, data, way, of, records }) => ({
      employee: actor.employeeId,
      at,
      data,
      way,
      of,
      records,
    }));
    await this.#runner.write(companyActor(companyId, 'readings'), (w) =>
      w.db.run(sql`insert into platform.readings (company_id, employee_id, read_at, data, way, of_table, record_ids)
        select ${companyId}, r.employee, r.at, r.data, r.way, r."of", r.records
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            r(employee uuid, at timestamptz, data text, way text, "of" text, records uuid[]) order by r.at`),
    );
  }
}
