import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '#platform/db/migrate.ts';
import { version } from '../version.ts';
import { prepareFolder } from './folder.ts';
import { measureImports } from './imports.ts';
import { findGreedy } from './plans.ts';
import { measureReads } from './reads.ts';
import { type Results, tableOf } from './results.ts';
import { startProcess } from './server-process.ts';
import { measureWrites } from './writes.ts';

export type BenchWish = {
  readonly dataDir: string;
  readonly reset: boolean;
  readonly clients: number;
  /** Of each measurement of reading or writing. */
  readonly seconds: number;
  /** Measures only reads whose name holds it, and nothing else. Empty: everything. */
  readonly only: string;
  /** Measures the imports, and nothing else. */
  readonly importsOnly: boolean;
  readonly report: (line: string) => void;
};

/**
 * Makes a large company, measures how the product answers for it, prints a table and keeps it in dist/bench.json. Gives the
 * exit code: 1 when something could not be measured.
 */
export async function runBench(wish: BenchWish): Promise<number> {
  const { dataDir, report, seconds, only } = wish;
  const { small, large, imports } = await prepareFolder(wish);
  const rows = Math.max(4000, Math.min(100_000, large.clients / 10));
  report('Starting the server');
  const first = await startProcess(dataDir);
  await first.stop();
  const server = await startProcess(dataDir);
  const stop = () => void server.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let atMost = 0;
  const watch = setInterval(() => {
    atMost = Math.max(atMost, server.memory());
  }, 500);
  try {
    await pause(5000);
    const atRest = server.memory();
    const { ownerUrl, url } = server;
    if (wish.importsOnly) {
      await measureImports({ ownerUrl, company: imports.number, rows, report });
      return 0;
    }
    report(`Reading, ${seconds} s each`);
    const reads = await measureReads({ url, ownerUrl, large, small, seconds, only, report });
    report('Explaining');
    const greedy = await findGreedy(ownerUrl, reads.asked);
    report(only ? '' : `Writing, ${seconds} s each`);
    const writes = only
      ? { measures: [], failures: [] }
      : await measureWrites({ url, ownerUrl, size: large, seconds, report });
    const underLoad = atMost;
    if (!only) report('Importing');
    const imported = only ? [] : await measureImports({ ownerUrl, company: imports.number, rows, report });
    const results: Results = {
      at: Temporal.Now.instant().toString(),
      version,
      machine: `${os.cpus().length} × ${os.cpus()[0]?.model}, ${Math.round(os.totalmem() / 2 ** 30)} GB`,
      clients: large.clients,
      startSeconds: server.startSeconds,
      memory: { atRest, underLoad },
      reads: reads.measures,
      writes: writes.measures,
      imports: imported,
      greedy,
      failures: [...reads.failures, ...writes.failures],
    };
    report(tableOf(results));
    await mkdir(path.join(root, 'dist'), { recursive: true });
    await writeFile(path.join(root, 'dist/bench.json'), JSON.stringify(results, null, 2));
    report('Kept in dist/bench.json');
    return results.failures.length > 0 ? 1 : 0;
  } finally {
    clearInterval(watch);
    await server.stop();
  }
}
