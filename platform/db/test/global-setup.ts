import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { publishCommonPermits } from '#app/common-permits.ts';
import { startCluster } from '#platform/postgres/cluster.ts';
import { openDatabase } from '../open.ts';

/** One cluster a run, with one migrated template database that every test file clones. Nothing here must survive. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' };
  const cluster = await startCluster({ dataDir, log: () => {}, settings, temporary: true });
  const database = await openDatabase({ ownerUrl: cluster.ownerUrl });
  await publishCommonPermits(cluster.ownerUrl);
  await database.close();
  project.provide('templateUrl', cluster.ownerUrl);
  return async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
