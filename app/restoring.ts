import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { restoreBackup } from '#platform/backup/restore.ts';
import { tablesOf } from '#platform/backup/tables.ts';
import { readMigrations } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open.ts';
import { type OpenFolder, openFolder } from './data-folder.ts';

/**
 * Makes a data folder from a backup and leaves it open: the schema of the backup's version first, then its rows, then
 * the way to the present version. What was begun is removed again when it fails.
 * @throws with a sentence when the folder or the database of `DATABASE_URL` is not empty, or the backup cannot be used.
 */
export async function restoreInto(
  file: string,
  dataDir: string,
  report: (line: string) => void,
): Promise<{ folder: OpenFolder; rows: number }> {
  await mkdir(dataDir, { recursive: true });
  if ((await readdir(dataDir)).length > 0)
    throw new Error(`${dataDir} is not empty. A backup is restored into a new folder only.`);
  let folder: OpenFolder | undefined;
  try {
    folder = await openFolder(dataDir, report);
    const { ownerUrl } = folder;
    if (folder.external) await refuseFilled(ownerUrl);
    const prepare = async ({ migration, product }: { migration: number; product: string }) => {
      const known = migration === 0 || (await readMigrations()).some(({ number }) => number === migration);
      if (!known)
        throw new Error(`version ${product} made it, and this version does not know its schema (${migration})`);
      await (await openDatabase({ ownerUrl, migrateTo: migration })).close();
    };
    const { rows } = await restoreBackup({ file, ownerUrl, dataDir, report, prepare });
    await (await openDatabase({ ownerUrl })).close();
    return { folder, rows };
  } catch (error) {
    await folder?.close();
    for (const made of await readdir(dataDir)) await rm(path.join(dataDir, made), { recursive: true, force: true });
    throw error;
  }
}

async function refuseFilled(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const [table] = await tablesOf(client);
    if (table)
      throw new Error(`The database of DATABASE_URL is not empty: it has a table ${table.schema}.${table.name}.`);
  } finally {
    await client.end();
  }
}
