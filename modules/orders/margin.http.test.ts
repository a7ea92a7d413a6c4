import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { readCosts, readProduct, setCost } from '#modules/catalog/endpoints.ts';
import { readRequest } from '#modules/mandates/endpoints-work.ts';
import { aCompany, type Person, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { readJournal } from '#platform/http/endpoints.ts';
import { runImport } from '#platform/imports/run-import.ts';
import * as at from './endpoints.ts';
import { aDraft, aShop, type Shop } from './testing.ts';

/** What discounts do to the margin: for whoever may see costs, and by no way for anybody else. */
let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let shop: Shop;
let folder: string;
/** A cost that stands nowhere else. */
const secret = 617;

beforeAll(async () => {
  const clone = await cloneDatabase();
  const all = (permit: string) => ({ permit, scope: 'all' as const });
  company = await aCompany(clone.database, {
    grants: {
      director: [...standardGrants.director, all('catalog.cost'), all('imports.run')],
      head: [...standardGrants.head, all('catalog.cost')],
      accountant: [...standardGrants.accountant, all('catalog.read'), all('catalog.edit'), all('imports.run')],
      hr: [...standardGrants.hr, all('journal.read'), all('imports.run')],
    },
  });
  server = await testServer(clone.database);
  shop = await aShop(server.runner, company);
  folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-costs-'));
  close = async () => {
    await server.close();
    await clone.close();
    await rm(folder, { recursive: true, force: true });
  };
});
afterAll(() => close());

const as = (who: Person) => company.actor(who);
const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
const productId = (index: number) => shop.catalogue.products[index]?.id ?? '';
async function cost(index: number, amount: number, who: Person = 'director', from = '2020-01-01') {
  const params = { id: productId(index) };
  const { revision } = (await server.call(as('director'), readProduct, { params })).body;
  return server.call(as(who), setCost, { params, body: { amount, from }, headers: seen(revision) });
}
const day = async (days: number) => {
  const [row] = await company.owner<{ day: string }>('select (app.today($1) + $2::int)::text as day', [
    company.id,
    days,
  ]);
  return row?.day ?? '';
};
/** A request of kamA to the head for 10 % off two of the first product, and three of the second at full price. */
async function asked(): Promise<string> {
  const lines = [
    { productId: productId(0), quantity: 2, discountBp: 1000 },
    { productId: productId(1), quantity: 3 },
  ];
  const { id, revision } = await aDraft(server.runner, as('kamA'), shop, { lines });
  await server.call(as('kamA'), at.confirmOrder, {
    params: { id },
    body: { reason: 'large' },
    headers: seen(revision),
  });
  const [request] = await company.owner<{ id: string }>('select id from mandates.requests where subject_id = $1', [id]);
  return request?.id ?? '';
}
const facts = async (who: Person, id: string) =>
  (await server.call(as(who), readRequest, { params: { id } })).body.facts;

/** What an address answers, as text: without ids and moments, in which any digits may stand. */
async function textOf(who: Person, address: string): Promise<string> {
  const { companyId, employeeId } = as(who);
  const headers = { 'x-test-actor': `${companyId}/${employeeId}` };
  const reply = await server.server.inject({ method: 'GET', url: `/api${address}`, headers });
  expect([address, reply.statusCode]).toEqual([address, 200]);
  return reply.payload.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').replace(/\d{4}-\d\d-\d\dT[^"]*/g, '');
}

describe('the margin of a request', () => {
  it('is unknown while a cost is missing, and says of how many lines', async () => {
    const id = await asked();
    expect(await facts('head', id)).toMatchObject({ linesWithoutCost: 2 });
    expect((await cost(0, secret)).status).toBe(200);
    const known = await facts('head', id);
    expect(known).toMatchObject({ linesWithoutCost: 1 });
    expect(known).not.toHaveProperty('marginBefore');
  });

  it('is shown before and after the discount to the head, and to nobody without the permit', async () => {
    await cost(1, 1500);
    const id = await asked();
    // 2 × 10.00 + 3 × 20.00 = 80.00, less 2.00; costs 2 × 6.17 + 3 × 15.00 = 57.34.
    expect(await facts('head', id)).toMatchObject({
      givenAway: 200,
      marginBefore: 2266,
      marginBeforeRate: 2832,
      marginAfter: 2066,
      marginAfterRate: 2648,
    });
    expect(Object.keys(await facts('kamA', id)).filter((key) => /margin|cost/i.test(key))).toEqual([]);
    const [kept] = await company.owner<{ facts: object }>('select facts from mandates.requests where id = $1', [id]);
    expect(JSON.stringify(kept)).not.toMatch(/margin/);
  });

  it('keeps to the costs of the day on which it was asked', async () => {
    const id = await asked();
    await cost(0, 1, 'director', await day(1));
    expect(await facts('head', id)).toMatchObject({ marginAfter: 2066 });
  });
});

describe('what a product costs', () => {
  it('is dated: changed for the future, not for the past', async () => {
    const { items } = (await server.call(as('director'), readCosts, { params: { id: productId(0) } })).body;
    expect(items.map(({ amount }) => amount)).toEqual([1, secret]);
    expect((await cost(0, 5, 'director', await day(-3))).problem.code).toBe('catalog.price-in-past');
    expect((await cost(0, -5)).status).toBe(422);
  });

  it('is kept only by whoever may see it and change the catalogue', async () => {
    expect((await cost(2, 700, 'kamA')).status).toBe(403);
    expect((await cost(2, 700, 'accountant')).status).toBe(403);
    expect((await cost(2, 700, 'head')).status).toBe(403);
    expect((await server.call(null, readCosts, { params: { id: productId(0) } })).status).toBe(401);
  });

  it('is brought in with products, by nobody without the permit', async () => {
    const bring = async (who: Person, code: string) => {
      const file = path.join(folder, `${code}.csv`);
      await writeFile(file, `code,name,price,cost\n${code},Brought ${code},20.00,6.17\n${code}-plain,Plain,20.00,\n`);
      return runImport(server.runner, as(who), { kind: 'products', file });
    };
    expect(await bring('director', 'D')).toMatchObject({ accepted: 2, rejected: 0 });
    const costs = await company.owner(
      `select c.amount::int from catalog.costs c join catalog.products p on p.id = c.product_id where p.code like 'D%'`,
    );
    expect(costs).toEqual([{ amount: secret }]);
    const report = await bring('accountant', 'A');
    expect(report).toMatchObject({ accepted: 1, rejected: 1 });
    const rejected = (who: Person) => textOf(who, `/imports/${report.id}/rejections`);
    expect(await rejected('director')).toContain('6.17');
    // Whoever brought the file knows it; another who brings in files does not learn of its costs.
    expect(await rejected('accountant')).toContain('6.17');
    expect(await rejected('hr')).not.toContain('6.17');
  });

  it('reaches a manager by no way: card, list, price list, exports, order, journal, database', async () => {
    const { id } = await aDraft(server.runner, as('kamA'), shop, { lines: [{ productId: productId(0), quantity: 1 }] });
    expect((await server.call(as('kamA'), readCosts, { params: { id: productId(0) } })).status).toBe(403);
    const addresses = [
      `/products/${productId(0)}`,
      '/products',
      '/products/export?format=csv',
      '/price-list',
      '/orders/export?format=csv',
      `/orders/${id}`,
      `/orders/${id}/preview`,
    ];
    for (const address of addresses) {
      const told = await textOf('kamA', address);
      expect(told).toMatch(/Product 1|P-1|Client|List/);
      expect(told).not.toMatch(/617|6[.,]17|margin|"cost/i);
    }
    for (const query of [
      'select amount from catalog.costs',
      `select after from journal.entries where table_name = 'catalog.costs'`,
    ]) {
      const rows = await server.runner.database.read({ companyId: company.id, employeeId: company.ids.kamA }, (db) =>
        db.client.query(query),
      );
      expect(rows.rows).toEqual([]);
    }
    const journal = async (who: Person) =>
      (await server.call(as(who), readJournal, { query: { limit: 200 } })).body.items.filter(
        ({ table }) => table === 'catalog.costs',
      );
    expect(await journal('hr')).toEqual([]);
    expect((await journal('director')).length).toBeGreaterThan(0);
  });
});
