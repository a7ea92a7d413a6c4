import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { publishCommonPermits } from '#app/common-permits.ts';
import { aRichCompany } from '#app/faults/test/rich-company.ts';
import { modules } from '#app/modules.ts';
import { version } from '#app/version.ts';
import { aContact } from '#modules/activities/testing.ts';
import { aCompany } from '#modules/mandates/testing.ts';
import { aDraft, aShippedOrder, aShop } from '#modules/orders/testing.ts';
import { invoiceShippedOrders, payHistory } from '#modules/settlements/contract.ts';
import { writeBackup } from '#platform/backup/write.ts';
import type { Database } from '#platform/db/database.ts';
import { readMigrations, root } from '#platform/db/migrate.ts';
import { openDatabase } from '#platform/db/open.ts';
import { compose } from '#platform/declare/registry.ts';
import { startCluster } from '#platform/postgres/cluster.ts';
import { companyActor, Runner } from '#platform/run.ts';

/**
 * Keeps what this version makes of a small company as backups in `test-data/upgrade`, for the test that later versions
 * open them. Run it when a version is released: `node tools/upgrade-sample.ts`.
 */
async function keep(kind: string, fill: (database: Database) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-sample-'));
  const cluster = await startCluster({ dataDir: folder, log: () => {}, temporary: true, settings: { fsync: 'off' } });
  try {
    const { ownerUrl } = cluster;
    const database = await openDatabase({ ownerUrl, connections: 2 });
    await publishCommonPermits(ownerUrl);
    await fill(database);
    await database.close();
    const last = Math.max(...(await readMigrations()).map(({ number }) => number));
    const name = `schema-${String(last).padStart(4, '0')}-${kind}.tar.gz`;
    const file = path.join(root, 'test-data/upgrade', name);
    const { rows, bytes } = await writeBackup({ ownerUrl, dataDir: folder, file, product: version });
    console.log(`${name}: ${rows} rows, ${bytes} bytes`);
  } finally {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A company that worked a little, with everything that `verify` proves. */
async function worked(database: Database): Promise<void> {
  const company = await aCompany(database);
  // The test company's versions bear a placeholder; the proofs ask for the hash of what they say.
  await company.owner(
    'set session_replication_role = replica; update mandates.versions set text_hash = mandates.hash_of(id)',
  );
  const runner = new Runner(database, compose(modules));
  const shop = await aShop(runner, company);
  await aShippedOrder(runner, company, shop, { quantity: 3 });
  await aDraft(runner, company.actor('kamA'), shop);
  await aContact(runner, company.actor('kamA'), { clientId: shop.client.id });
  await company.substitute('kamA', 'kamB');
  await runner.write(companyActor(company.id, 'sample'), async (w) => {
    await invoiceShippedOrders(w);
    await payHistory(w);
  });
  await company.owner('select journal.seal()');
}

/** A row in every table; what they say together makes no sense. */
async function everyTable(database: Database): Promise<void> {
  await aRichCompany(database);
}

await keep('worked', worked);
await keep('every-table', everyTable);
