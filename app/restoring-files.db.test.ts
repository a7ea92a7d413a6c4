import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { writeBackup } from '#platform/backup/write.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { attachFile } from '#platform/files/endpoints.ts';
import { proveFiles } from '#platform/files/prove.ts';
import { contentPath } from '#platform/files/store.ts';
import { restoreInto } from './restoring.ts';
import { type TestServer, testServer } from './test-server.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-restoring-files-'));
  clone = await cloneDatabase();
  company = await aCompany(clone);
  server = await testServer(clone.database, { dataDir: path.join(folder, 'data') });
});
afterAll(async () => {
  await server.close();
  await clone.close();
  await rm(folder, { recursive: true, force: true });
});

const attached = async () => {
  const client = await aClient(server.runner, company.actor('kamA'));
  const reply = await server.call(company.actor('kamA'), attachFile, {
    query: { kind: 'clients.clients', subjectId: client.id },
    file: { name: 'terms.txt', content: Buffer.from(`Terms ${randomUUID()}`) },
  });
  return reply.body.sha256;
};
const proof = async (ownerUrl: string, dataDir: string) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await proveFiles(owner, dataDir);
  } finally {
    await owner.end();
  }
};

it('a backup brings back what was attached, and the proof of what it brought sees what is missing', async () => {
  const [lost] = [await attached(), await attached()];
  const file = path.join(folder, 'whole.tar.gz');
  await writeBackup({ ownerUrl: clone.ownerUrl, dataDir: path.join(folder, 'data'), file, product: '0.0.1' });
  const restored = path.join(folder, 'restored');
  const { folder: opened } = await restoreInto(file, restored, () => {});
  try {
    expect(await proof(opened.ownerUrl, restored)).toEqual({ ok: true, detail: '2 contents are as they were stored' });
    await rm(path.join(restored, 'files', contentPath(lost ?? '')));
    const { ok, detail } = await proof(opened.ownerUrl, restored);
    expect([ok, detail]).toEqual([
      false,
      expect.stringMatching(/^terms\.txt of clients\.clients [0-9a-f-]{36} is missing$/),
    ]);
  } finally {
    await opened.close();
  }
});
