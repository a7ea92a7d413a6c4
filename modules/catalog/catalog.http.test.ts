import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { priceOf } from './contract.ts';
import * as at from './endpoints.ts';
import { aCatalogue, type TestCatalogue } from './testing.ts';
import { verifications } from './verifications.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let catalogue: TestCatalogue;

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database);
  close = async () => {
    await server.close();
    await drop();
  };
  catalogue = await aCatalogue(server.runner, company.actor('director'), 5);
});
afterAll(() => close());

const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
const director = () => company.actor('director');
const revisionOf = async (id: string) =>
  (await server.call(director(), at.readProduct, { params: { id } })).body.revision;
const enter = async (code: string, name: string, more = {}) =>
  (await server.call(director(), at.enterProduct, { body: { code, name, ...more } })).body.id;

describe('enter and change a product', () => {
  it('asks who you are, what is malformed, and for the permit', async () => {
    const body = { code: 'X', name: 'X' };
    expect((await server.call(null, at.enterProduct, { body })).status).toBe(401);
    expect((await server.call(director(), at.enterProduct, { body: { code: '', name: 'X', pack: 0 } })).status).toBe(
      422,
    );
    expect((await server.call(company.actor('kamA'), at.enterProduct, { body })).status).toBe(403);
    expect((await server.call(company.actor('accountant'), at.productList.read, {})).status).toBe(403);
  });

  it('knows nothing of another company', async () => {
    const params = { id: catalogue.products[0]?.id ?? '' };
    expect((await server.call(company.actor('outsider'), at.readProduct, { params })).status).toBe(404);
    expect((await server.call(company.actor('outsider'), at.findProducts, { query: { q: 'P-1' } })).body.items).toEqual(
      [],
    );
    expect((await server.call(company.actor('outsider'), at.productList.read, {})).body.items).toEqual([]);
    const prices = await server.runner.read(company.actor('outsider'), (w) =>
      priceOf(w, [params.id], catalogue.columns.second, '2026-01-01'),
    );
    expect(prices.size).toBe(0);
  });

  it('refuses a code that is taken and a category of nowhere', async () => {
    expect((await server.call(director(), at.enterProduct, { body: { code: 'P-1', name: 'Y' } })).problem.code).toBe(
      'catalog.code-taken',
    );
    const body = { code: 'Q', name: 'Y', categoryId: '00000000-0000-7000-8000-000000000000' };
    expect((await server.call(director(), at.enterProduct, { body })).problem.code).toBe('catalog.unknown-category');
  });

  it('needs the revision that was seen', async () => {
    const id = await enter('REV', 'Revised');
    const change = (revision: number) =>
      server.call(director(), at.editProduct, { params: { id }, body: { name: 'Renamed' }, headers: seen(revision) });
    expect((await change(1)).body).toMatchObject({ revision: 2 });
    expect((await change(1)).problem.code).toBe('platform.changed-meanwhile');
  });

  it('keeps categories without a circle', async () => {
    const first = await server.call(director(), at.enterCategory, { body: { name: 'Food' } });
    const second = await server.call(director(), at.enterCategory, { body: { name: 'Tea', parentId: first.body.id } });
    const circle = await server.call(director(), at.editCategory, {
      params: { id: first.body.id },
      body: { parentId: second.body.id },
      headers: seen(1),
    });
    expect(circle.problem.code).toBe('catalog.category-in-a-circle');
    expect((await server.call(director(), at.enterCategory, { body: { name: 'Tea' } })).problem.code).toBe(
      'catalog.category-taken',
    );
  });
});

