import { uuidv7 } from '#kernel/id.ts';
import type { Language } from '#kernel/texts.ts';
import { sql } from '#platform/db/sql.ts';
import type { ImportKind, ImportRow, Rejection } from '#platform/declare/import-kind.ts';
import type { Registry } from '#platform/declare/registry.ts';
import { problemOf } from '#platform/http/problem.ts';
import type { Runner } from '#platform/run.ts';
import { sentence } from '#platform/sentence.ts';
import type { Actor, Work } from '#platform/work.ts';
import { holdOf } from './cut-off.ts';
import { guessMapping, type Mapping, mapRow } from './map-row.ts';
import { type RawRow, type ReadFile, readFile } from './read-file.ts';

export type ImportWish = {
  readonly kind: string;
  readonly file: string;
  readonly fileName?: string;
  /** Fields not named here are found by their headings. */
  readonly mapping?: Mapping;
  /** Only say what would happen: every portion is rolled back. */
  readonly checkOnly?: boolean;
  /** The import's id, where it must be known before the end. */
  readonly id?: string;
};
export type ImportReport = {
  readonly id: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Refusal code → how many rows. */
  readonly reasons: Readonly<Record<string, number>>;
  /** What the kind says of it: counts and sums. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** Why it was stopped before its end; null when it was not. */
  readonly failure: ImportFailure | null;
  readonly seconds: number;
  readonly peakMemoryBytes: number;
};
/** Why an import failed: a refusal code, and where it was stopped for one reason, which, after how many rows. */
export type ImportFailure = { readonly code: string; readonly rows?: number; readonly reason?: string };

/** Why an import failed, as a sentence. */
export function failureSentence(registry: Registry, language: Language, failure: ImportFailure | undefined): string {
  const { code, rows, reason } = failure ?? { code: 'platform.import-broken-off' };
  const why = reason ? sentence(registry, language, `refusal.${reason}`) : '';
  return sentence(registry, language, `refusal.${code}`, { rows: rows ?? 0, reason: why });
}

/** Rows written together. */
const portion = 2000;
/** An import whose first rows are all refused for one reason is stopped: the rest would be too. */
const firstRows = 200;

/**
 * Imports a file: reads as a stream, maps, writes in portions (a transaction each), and keeps a report in which every
 * row read is either accepted or rejected with its reason. It stops at once when the first rows are all refused for one
 * reason. What breaks it off leaves it marked as failed.
 */
export async function runImport(
  runner: Runner,
  actor: Actor,
  wish: ImportWish,
  tell: { begun?: () => void; progress?: (read: number) => void } = {},
): Promise<ImportReport> {
  const kind = runner.registry.imports.get(wish.kind);
  if (!kind) throw new Error(`there is no import of ${wish.kind}`);
  const began = performance.now();
  const table = await readFile(wish.file);
  const mapping = { ...guessMapping(kind.fields, table.headings), ...wish.mapping };
  const id = wish.id ?? uuidv7(Temporal.Now.instant(), crypto.getRandomValues(new Uint8Array(10)));
  const passing = { kind, table, mapping, id, checkOnly: wish.checkOnly ?? false };
  return runner.database.holding(holdOf(id), async () => {
    await runner.write(actor, (w) => beginImport(w, id, wish, mapping));
    tell.begun?.();
    try {
      const tally = await passRows(runner, actor, passing, tell.progress ?? (() => {}));
      const concluding = !passing.checkOnly && tally.failure === null;
      const facts = concluding ? await runner.write(actor, async (w) => (await kind.conclude?.(w, id)) ?? {}) : {};
      const report = { id, ...tally, facts, seconds: (performance.now() - began) / 1000 };
      await runner.write(actor, (w) => endImport(w, report, passing.checkOnly ? 'preview' : 'done'));
      return report;
    } catch (error) {
      await runner.write(actor, (w) => breakOff(w, id)).catch(() => undefined);
      throw error;
    }
  });
}

type Passing = { kind: ImportKind; table: ReadFile; mapping: Mapping; id: string; checkOnly: boolean };
type Tally = Pick<ImportReport, 'read' | 'accepted' | 'rejected' | 'reasons' | 'failure' | 'peakMemoryBytes'>;

async function passRows(
  runner: Runner,
  actor: Actor,
  passing: Passing,
  progress: (read: number) => void,
): Promise<Tally> {
  const reasons: Record<string, number> = {};
  let [read, rejected, peakMemoryBytes] = [0, 0, 0];
  const tally = (failure: ImportFailure | null) => ({
    read,
    accepted: read - rejected,
    rejected,
    reasons,
    failure,
    peakMemoryBytes,
  });
  for await (const rows of portions(passing.table.rows)) {
    const rejections = await writePortion(runner, actor, passing, rows);
    read += rows.length;
    rejected += rejections.length;
    for (const { code } of rejections) reasons[code] = (reasons[code] ?? 0) + 1;
    peakMemoryBytes = Math.max(peakMemoryBytes, process.memoryUsage.rss());
    await runner.write(actor, (w) => countRead(w, passing.id, read));
    progress(read);
    const [reason, another] = Object.keys(reasons);
    if (read === firstRows && rejected === read && reason && !another)
      return tally({ code: 'platform.import-stopped', rows: read, reason });
  }
  return tally(null);
}

