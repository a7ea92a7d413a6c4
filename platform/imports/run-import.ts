import { uuidv7 } from '#kernel/id.ts';
import { sql } from '#platform/db/sql.ts';
import type { ImportKind, ImportRow, Rejection } from '#platform/declare/import-kind.ts';
import { problemOf } from '#platform/http/problem.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor, Work } from '#platform/work.ts';
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
  readonly seconds: number;
  readonly peakMemoryBytes: number;
};

const portion = 2000;

/**
 * Imports a file: reads as a stream, maps, writes in portions (a transaction each), and keeps a report in which every
 * row read is either accepted or rejected with its reason.
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
  await runner.write(actor, (w) => beginImport(w, id, wish, mapping));
  tell.begun?.();
  const tally = await passRows(
    runner,
    actor,
    { kind, table, mapping, id, checkOnly: wish.checkOnly ?? false },
    tell.progress ?? (() => {}),
  );
  const facts = wish.checkOnly ? {} : await runner.write(actor, async (w) => (await kind.conclude?.(w, id)) ?? {});
  const report = { id, ...tally, facts, seconds: (performance.now() - began) / 1000 };
  await runner.write(actor, (w) => endImport(w, report, wish.checkOnly ? 'preview' : 'done'));
  return report;
}

type Passing = { kind: ImportKind; table: ReadFile; mapping: Mapping; id: string; checkOnly: boolean };
type Tally = Pick<ImportReport, 'read' | 'accepted' | 'rejected' | 'reasons' | 'peakMemoryBytes'>;

async function passRows(
  runner: Runner,
  actor: Actor,
  passing: Passing,
  progress: (read: number) => void,
): Promise<Tally> {
  const reasons: Record<string, number> = {};
  let [read, rejected, peakMemoryBytes] = [0, 0, 0];
  for await (const rows of portions(passing.table.rows)) {
    const rejections = await writePortion(runner, actor, passing, rows);
    read += rows.length;
    rejected += rejections.length;
    for (const { code } of rejections) reasons[code] = (reasons[code] ?? 0) + 1;
    peakMemoryBytes = Math.max(peakMemoryBytes, process.memoryUsage.rss());
    progress(read);
  }
  return { read, accepted: read - rejected, rejected, reasons, peakMemoryBytes };
}

async function* portions(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow[]> {
  let gathered: RawRow[] = [];
  for await (const row of rows) {
    gathered.push(row);
    if (gathered.length === portion) {
      yield gathered;
      gathered = [];
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
 * Writes rows in one transaction. When the database refuses the whole, halves are tried, down to the row at fault, so
 * that one bad row never costs the good ones beside it.
 */
async function writeFit(
  runner: Runner,
  actor: Actor,
  passing: Passing,
  rows: readonly ImportRow[],
): Promise<Rejection[]> {
  if (rows.length === 0) return [];
  try {
    return [...(await runner.write(actor, (w) => written(w, passing, rows)))];
  } catch (error) {
    if (error instanceof OnlyChecked) return [...error.rejections];
    const problem = problemOf(error, runner.registry, actor.language);
    if (!problem) throw error;
    const [first] = rows;
    if (rows.length === 1 && first) return [{ number: first.number, code: problem.code }];
    const half = Math.ceil(rows.length / 2);
    const before = await writeFit(runner, actor, passing, rows.slice(0, half));
    return [...before, ...(await writeFit(runner, actor, passing, rows.slice(half)))];
  }
}

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

async function endImport(w: Work, report: ImportReport, state: 'done' | 'preview'): Promise<void> {
  const { id, read, accepted, rejected, ...rest } = report;
  await w.db.run(sql`update platform.imports set state = ${state}, rows_read = ${read}, rows_accepted = ${accepted},
    rows_rejected = ${rejected}, report = ${JSON.stringify(rest)}, ended_at = now() where id = ${id}`);
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
