import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { endLeftovers } from './leftovers.ts';

/**
 * Waits until whoever started it has ended, which closes the pipe on its input; then ends the database server that was left
 * on the data folder, and removes the folder. For temporary data only.
 */
const [dataDir = ''] = process.argv.slice(2);
process.stdin.resume();
process.stdin.once('close', async () => {
  const cluster = path.join(dataDir, 'pg');
  if (existsSync(cluster)) await endLeftovers(cluster, () => {});
  // What was still making the cluster may write for a moment.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});
