import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { verifications } from '../verifications.ts';
import { openCapture } from './capture.ts';
import { companyId, fillDatabase, idIn, kinds, sizeOf } from './large-company.ts';
import { drive, summed } from './load.ts';
import { findGreedy } from './plans.ts';
import { giveKeys, questions, sampleOf } from './questions.ts';
import type { Asked } from './reads.ts';

const size = sizeOf(1, 'Company', 2000);
let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let owner: pg.Client;

beforeAll(async () => {
  clone = await cloneDatabase();
  await fillDatabase(clone.database, [size], () => {});
  owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
}, 180_000);
afterAll(async () => {
  await owner.end();
  await clone.close();
});

it('makes ten order lines a client, and nothing that contradicts what the product proves of its data', async () => {
  const { rows } = await owner.query(`select (select count(*)::int from clients.clients) as clients,
    (select count(*)::int from orders.orders) as orders, (select count(*)::int from orders.order_lines) as lines,
    (select count(*)::int from pg_indexes where indexname = 'clients__search') as indexes`);
  expect(rows[0]).toMatchObject({ clients: 2000, orders: 5000, indexes: 1 });
  expect(rows[0].lines / 2000).toBeCloseTo(10, 1);
  for (const { name, run } of verifications)
    expect([name, (await run(owner)).detail]).toEqual([name, expect.not.stringContaining('contradict')]);
});

it('gives ids by one rule in SQL and here', async () => {
  const { rows } = await owner.query<{ company: string; client: string }>(
    "select company_id as company, id as client from clients.clients where code = 'C0000017'",
  );
  expect(rows).toEqual([{ company: companyId(1), client: idIn(1, kinds.client, 17) }]);
});

it('asks every question as every role, and explains what is read', async () => {
  const whos = await giveKeys(owner, size);
  const capture = await openCapture(clone.database);
  const asked: Asked[] = [];
  for (const who of [whos.manager, whos.head, whos.director]) {
    const sample = await sampleOf(owner, who);
    for (const { name, paths } of questions) {
      const [path = ''] = paths(sample);
      const statements = await capture.statementsOf(who, path);
      expect([name, statements.length > 0]).toEqual([name, true]);
      asked.push({ who, question: name, statements });
    }
  }
  await capture.close();
  for (const greedy of await findGreedy(clone.ownerUrl, asked)) {
    expect(greedy.read).toBeGreaterThan(100 * Math.max(greedy.returned, 1));
    expect(greedy.plan).toContain('Query Text');
  }
});

it('counts what began in time', async () => {
  const load = summed([await drive([1, 2], 0.2, async () => new Promise((done) => setTimeout(done, 5)))]);
  expect(load.count).toBeGreaterThan(10);
  expect(load.p99).toBeGreaterThanOrEqual(load.p50);
});
