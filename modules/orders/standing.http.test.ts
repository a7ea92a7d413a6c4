import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '#app/test-server.ts';
import { testShop } from '#app/test-shop.ts';
import { aCompany, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import type { Database, Db } from '#platform/db/database.ts';
import type { Work } from '#platform/work.ts';
import { confirmOrder } from './actions/confirm-order.ts';
import { draftOrder } from './actions/draft-order.ts';
import { clientOrders, findProducts, orderStanding, setTerms } from './endpoints-client.ts';
import { aConfirmedOrder, aShippedOrder, aShop, type Shop } from './testing.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let shop: Shop;
let database: Database;

beforeAll(async () => {
  ({ database, server, company, shop, close } = await testShop(12));
});
afterAll(() => close());

const kamA = () => company.actor('kamA');
const standing = (actor = kamA()) => server.call(actor, orderStanding, { params: { id: shop.client.id } });

describe('how a client stands', () => {
  it('is for whoever reaches the client', async () => {
    expect((await standing(company.actor('kamB'))).status).toBe(404);
    expect((await server.call(null, orderStanding, { params: { id: shop.client.id } })).status).toBe(401);
    expect((await server.call(company.actor('kamB'), clientOrders, { params: { id: shop.client.id } })).status).toBe(
      404,
    );
  });

  it('says the limits that bind before they are met', async () => {
    const { body } = await standing();
    expect(body.standing).toMatchObject({
      entitled: { number: 1 },
      agreed: null,
      terms: { creditLimit: 1_000_000, paymentDays: 30, revision: 1 },
      rights: { column: 2, discount: 500 },
    });
    expect(body.can).toEqual({ take: true, editTerms: false });
    expect((await standing(company.actor('support'))).body.standing.rights).toEqual({ column: null, discount: null });
  });

  it('earns a better column by what was shipped, and orders start on it', async () => {
    await aShippedOrder(server.runner, company, shop, { quantity: 100 });
    await company.owner('update catalog.price_columns set min_monthly_sales = 8000 where id = $1', [
      shop.catalogue.columns.third,
    ]);
    const { body } = await standing();
    expect(body.standing).toMatchObject({
      entitled: { number: 3 },
      earned: { number: 3, reasons: [{ kind: 'volume', needed: 8000 }] },
    });
    const order = await aConfirmedOrder(server.runner, kamA(), shop, { quantity: 1 });
    expect(order.total).toBe(900);
    await company.owner('update catalog.price_columns set min_monthly_sales = 100000 where id = $1', [
      shop.catalogue.columns.third,
    ]);
  });

  it('proposes what the client is used to, with a reason a line', async () => {
    const { proposal } = (await standing()).body;
    expect(proposal[0]).toMatchObject({ code: 'P-1', unitPrice: 1000, reason: { kind: 'usual' } });
  });

  it('finds products by code and by a part of the name, with the price in the column', async () => {
    const query = { text: 'p-1', column: shop.catalogue.columns.second };
    const found = (await server.call(kamA(), findProducts, { query })).body.items;
    expect(found.find((item) => item.code === 'P-1')).toMatchObject({ price: 950 });
    expect((await server.call(company.actor('accountant'), findProducts, { query })).status).toBe(403);
  });
});

describe('terms', () => {
  const body = { priceColumnId: null, paymentDays: 14, creditLimit: 2_000_000, overdueToleranceDays: 3 };
  const set = (actor = company.actor('head'), more = {}, headers = {}) =>
    server.call(actor, setTerms, { params: { id: shop.client.id }, body: { ...body, ...more }, headers });

  it('are agreed by whoever has the right, for clients within reach', async () => {
    expect((await set(kamA())).status).toBe(403);
    expect((await set()).status).toBe(200);
    expect((await standing()).body.standing.terms).toMatchObject({ paymentDays: 14, creditLimit: 2_000_000 });
  });

  it('give a column beyond the earned one only within the right to give it', async () => {
    expect((await set(company.actor('head'), { priceColumnId: shop.catalogue.columns.third })).status).toBe(200);
    expect((await standing()).body.standing).toMatchObject({ entitled: { number: 3 }, agreed: { number: 3 } });
  });

  it('raise nothing beyond the limits of the right, and leave alone what a superior agreed', async () => {
    const other = await aCompany(database, {
      grants: {
        kamA: [
          ...(standardGrants.kamA ?? []),
          {
            permit: 'orders.edit-terms',
            scope: 'own',
            limits: { creditLimit: 50_000, paymentDays: 30, overdueDays: 0 },
          },
        ],
      },
    });
    const its = await aShop(server.runner, other);
    const agree = (terms: object) =>
      server.call(other.actor('kamA'), setTerms, {
        params: { id: its.client.id },
        body: { priceColumnId: null, ...terms },
      });
    const same = { creditLimit: 1_000_000, overdueToleranceDays: 0 };
    expect((await agree({ ...same, paymentDays: 14 })).status).toBe(200);
    expect((await agree({ ...same, paymentDays: 45 })).problem.code).toBe('platform.beyond-limit');
    expect((await agree({ ...same, paymentDays: 14, creditLimit: 1_000_001 })).problem.code).toBe(
      'platform.beyond-limit',
    );
    expect((await agree({ ...same, paymentDays: 14, overdueToleranceDays: 90 })).problem.code).toBe(
      'platform.beyond-limit',
    );
    expect((await agree({ ...same, paymentDays: 14, priceColumnId: its.catalogue.columns.third })).problem.code).toBe(
      'platform.beyond-limit',
    );
  });

  it('are not overwritten unseen', async () => {
    expect((await set(company.actor('head'), {}, { 'if-match': '"1"' })).status).toBe(412);
  });
});

describe('quick', () => {
  it('takes ten lines in a handful of statements, and confirms in few more', async () => {
    const lines = shop.catalogue.products.slice(0, 10).map(({ id }) => ({ productId: id, quantity: 1 }));
    const drafted = await server.runner.write(kamA(), async (w) => {
      const counted = counting(w);
      return {
        ...(await draftOrder(counted.work, { clientId: shop.client.id, lines })),
        statements: counted.statements(),
      };
    });
    expect(drafted.statements).toBeLessThanOrEqual(9);
    const confirmed = await server.runner.write(kamA(), async (w) => {
      const counted = counting(w);
      await confirmOrder(counted.work, drafted.id, undefined);
      return counted.statements();
    });
    expect(confirmed).toBeLessThanOrEqual(20);
  });
});

function counting(w: Work): { work: Work; statements: () => number } {
  let count = 0;
  const counted =
    <A extends unknown[], R>(run: (...args: A) => R) =>
    (...args: A) => {
      count += 1;
      return run(...args);
    };
  const db = {
    ...w.db,
    all: counted(w.db.all),
    first: counted(w.db.first),
    one: counted(w.db.one),
    run: counted(w.db.run),
  } as Db;
  return { work: { ...w, db }, statements: () => count };
}