describe('prices', () => {
  it('are the list price less the discount, or the column’s own', async () => {
    const [product] = catalogue.products;
    const id = product?.id ?? '';
    const price = async (columnId: string, on = '2026-01-01') =>
      (await server.runner.read(company.actor('kamA'), (w) => priceOf(w, [id], columnId, on))).get(id)?.unitPrice;
    expect(await price(catalogue.columns.list)).toBe(1000);
    expect(await price(catalogue.columns.second)).toBe(950);
    expect(await price(catalogue.columns.second, '2019-12-31')).toBeUndefined();
  });

  it('change from a day on, and never backwards', async () => {
    const id = await enter('DATED', 'Dated');
    const set = async (amount: number | null, from: string, columnId = catalogue.columns.list) =>
      server.call(director(), at.setPrice, {
        params: { id },
        body: { columnId, amount, from },
        headers: seen(await revisionOf(id)),
      });
    expect((await set(1000, '2024-01-01')).status).toBe(200);
    expect((await set(1100, '2024-06-01')).problem.code).toBe('catalog.price-in-past');
    expect((await set(1300, '2999-01-01')).status).toBe(200);
    expect((await set(1200, '2998-01-01')).status).toBe(200);
    expect((await set(1250, '2998-01-01')).status).toBe(200);
    expect((await set(null, '2998-06-01')).problem.code).toBe('catalog.list-price-needed');
    const { body } = await server.call(director(), at.readProduct, { params: { id } });
    expect(body.prices.map(({ amount, from, to }) => [amount, from, to])).toEqual([
      [1300, '2999-01-01', null],
      [1250, '2998-01-01', '2999-01-01'],
      [1000, '2024-01-01', '2998-01-01'],
    ]);
    expect(body.today).toMatchObject([
      { number: 1, price: 1000, own: true },
      { number: 2, price: 950, own: false },
      { number: 3, price: 900, own: false },
    ]);
    await set(777, '2990-01-01', catalogue.columns.second);
    await set(null, '2991-01-01', catalogue.columns.second);
    const priced = (on: string) =>
      server.runner.read(director(), (w) => priceOf(w, [id], catalogue.columns.second, on));
    expect((await priced('2990-06-01')).get(id)?.unitPrice).toBe(777);
    expect((await priced('2991-01-01')).get(id)?.unitPrice).toBe(950);
  });

  it('stand side by side in the price list, page by page', async () => {
    const first = await server.call(company.actor('kamA'), at.readPriceList, { query: { limit: 2, q: 'Product' } });
    expect(first.body.items.map(({ name }) => name)).toEqual(['Product 1', 'Product 2']);
    expect(first.body.items[1]?.prices).toEqual({
      [catalogue.columns.list]: 2000,
      [catalogue.columns.second]: 1900,
      [catalogue.columns.third]: 1800,
    });
    const second = await server.call(company.actor('kamA'), at.readPriceList, {
      query: { limit: 2, q: 'Product', cursor: first.body.nextCursor },
    });
    expect(second.body.items.map(({ name }) => name)).toEqual(['Product 3', 'Product 4']);
    expect(
      (await server.call(company.actor('kamA'), at.readPriceList, { query: { cursor: 'nonsense' } })).problem.code,
    ).toBe('catalog.bad-cursor');
  });

  it('are the list in column 1, which has no discount', async () => {
    const id = catalogue.columns.list;
    expect(
      (await server.call(director(), at.editColumn, { params: { id }, body: { discountBp: 100 }, headers: seen(1) }))
        .problem.code,
    ).toBe('catalog.list-has-no-discount');
    expect((await server.call(director(), at.addColumn, { body: { number: 2, name: 'Again' } })).problem.code).toBe(
      'catalog.number-taken',
    );
    expect(
      (
        await server.call(company.actor('kamA'), at.editColumn, {
          params: { id },
          body: { name: 'X' },
          headers: seen(1),
        })
      ).status,
    ).toBe(403);
  });
});

describe('find a product while typing', () => {
  beforeAll(async () => {
    await enter('TEA-100', 'Чай чёрный байховый', { barcode: '4600001' });
    await enter('TEA-200', 'Green tea, 200 g');
    await enter('COF-1', 'Coffee beans Arabica');
    await enter('OLD-1', 'Green tea of yesterday', { active: false });
  });
  const found = async (q: string) => {
    const { body } = await server.call(company.actor('kamA'), at.findProducts, {
      query: { q, columnId: catalogue.columns.second },
    });
    return body.items.map(({ code }) => code);
  };

  it.each([
    ['tea-1', ['TEA-100']],
    ['TEA', ['TEA-100', 'TEA-200']],
    ['чай', ['TEA-100']],
    ['черный', ['TEA-100']],
    ['200 green', ['TEA-200']],
    ['4600001', ['TEA-100']],
    ['arabika', ['COF-1']],
    ['cofee bean', ['COF-1']],
    ['_%', []],
    ['zzzz', []],
  ])('%s', async (q, codes) => {
    expect(await found(q)).toEqual(codes);
  });

  it('tells the price in the column asked', async () => {
    const { body } = await server.call(company.actor('kamA'), at.findProducts, {
      query: { q: 'p-2', columnId: catalogue.columns.third },
    });
    expect(body.items).toMatchObject([{ code: 'P-2', listPrice: 2000, unitPrice: 1800, currency: 'USD' }]);
  });
});

it('holds what it promises', async () => {
  for (const { name, query } of verifications) expect(await company.owner(query), name).toEqual([]);
});
