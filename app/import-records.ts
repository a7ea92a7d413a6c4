import { createWriteStream } from 'node:fs';
import { stringify } from 'csv-stringify/sync';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { compose } from '#platform/declare/registry.ts';
import { failureSentence, runImport } from '#platform/imports/run-import.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { sentence } from '#platform/sentence.ts';
import type { Actor } from '#platform/work.ts';
import { modules } from './modules.ts';

/** Imports a file from the command line, says what came of it, and writes the rejected rows beside the file. */
export async function importRecords(wish: {
  database: Database;
  dataDir?: string;
  report: (line: string) => void;
  kind: string;
  file: string;
  as?: string | undefined;
  checkOnly: boolean;
}): Promise<{ rejected: number }> {
  const { database, report } = wish;
  const runner = new Runner(database, compose(modules));
  const known = [...runner.registry.imports.keys()];
  if (!known.includes(wish.kind))
    throw new Error(`There is no import of "${wish.kind}". There are: ${known.join(', ')}.`);
  const actor = await importer(runner, wish.as);
  const progress = (read: number) => {
    if (read % 50_000 === 0) report(`${read} rows read`);
  };
  const done = await runImport(runner, actor, wish, { progress });
  report(
    `${done.read} rows read: ${done.accepted} accepted, ${done.rejected} rejected, in ${done.seconds.toFixed(1)} s`,
  );
  if (done.failure) report(failureSentence(runner.registry, 'en', done.failure));
  for (const [code, count] of Object.entries(done.reasons))
    report(`  ${count}: ${sentence(runner.registry, 'en', `refusal.${code}`)}`);
  for (const [fact, value] of Object.entries(done.facts)) report(`  ${fact}: ${value}`);
  if (done.rejected > 0) report(`The rejected rows are in ${await writeRejections(runner, actor, done.id, wish.file)}`);
  return done;
}

async function importer(runner: Runner, email: string | undefined): Promise<Actor> {
  const rows = await runner.database.bare((db) => db.all(sql<{ id: string }>`select id from app.company_ids() id`));
  for (const { id } of rows) {
    const found = await runner.read(companyActor(id, 'import'), (w) =>
      w.db.first(sql<{ id: string }>`select id from organization.employees where dismissed_at is null
        and (${email ?? null}::text is null or email = ${email ?? null}) order by founder desc, hired_on limit 1`),
    );
    if (found) return { companyId: id, employeeId: found.id, language: 'en', requestId: 'import' };
  }
  throw new Error(
    email ? `Nobody here has the e-mail ${email}.` : 'There is no employee yet: run ./mandate start first.',
  );
}

async function writeRejections(runner: Runner, actor: Actor, importId: string, file: string): Promise<string> {
  const name = `${file}.rejected.csv`;
  const out = createWriteStream(name);
  type Row = { row_number: number; reason: string; field: string | null; row: Record<string, string> };
  for (let after = 0, first = true; ; first = false) {
    const rows = await runner.read(actor, (w) =>
      w.db.all(sql<Row>`select row_number, reason, field, row from platform.import_rejections
        where import_id = ${importId} and row_number > ${after} order by row_number limit 5000`),
    );
    const last = rows.at(-1);
    if (!last) break;
    const records = rows.map(({ row_number, reason, field, row }) => ({ row_number, reason, field, ...row }));
    out.write(stringify(records, { header: first }));
    after = last.row_number;
  }
  await new Promise((resolve) => out.end(resolve));
  return name;
}
