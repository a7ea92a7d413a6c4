import pg from 'pg';
import { startCluster } from './cluster.ts';

/**
 * A launcher of its own for tests that kill it: starts the cluster on the folder, writes rows one by one, says each on
 * its output as soon as it is acknowledged, and goes on until it is killed.
 */
const [dataDir = '', kind] = process.argv.slice(2);
const { ownerUrl } = await startCluster({ dataDir, log: () => {}, temporary: kind === 'temporary' });
const client = new pg.Client({ connectionString: ownerUrl });
client.on('error', () => {});
await client.connect();
await client.query('create table if not exists kept (number int primary key)');
for (let number = 1; ; number += 1) {
  await client.query('insert into kept values ($1)', [number]);
  process.stdout.write(`${number}\n`);
}
