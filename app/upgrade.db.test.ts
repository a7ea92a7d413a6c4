import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { restoreBackup } from '#platform/backup/restore.ts';
import { type Table, tablesOf } from '#platform/backup/tables.ts';
import { NewerDatabase, root } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open.ts';
import { asOwner } from '#platform/db/test/clone.ts';
import { verifications } from './verifications.ts';

/** Backups that earlier versions wrote (`tools/upgrade-sample.ts`); their names tell the number of their schema. */
const samples = path.join(root, 'test-data/upgrade');
const server = inject('templateUrl');
const name = `upgraded_${process.pid}`;
const ownerUrl = server.replace('/mandate?', `/${name}?`);
/** What a migration empties on purpose: files without a content (0038), keys whose act was never done (0044). */
const forgotten = new Set(['platform.files', 'platform.idempotency']);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-test-'));
  await asOwner(server, `create database ${name}`);
});
afterEach(async () => {
  await asOwner(server, `drop database ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

const open = async (migrateTo?: number) =>
  (await openDatabase({ ownerUrl, connections: 2, ...(migrateTo && { migrateTo }) })).close();

/** The database as the version of the sample left it. */
async function asLeft(sample: string): Promise<void> {
  const prepare = ({ migration }: { migration: number }) => open(migration);
  await restoreBackup({ file: path.join(samples, sample), ownerUrl, dataDir: folder, report: () => {}, prepare });
}

async function asked<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** The rows of every table, but those by which the program and its queue note their own schema. */
function rowsOf(client: pg.Client): Promise<Record<string, number>> {
  const counted = async ({ schema, name }: Table) => {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int from "${schema}"."${name}"`);
    return [`${schema}.${name}`, rows[0]?.count ?? 0] as const;
  };
  return tablesOf(client)
    .then((tables) =>
      tables.filter(
        ({ schema, name }) =>
          schema !== 'graphile_worker' && name !== 'migrations' && !forgotten.has(`${schema}.${name}`),
      ),
    )
    .then((tables) => Promise.all(tables.map(counted)))
    .then(Object.fromEntries);
}

describe.each(readdirSync(samples).filter((file) => file.endsWith('.tar.gz')))('the data of %s', (sample) => {
  it('keeps every row, and every proof holds where it held', async () => {
    await asLeft(sample);
    const before = await asked(rowsOf);
    expect(Object.values(before).reduce((so, rows) => so + rows, 0)).toBeGreaterThan(100);
    await open();
    expect(await asked(rowsOf)).toMatchObject(before);
    if (!sample.endsWith('-worked.tar.gz')) return;
    for (const proof of verifications) {
      const { ok, detail } = await asked((client) => proof.run(client));
      expect({ proof: proof.name, ok, detail }).toEqual({ proof: proof.name, ok: true, detail });
    }
  });

  it('may be opened twice', async () => {
    await asLeft(sample);
    await open();
    const before = await asked(rowsOf);
    await open();
    expect(await asked(rowsOf)).toEqual(before);
  });
});

describe('a database of a newer version', () => {
  const newer = (breaking: boolean) =>
    asOwner(ownerUrl, "insert into platform.migrations (number, name, breaking) values (9999, 'future', $1)", [
      breaking,
    ]);

  it('is refused untouched when this version would harm it, and otherwise opened', async () => {
    await open();
    await newer(true);
    const before = await asked(rowsOf);
    await expect(open()).rejects.toThrow(NewerDatabase);
    expect(await asked(rowsOf)).toEqual(before);
    await asOwner(ownerUrl, 'update platform.migrations set breaking = false where number = 9999');
    await expect(open()).resolves.toBeUndefined();
  });
});
