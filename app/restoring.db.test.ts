import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { writeBackup } from '#platform/backup/write.ts';
import { readMigrations } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open.ts';
import { asOwner } from '#platform/db/test/clone.ts';
import { restoreInto } from './restoring.ts';

/** An older version of the product: its schema ended here. */
const older = 3;
let folder: string;
let source: string;
const name = `older_${process.pid}`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-restoring-'));
  const server = inject('templateUrl');
  await asOwner(server, `create database ${name}`);
  source = server.replace('/mandate?', `/${name}?`);
  await (await openDatabase({ ownerUrl: source, migrateTo: older })).close();
  await asOwner(source, "insert into platform.companies (name) values ('Ромашка')");
});
afterAll(async () => {
  await asOwner(inject('templateUrl'), `drop database ${name} with (force)`);
  await rm(folder, { recursive: true, force: true });
});

const backup = async (file: string) => {
  const target = path.join(folder, file);
  await writeBackup({ ownerUrl: source, dataDir: folder, file: target, product: '0.0.1' });
  return target;
};

it('brings the backup of an older version to the present schema', async () => {
  const dataDir = path.join(folder, 'restored');
  const { folder: opened } = await restoreInto(await backup('older.tar.gz'), dataDir, () => {});
  try {
    const latest = Math.max(...(await readMigrations()).map(({ number }) => number));
    const [row] = await asOwner(
      opened.ownerUrl,
      'select name, app.schema_version() as version from platform.companies',
    );
    expect(row).toEqual({ name: 'Ромашка', version: latest });
  } finally {
    await opened.close();
  }
});

it('refuses a folder in use by anything, and leaves it as it is', async () => {
  const dataDir = await mkdtemp(path.join(folder, 'full-'));
  await writeFile(path.join(dataDir, 'mine.txt'), 'x');
  await expect(restoreInto(await backup('a.tar.gz'), dataDir, () => {})).rejects.toThrow('is not empty');
  expect(await readdir(dataDir)).toEqual(['mine.txt']);
});

it('refuses the backup of a newer version and leaves nothing behind', async () => {
  await asOwner(source, "insert into platform.migrations (number, name, breaking) values (9999, 'future', false)");
  const dataDir = path.join(folder, 'newer');
  await expect(restoreInto(await backup('newer.tar.gz'), dataDir, () => {})).rejects.toThrow(
    /does not know its schema \(9999\)/,
  );
  expect(await readdir(dataDir)).toEqual([]);
});
