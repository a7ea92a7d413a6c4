import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { modules } from '#app/modules.ts';
import { verifications } from '#app/verifications.ts';
import { aCompany, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { aShop, type Shop } from '#modules/orders/testing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl } from '#platform/db/open.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { aKillable, type Killable } from './test/killable.ts';
import { anApiKey } from './test/real-server.ts';
import { type Act, Writers } from './test/writers.ts';

/** How many kills, and after how many acts each; FAULTS_SEED=random tries other moments. */
const kills = Number(process.env.FAULTS_KILLS ?? 4);
const seed = process.env.FAULTS_SEED === 'random' ? Date.now() % 2 ** 31 : Number(process.env.FAULTS_SEED ?? 1);

const all = (permit: string) => ({ permit, scope: 'all' as const });

let dataDir: string;
let product: Killable;
let company: TestCompany;
let shop: Shop;
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-kill-'));
  product = await aKillable(dataDir);
  const { ownerUrl } = product;
  company = await aCompany(
    { ownerUrl },
    { grants: { director: [...standardGrants.director, all('imports.run'), all('imports.revert')] } },
  );
  // The test company's versions bear a placeholder; the proofs ask for the hash of what they say.
  await company.owner(
    'set session_replication_role = replica; update mandates.versions set text_hash = mandates.hash_of(id)',
  );
  const database = new Database({ ownerUrl, appUrl: appUrl(ownerUrl), connections: 2 });
  shop = await aShop(new Runner(database, compose(modules)), company);
  await database.close();
}, 120_000);
afterAll(async () => {
  await product?.stop();
  // The killed database's other processes write for a moment longer, until they notice.
  await rm(dataDir, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 });
});

async function people(): Promise<Act[]> {
  const [kam, hr, accountant] = await Promise.all([
    anApiKey(company, 'kamA'),
    anApiKey(company, 'hr'),
    anApiKey(company, 'accountant'),
  ]);
  let count = 0;
  const lines = () => shop.catalogue.products.map(({ id }) => ({ productId: id, quantity: 2 }));
  const order: Act = {
    name: 'order',
    by: kam,
    path: '/orders',
    body: () => ({ clientId: shop.client.id, lines: lines() }),
  };
  return [
    order,
    { ...order },
    {
      name: 'department',
      by: hr,
      path: '/departments',
      body: () => {
        count += 1;
        return { name: `Department ${count}` };
      },
    },
    {
      name: 'payment',
      by: accountant,
      path: '/payments',
      body: () => ({ clientId: shop.client.id, receivedOn: '2026-01-15', amount: 100, allocate: 'none' }),
    },
  ];
}

describe('killed while it writes', { timeout: 240_000 }, () => {
  it('keeps every acknowledged act exactly once, nothing by halves, and the journal whole', async () => {
    const moments = fc.sample(fc.integer({ min: 5, max: 60 }), { numRuns: kills, seed });
    const writers = new Writers(product.url, await people());
    for (const [at, acts] of moments.entries()) {
      await writers.until(acts);
      if (at % 2 === 0) product.killDatabase();
      else {
        await product.killServer();
        await product.restart();
      }
    }
    await writers.until(20);
    await writers.finish();
    expect(writers.strange).toEqual([]);
    expect(writers.repeated).toBeGreaterThan(0);

    const made = (act: string) =>
      writers.acknowledged
        .filter((each) => each.act === act)
        .map(({ id }) => id)
        .toSorted();
    const there = async (query: string) => (await company.owner<{ id: string }>(query)).map(({ id }) => id).toSorted();
    expect(await there('select id from orders.orders')).toEqual(made('order'));
    expect(await there("select id from organization.departments where name like 'Department %'")).toEqual(
      made('department'),
    );
    expect(await there('select id from settlements.payments')).toEqual(made('payment'));

    const halves = await company.owner(
      `select o.id from orders.orders o where o.total <> (select coalesce(sum(l.amount), 0) from orders.order_lines l where l.order_id = o.id)
          or (select count(*) from orders.order_lines l where l.order_id = o.id) <> $1`,
      [shop.catalogue.products.length],
    );
    expect(halves).toEqual([]);
    const unwritten = await company.owner(
      `select made from unnest($1::uuid[]) made where (select count(*) from journal.entries e where e.record_id = made and e.act = 'insert') <> 1`,
      [writers.acknowledged.map(({ id }) => id)],
    );
    expect(unwritten).toEqual([]);
    await vi.waitFor(
      async () => expect(await company.owner('select event from platform.outbox where handled_at is null')).toEqual([]),
      { timeout: 60_000, interval: 200 },
    );
    expect(await proofs()).toEqual(verifications.map(({ name }) => `${name} holds`));
  });
});

describe('killed while it imports', { timeout: 120_000 }, () => {
  it('says at the next start how far it came, and takes all of it back', async () => {
    const headers = { authorization: `Bearer ${await anApiKey(company, 'director')}` };
    const rows = Array.from({ length: 40_000 }, (_, number) => `K${number},Client ${number},2024-01-01`);
    const form = new FormData();
    form.set('file', new Blob([['code,name,since', ...rows].join('\n')]), 'clients.csv');
    const begun = await fetch(`${product.url()}/api/imports?kind=clients`, { method: 'POST', headers, body: form });
    const { id } = (await begun.json()) as { id: string };
    const record = async () => {
      const [row] = await company.owner<{ state: string; rows: number }>(
        'select state, rows_read::int as rows from platform.imports where id = $1',
        [id],
      );
      return row;
    };
    await vi.waitFor(async () => expect((await record())?.rows).toBeGreaterThan(1000), { timeout: 60_000 });
    await product.killServer();
    expect(await record()).toMatchObject({ state: 'running' });
    await product.restart();
    const after = await record();
    expect(after).toMatchObject({ state: 'cut-off' });
    expect(after?.rows).toBeLessThan(rows.length);
    const made = () => company.owner('select from clients.clients where import_id = $1', [id]);
    expect((await made()).length).toBeGreaterThanOrEqual(after?.rows ?? 0);
    const reverted = await fetch(`${product.url()}/api/imports/${id}/revert`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(reverted.status).toBe(200);
    expect(await made()).toEqual([]);
  });
});

describe('its database killed under a busy query', { timeout: 120_000 }, () => {
  it('comes back, though that query goes on without noticing', async () => {
    const busy = new pg.Client({ connectionString: product.ownerUrl });
    busy.on('error', () => {});
    await busy.connect();
    const endless = busy.query('select count(*) from generate_series(1, 100000000000)').catch(() => {});
    const watched = 'select from pg_stat_activity where state = $1 and query like $2';
    await vi.waitFor(async () => expect(await company.owner(watched, ['active', '%generate_series%'])).not.toEqual([]));
    product.killDatabase();
    await vi.waitFor(async () => expect((await fetch(`${product.url()}/api/health`)).status).toBe(200), {
      timeout: 90_000,
      interval: 100,
    });
    await endless;
  });
});

/** Seals what was written, and asks everything that `mandate verify` asks. */
async function proofs(): Promise<string[]> {
  const owner = new pg.Client({ connectionString: product.ownerUrl });
  await owner.connect();
  try {
    await owner.query('select journal.seal()');
    const said: string[] = [];
    for (const { name, run } of verifications) {
      const { ok, detail } = await run(owner);
      said.push(ok ? `${name} holds` : `${name}: ${detail}`);
    }
    return said;
  } finally {
    await owner.end();
  }
}
