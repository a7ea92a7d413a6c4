import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishCommonPermits } from '#app/common-permits.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { clientList, readClient } from '#modules/clients/endpoints.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl, openDatabase } from '#platform/db/open.ts';
import { sql } from '#platform/db/sql.ts';
import { asOwner } from '#platform/db/test/clone.ts';
import { type Cluster, startCluster } from '#platform/postgres/cluster.ts';

/**
 * Two servers: the second is a physical copy of the first's folder that follows its log. The npm build of PostgreSQL has
 * no pg_basebackup, so the folder is copied while the first is stopped.
 */
let folder: string;
let first: Cluster;
let second: Cluster;
let database: Database;
let server: TestServer;
let company: TestCompany;

const start = (name: string, settings: Record<string, string> = {}) =>
  startCluster({
    dataDir: path.join(folder, name),
    log: () => {},
    temporary: true,
    settings: { fsync: 'off', full_page_writes: 'off', ...settings },
  });

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-test-'));
  // The second server's account goes to the socket of the first.
  await chmod(folder, 0o755);
  first = await start('first');
  await (await openDatabase({ ownerUrl: first.ownerUrl, connections: 2 })).close();
  await publishCommonPermits(first.ownerUrl);
  await first.stop();
  execFileSync('cp', ['-a', path.join(folder, 'first'), path.join(folder, 'second')]);
  await put('second', 'standby.signal', '');
  await put('first', 'replication.conf', 'local all,replication all peer map=mandate\n');
  first = await start('first', { hba_file: 'replication.conf' });
  second = await start('second', {
    primary_conninfo: `host=${path.join(folder, 'first/pg')} user=mandate_owner`,
  });
  database = new Database({
    ownerUrl: first.ownerUrl,
    appUrl: appUrl(first.ownerUrl),
    replicaUrl: appUrl(second.ownerUrl),
    connections: 4,
  });
  server = await testServer(database);
  company = await aCompany({ ownerUrl: first.ownerUrl });
  await caughtUp();
});
afterAll(async () => {
  await server?.close();
  await database?.close();
  await second?.stop();
  await first?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A file in the folder of a server, that the server's account may read. */
async function put(name: string, file: string, text: string): Promise<void> {
  const cluster = path.join(folder, name, 'pg');
  const { uid, gid } = await stat(cluster);
  writeFileSync(path.join(cluster, file), text, { mode: 0o600 });
  await chown(path.join(cluster, file), uid, gid);
}

/** Until the second server has replayed all that the first has written. */
async function caughtUp(): Promise<void> {
  const [{ at } = { at: '' }] = await asOwner<{ at: string }>(
    first.ownerUrl,
    'select pg_current_wal_insert_lsn() as at',
  );
  for (;;) {
    const [row] = await asOwner<{ there: boolean }>(second.ownerUrl, 'select pg_last_wal_replay_lsn() >= $1 as there', [
      at,
    ]);
    if (row?.there) return;
  }
}

type Who = Parameters<TestCompany['actor']>[0];
/** Whether the copy answers a read of somebody. */
const copyAnswers = async (who: Who, mayLag: boolean) => {
  const { companyId, employeeId } = company.actor(who);
  const read = sql<{ copy: boolean }>`select pg_is_in_recovery() as copy`;
  return (await database.read({ companyId, employeeId }, (db) => db.one(read), { mayLag })).copy;
};
const listed = async (who: Who, id: string) => {
  const { body } = await server.call(company.actor(who), clientList.read, { query: { limit: 200 } });
  return body.items.some((row) => row.id === id);
};
const seesCard = async (who: Who, id: string) =>
  (await server.call(company.actor(who), readClient, { params: { id } })).status === 200;

describe('a copy of the database', () => {
  it('answers lists and reports, and nothing that decides', async () => {
    expect([await copyAnswers('kamA', true), await copyAnswers('kamA', false)]).toEqual([true, false]);
  });

  it('shows everybody what they wrote themselves, and what others wrote a moment later', async () => {
    await asOwner(second.ownerUrl, 'select pg_wal_replay_pause()');
    const { id } = await aClient(server.runner, company.actor('kamA'));
    expect([await listed('kamA', id), await listed('head', id)]).toEqual([true, false]);
    expect([await copyAnswers('kamA', true), await copyAnswers('head', true)]).toEqual([false, true]);
    expect(await seesCard('head', id)).toBe(true);

    await asOwner(second.ownerUrl, 'select pg_wal_replay_resume()');
    await caughtUp();
    expect([await copyAnswers('kamA', true), await copyAnswers('head', true)]).toEqual([true, true]);
    expect([await listed('kamA', id), await listed('head', id)]).toEqual([true, true]);
  });

  it('is done without when it ends, also for a read that it was busy with', async () => {
    const { companyId, employeeId } = company.actor('head');
    const read = sql<{ copy: boolean }>`select pg_is_in_recovery() as copy`;
    const answers: boolean[] = [];
    await database.read(
      { companyId, employeeId },
      async (db) => {
        answers.push((await db.one(read)).copy);
        if (answers.length === 1) await second.stop();
        answers.push((await db.one(read)).copy);
      },
      { mayLag: true },
    );
    expect(answers).toEqual([true, false, false]);
    const { id } = await aClient(server.runner, company.actor('kamA'));
    expect([await listed('kamA', id), await listed('head', id)]).toEqual([true, true]);
  });
});
