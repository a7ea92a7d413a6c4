import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { Check } from 'typebox/value';
import { uuidv7 } from '#kernel/id.ts';
import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { ImportKind } from '#platform/declare/import-kind.ts';
import { answer, answerAtLength, type Route, type Upload } from '#platform/http/route.ts';
import type { Runner } from '#platform/run.ts';
import { sentence } from '#platform/sentence.ts';
import { type Actor, requirePermit, type Work } from '#platform/work.ts';
import {
  importKinds,
  importRejections,
  importReversal,
  listImports,
  mappingSchema,
  previewImport,
  revertImport,
  startImport,
} from './endpoints.ts';
import { fittingMapping, guessMapping, type Mapping } from './map-row.ts';
import { readFile } from './read-file.ts';
import { recordName, reversalOf, revertImport as takeImportBack } from './revert-import.ts';
import { failureSentence, type ImportFailure, runImport } from './run-import.ts';
import { savedMappingRoutes, savedMappings } from './saved-mappings.ts';

const notFound = () => new Refused([{ code: 'platform.not-found', status: 404 }]);

/** The kind, when the actor may make such records by hand too. */
function kindFor(runner: Runner, permits: ReadonlySet<string>, key: string): ImportKind {
  const kind = runner.registry.imports.get(key);
  if (!kind || !permits.has(kind.permit)) throw notFound();
  return kind;
}

/** Keeps an upload in a folder of its own while `use` works on it; gives the function that ends it. */
async function keepUpload(upload: Upload): Promise<{ file: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-import-'));
  const ending = /\.(csv|tsv|txt|xlsx|csv\.gz)$/i.exec(upload.name)?.[0]?.toLowerCase() ?? '.csv';
  const file = path.join(folder, `table${ending}`);
  await pipeline(upload.content, createWriteStream(file));
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function preview(runner: Runner, actor: Actor, key: string, upload: Upload) {
  const permits = await permitsOf(runner, actor);
  const kind = kindFor(runner, permits, key);
  const { file, remove } = await keepUpload(upload);
  try {
    const { headings, rows } = await readFile(file);
    const first: Record<string, string>[] = [];
    for await (const row of rows) {
      first.push({ ...row.cells });
      if (first.length === 10) break;
    }
    const saved = fittingMapping(await runner.read(actor, (w) => savedMappings(w, kind.key)), headings);
    return {
      headings: [...headings],
      mapping: guessMapping(kind.fields, headings),
      savedMapping: saved,
      rows: first,
    };
  } finally {
    await remove();
  }
}

/** Begins an import that goes on after the reply; when it cannot be read at all, the import stands as failed. */
async function start(
  runner: Runner,
  actor: Actor,
  wish: { kind: string; mapping: string | undefined; check: boolean },
  upload: Upload,
) {
  kindFor(runner, await permitsOf(runner, actor), wish.kind);
  const mapping = mappingOf(wish.mapping);
  const { file, remove } = await keepUpload(upload);
  await readFile(file).catch(async (error) => {
    await remove();
    throw error;
  });
  const id = uuidv7(Temporal.Now.instant(), crypto.getRandomValues(new Uint8Array(10)));
  await begun(
    runner,
    actor,
    { kind: wish.kind, file, fileName: upload.name, mapping, checkOnly: wish.check, id },
    remove,
  );
  return { id };
}

/** Runs the import on its own; resolves once its record stands, so that it can be asked for at once. */
function begun(
  runner: Runner,
  actor: Actor,
  wish: Parameters<typeof runImport>[2] & { id: string },
  remove: () => Promise<void>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    runImport(runner, actor, wish, { begun: resolve }).catch(reject).finally(remove);
  });
}

function mappingOf(text: string | undefined): Mapping {
  if (!text) return {};
  try {
    const mapping: unknown = JSON.parse(text);
    if (Check(mappingSchema, mapping)) return mapping;
  } catch {
    // Not JSON: refused below.
  }
  throw new Refused([{ code: 'platform.invalid-input', status: 422, field: '/mapping', params: { fault: 'mapping' } }]);
}

async function permitsOf(runner: Runner, actor: Actor): Promise<ReadonlySet<string>> {
  return runner.read(actor, async (w) => w.authority.permits);
}