/** The first rows by themselves, then portions. */
async function* portions(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow[]> {
  let gathered: RawRow[] = [];
  let size = firstRows;
  for await (const row of rows) {
    gathered.push(row);
    if (gathered.length === size) {
      yield gathered;
      gathered = [];
      size = portion;
    }
  }
  if (gathered.length > 0) yield gathered;
}

/** Writes a portion and keeps its rejected rows; gives them. */
async function writePortion(
  runner: Runner,
  actor: Actor,
  passing: Passing,
  raw: readonly RawRow[],
): Promise<Rejection[]> {
  const { currency } = await runner.read(actor, async (w) => w.company);
  const mapped = raw.map((row) =>
    mapRow(passing.kind.fields, passing.mapping, row, { currency, language: actor.language }),
  );
  const unfit = mapped.filter((each): each is Rejection => 'code' in each);
  const fit = mapped.filter((each): each is ImportRow => 'values' in each);
  const rejections = [...unfit, ...(await writeFit(runner, actor, passing, fit))];
  if (rejections.length > 0) await runner.write(actor, (w) => keepRejections(w, passing.id, raw, rejections));
  return rejections;
}

/**
 * Writes rows, as many as possible in one transaction. What the database refuses as a whole is tried by half as many rows,
 * down to the row at fault; after what went in, by twice as many. One bad row never costs the good ones beside it, and
 * rows that all fail cost one statement each.
 */
async function writeFit(
  runner: Runner,
  actor: Actor,
  passing: Passing,
  rows: readonly ImportRow[],
): Promise<Rejection[]> {
  const rejections: Rejection[] = [];
  for (let at = 0, size = rows.length; at < rows.length; ) {
    const tried = rows.slice(at, at + size);
    const outcome = await tryRows(runner, actor, passing, tried);
    if (outcome.refused !== null && tried.length > 1) {
      size = Math.ceil(tried.length / 2);
      continue;
    }
    rejections.push(...outcome.rejections);
    at += tried.length;
    // Beside a row at fault another may stand: the next is tried alone.
    size = outcome.refused === null ? tried.length * 2 : 1;
  }
  return rejections;
}

type Outcome = { readonly rejections: readonly Rejection[]; readonly refused: string | null };

/** Writes rows in one transaction; `refused` is the code by which the database refused all of them. */
async function tryRows(runner: Runner, actor: Actor, passing: Passing, rows: readonly ImportRow[]): Promise<Outcome> {
  try {
    return { rejections: await runner.write(actor, (w) => written(w, passing, rows)), refused: null };
  } catch (error) {
    if (error instanceof OnlyChecked) return { rejections: error.rejections, refused: null };
    const refused = problemOf(error, runner.registry, actor.language)?.code;
    if (!refused || unavailable.has(refused)) throw error;
    return { rejections: rows.map(({ number }) => ({ number, code: refused })), refused };
  }
}

/** Says nothing about the rows: the import breaks off instead of rejecting them. */
const unavailable: ReadonlySet<string> = new Set(['platform.unavailable']);

/** Thrown to roll a checked portion back. */
class OnlyChecked extends Error {
  readonly rejections: readonly Rejection[];
  constructor(rejections: readonly Rejection[]) {
    super('checked');
    this.rejections = rejections;
  }
}

async function written(
  w: Work,
  { kind, id, checkOnly }: Passing,
  rows: readonly ImportRow[],
): Promise<readonly Rejection[]> {
  const rejections = await kind.write(w, rows, id);
  if (checkOnly) throw new OnlyChecked(rejections);
  return rejections;
}

async function beginImport(w: Work, id: string, wish: ImportWish, mapping: Mapping): Promise<void> {
  const name = wish.fileName ?? wish.file.split('/').at(-1) ?? wish.file;
  await w.db.run(sql`insert into platform.imports (id, company_id, kind, file_name, mapping, started_by)
    values (${id}, ${w.actor.companyId}, ${wish.kind}, ${name}, ${JSON.stringify(mapping)}, ${w.actor.employeeId})`);
}

/** @throws when somebody else has declared the import ended: it must not go on under their hands. */
async function countRead(w: Work, id: string, read: number): Promise<void> {
  const counted = await w.db.run(sql`update platform.imports set rows_read = ${read}, progressed_at = now()
    where id = ${id} and state = 'running'`);
  if (counted === 0) throw new Error(`the import ${id} was declared ended while it ran`);
}

async function endImport(w: Work, report: ImportReport, state: 'done' | 'preview'): Promise<void> {
  const { id, read, accepted, rejected, ...rest } = report;
  await w.db.run(sql`update platform.imports set state = ${report.failure ? 'failed' : state}, rows_read = ${read}, rows_accepted = ${accepted},
    rows_rejected = ${rejected}, report = ${JSON.stringify(rest)}, ended_at = now() where id = ${id} and state = 'running'`);
}

async function breakOff(w: Work, id: string): Promise<void> {
  const failure: ImportFailure = { code: 'platform.import-broken-off' };
  await w.db.run(sql`update platform.imports set state = 'failed', ended_at = now(),
    report = ${JSON.stringify({ failure })} where id = ${id} and state = 'running'`);
}

async function keepRejections(
  w: Work,
  id: string,
  raw: readonly RawRow[],
  rejections: readonly Rejection[],
): Promise<void> {
  const byNumber = new Map(raw.map((row) => [row.number, row.cells]));
  const rows = rejections.map(({ number, code, field }) => ({
    number,
    code,
    field,
    row: withoutNul(byNumber.get(number) ?? {}),
  }));
  await w.db.run(sql`insert into platform.import_rejections (import_id, company_id, row_number, reason, field, row)
    select ${id}, ${w.actor.companyId}, r.number, r.code, r.field, r."row"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(number bigint, code text, field text, "row" jsonb)`);
}

function withoutNul(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(cells).map(([key, text]) => [key.replaceAll('\0', ''), text.replaceAll('\0', '�')]),
  );
}
