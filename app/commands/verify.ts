import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { proveFiles } from '#platform/files/prove.ts';
import { soundness } from '#platform/postgres/soundness.ts';
import { type Command, dataFlags, dataUsage } from '../command.ts';
import { reachFolder } from '../data-folder.ts';
import { restoreInto } from '../restoring.ts';
import { fromHere } from '../standing.ts';
import { whereOf } from '../where.ts';

const report = (line: string) => console.log(line);
type Data = { readonly ownerUrl: string; readonly dataDir: string };

export const verify: Command = {
  usage: `Usage: ./mandate verify [FILE] [flags]

Proves that the data is whole: the database's files, the journal's chain, every attached file, and what every module promises.
Given a backup FILE, restores it into a temporary folder and proves it there. The exit code is 1 when a proof fails.

${dataUsage}`,
  options: dataFlags,
  words: [0, 1],
  run: async (words) => {
    await using open = new AsyncDisposableStack();
    const data = words.rest[0]
      ? await restored(words.rest[0], open)
      : await inPlace(whereOf(words, 'start').dataDir, open);
    return (await prove(data)) ? 0 : 1;
  },
};

async function inPlace(dataDir: string, open: AsyncDisposableStack): Promise<Data> {
  const folder = await reachFolder(dataDir, report);
  open.defer(() => folder.close());
  return { ownerUrl: folder.ownerUrl, dataDir };
}

/** Always in a private database: a proof must leave the database of DATABASE_URL alone. */
async function restored(file: string, open: AsyncDisposableStack): Promise<Data> {
  delete process.env.DATABASE_URL;
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-verify-'));
  open.defer(() => rm(dataDir, { recursive: true, force: true }));
  const { folder, rows } = await restoreInto(fromHere(file), dataDir, report);
  open.defer(() => folder.close());
  report(`ok      the backup: ${rows} rows and all files arrived as its manifest names them`);
  return { ownerUrl: folder.ownerUrl, dataDir };
}

/** Runs every proof, whatever the others say; a proof that cannot be made has failed. */
async function prove({ ownerUrl, dataDir }: Data): Promise<boolean> {
  const { verifications } = await import('../verifications.ts');
  const files = { name: 'platform.files', run: (owner: pg.ClientBase) => proveFiles(owner, dataDir) };
  let whole = true;
  for (const { name, run } of [soundness, files, ...verifications]) {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { ok, detail } = await run(client).catch((error: Error) => ({ ok: false, detail: error.message }));
    await client.end();
    report(`${ok ? 'ok    ' : 'FAILED'}  ${name}: ${detail}`);
    whole &&= ok;
  }
  report(whole ? 'The data is whole' : 'The data is not whole');
  return whole;
}