type Row = {
  id: string;
  kind: string;
  fileName: string;
  state: string;
  rowsRead: number;
  rowsAccepted: number;
  rowsRejected: number;
  startedAt: string;
  endedAt: string | null;
  startedBy: string | null;
  revertedAt: string | null;
  revertedBy: string | null;
  report: { reasons?: Record<string, number>; facts?: Record<string, unknown>; failure?: ImportFailure };
};

async function imports(w: Work) {
  const rows =
    await w.db.all(sql<Row>`select i.id, i.kind, i.file_name as "fileName", i.state, i.rows_read as "rowsRead",
      i.rows_accepted as "rowsAccepted", i.rows_rejected as "rowsRejected", i.started_at as "startedAt", i.ended_at as "endedAt",
      e.name as "startedBy", i.reverted_at as "revertedAt", r.name as "revertedBy", i.report
    from platform.imports i left join organization.employees e on e.id = i.started_by
    left join organization.employees r on r.id = i.reverted_by
    where i.company_id = ${w.actor.companyId} order by i.started_at desc limit 50`);
  return rows.map(({ report, ...row }) => ({
    ...row,
    facts: report.facts ?? {},
    failure:
      row.state === 'failed' || row.state === 'cut-off'
        ? failureSentence(w.registry, w.actor.language, report.failure)
        : null,
    reasons: Object.entries(report.reasons ?? {}).map(([code, count]) => ({
      code,
      count,
      detail: sentence(w.registry, w.actor.language, `refusal.${code}`),
    })),
  }));
}

/** @throws Refused `platform.not-found` */
async function rejections(w: Work, id: string): Promise<Buffer> {
  type Rejected = { number: number; reason: string; field: string | null; row: Record<string, string> };
  const known = await w.db.first(sql`select from platform.imports where id = ${id}`);
  if (!known) throw notFound();
  const rows =
    await w.db.all(sql<Rejected>`select row_number as number, reason, field, row from platform.import_rejections
    where import_id = ${id} order by row_number limit 100000`);
  const records = rows.map(({ number, reason, field, row }) => ({
    number,
    reason: sentence(w.registry, w.actor.language, `refusal.${reason}`),
    field,
    ...row,
  }));
  return Buffer.from(stringify(records, { header: true, bom: true, escape_formulas: true }));
}

export const importRoutes: readonly Route[] = [
  answer(importKinds, async (w) => ({
    items: [...w.registry.imports.values()]
      .filter((kind) => w.authority.permits.has(kind.permit))
      .map((kind) => ({
        key: kind.key,
        name: sentence(w.registry, w.actor.language, `import.${kind.key}`),
        fields: kind.fields.map((field) => ({
          name: field.name,
          label: sentence(w.registry, w.actor.language, `import.${kind.key}.${field.name}`),
          type: field.type,
          required: field.required ?? false,
        })),
      })),
  })),
  answerAtLength(previewImport, (runner, actor, { query, upload }) =>
    preview(runner, actor, query.kind, upload as Upload),
  ),
  answerAtLength(startImport, (runner, actor, { query, upload }) =>
    start(runner, actor, { kind: query.kind, mapping: query.mapping, check: query.check ?? false }, upload as Upload),
  ),
  answer(listImports, async (w) => ({ items: await imports(w) })),
  answer(importReversal, async (w, { params }) => {
    const { records, obstacles } = await reversalOf(w, params.id);
    return {
      records: records.map((each) => ({ ...each, name: recordName(w, each.table) })),
      obstacles: obstacles.map(({ code, params: figures }) => ({
        code,
        detail: sentence(w.registry, w.actor.language, `refusal.${code}`, figures),
      })),
    };
  }),
  answer(revertImport, async (w, { params }) => {
    await requirePermit(w, 'imports.revert');
    await takeImportBack(w, params.id);
    return { id: params.id };
  }),
  ...savedMappingRoutes,
  answer(importRejections, async (w, { params }) => ({
    name: 'rejected-rows.csv',
    mediaType: 'text/csv; charset=utf-8',
    content: await rejections(w, params.id),
  })),
];
