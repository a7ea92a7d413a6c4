import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '#app/test-server.ts';
import { testShop } from '#app/test-shop.ts';
import type { TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import * as at from './endpoints.ts';
import { registerReturn } from './endpoints-client.ts';
import { aConfirmedOrder, aDraft, aShippedOrder, type Shop } from './testing.ts';
import { orderVerifications } from './verifications.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let shop: Shop;

beforeAll(async () => {
  ({ server, company, shop, close } = await testShop());
});
afterAll(() => close());

const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
const kamA = () => company.actor('kamA');
const support = () => company.actor('support');
const line = (index: number, quantity: number) => {
  const product = shop.catalogue.products[index];
  return { productId: product?.id ?? '', quantity, unitPrice: product?.listPrice ?? 0, discountBp: 0 };
};
const confirmed = (quantity = 3) => aConfirmedOrder(server.runner, kamA(), shop, { quantity });
const read = async (id: string, actor = kamA()) => (await server.call(actor, at.readOrder, { params: { id } })).body;
const enter = (id: string, revision: number, body = {}, actor = support()) =>
  server.call(actor, at.enterOrder, { params: { id }, body, headers: seen(revision) });

const handTo = (keeper: 'kamA' | 'kamB') =>
  server.runner.write(company.actor('director'), (w) =>
    w.db.run(sql`update clients.clients set keeper_id = ${company.ids[keeper]} where id = ${shop.client.id}`),
  );

describe('enter an order', () => {
  it('asks who you are, for a good form, for the permit and for the right time', async () => {
    const { id, revision } = await confirmed();
    expect((await server.call(null, at.enterOrder, { params: { id }, body: {}, headers: seen(revision) })).status).toBe(
      401,
    );
    expect((await enter(id, revision, { lines: [{ quantity: 1 }] })).status).toBe(422);
    expect((await enter(id, revision, {}, kamA())).status).toBe(403);
    const draft = await aDraft(server.runner, kamA(), shop);
    expect((await enter(draft.id, draft.revision)).problem.code).toBe('orders.untimely');
  });

  it('stands in the queue with its deadline, and leaves it when entered', async () => {
    const { id, revision } = await confirmed();
    const queue = () => server.call(support(), at.orderQueue, { query: { stage: 'enter' } });
    expect((await server.call(kamA(), at.orderQueue, {})).status).toBe(403);
    expect((await queue()).body.items.find((item) => item.id === id)).toMatchObject({
      late: false,
      client: { name: shop.client.name },
    });
    expect((await enter(id, revision)).body).toMatchObject({ state: 'entered', differs: false });
    expect((await queue()).body.items.find((item) => item.id === id)).toBeUndefined();
    expect(await read(id)).toMatchObject({ differences: [], entered: [{ quantity: 3 }] });
  });

  it('shows differences line by line, and waits for whoever took the order', async () => {
    const { id, revision } = await confirmed();
    const { body } = await enter(id, revision, { lines: [line(0, 2), line(1, 1)] });
    expect(body.differs).toBe(true);
    const order = await read(id);
    expect(order.differences).toMatchObject([
      { code: 'P-1', what: ['quantity'], taken: { quantity: 3 }, entered: { quantity: 2 } },
      { code: 'P-2', what: ['added'], taken: null },
    ]);
    expect((await read(id, support())).can.ship).toEqual(['orders.differences-open']);
    const early = await server.call(support(), at.shipOrder, {
      params: { id },
      body: {},
      headers: seen(body.revision),
    });
    expect(early.problem.code).toBe('orders.differences-open');
    const check = await server.call(kamA(), at.checkEntered, {
      params: { id },
      body: {},
      headers: seen(body.revision),
    });
    expect(check.status).toBe(200);
    const ship = await server.call(support(), at.shipOrder, {
      params: { id },
      body: {},
      headers: seen(check.body.revision),
    });
    expect(ship).toMatchObject({ status: 201, body: { state: 'shipped', amount: 4000 } });
  });

  it('returns to the queue what was entered wrongly', async () => {
    const { id, revision } = await confirmed();
    const { body } = await enter(id, revision, { lines: [line(1, 1)] });
    const rejected = await server.call(kamA(), at.rejectEntered, {
      params: { id },
      body: { text: 'Chai, not Chang' },
      headers: seen(body.revision),
    });
    expect(rejected.body).toMatchObject({ state: 'confirmed' });
    expect((await read(id)).messages).toMatchObject([{ text: 'Chai, not Chang' }]);
    expect((await enter(id, rejected.body.revision)).body.differs).toBe(false);
  });

  it('is checked once, by whoever reaches the client', async () => {
    const { id, revision } = await confirmed();
    const { body } = await enter(id, revision);
    const check = (actor = kamA(), seenRevision = body.revision) =>
      server.call(actor, at.checkEntered, { params: { id }, body: {}, headers: seen(seenRevision) });
    expect((await check(company.actor('kamB'))).status).toBe(404);
    expect((await check(support())).status).toBe(403);
    const done = await check();
    expect(done.status).toBe(200);
    expect((await check(kamA(), done.body.revision)).problem.code).toBe('orders.nothing-to-check');
  });
});

describe('ask back', () => {
  it('goes to the keeper, and the answer sets a new deadline', async () => {
    const { id, revision } = await confirmed();
    const asked = await server.call(support(), at.askBack, {
      params: { id },
      body: { text: 'Which Chai?' },
      headers: seen(revision),
    });
    expect(await read(id)).toMatchObject({ state: 'asked-back', can: { answer: true } });
    expect((await enter(id, asked.body.revision)).status).toBe(409);
    const foreign = await server.call(company.actor('kamB'), at.answerQuestion, {
      params: { id },
      body: { text: 'x' },
      headers: seen(asked.body.revision),
    });
    expect(foreign.status).toBe(404);
    const answered = await server.call(kamA(), at.answerQuestion, {
      params: { id },
      body: { text: 'The green one' },
      headers: seen(asked.body.revision),
    });
    expect(answered.status).toBe(200);
    const order = await read(id);
    expect(order).toMatchObject({
      state: 'confirmed',
      messages: [{ kind: 'question', author: 'Support Test' }, { kind: 'answer' }],
    });
  });

  it('takes notes from both sides and from nobody else', async () => {
    const { id } = await confirmed();
    const note = (actor = kamA()) => server.call(actor, at.addNote, { params: { id }, body: { text: 'Gate 2' } });
    expect((await note()).status).toBe(201);
    expect((await note(support())).status).toBe(201);
    expect((await note(company.actor('kamB'))).status).toBe(404);
    expect((await note(company.actor('accountant'))).status).toBe(403);
  });
});

describe('ship an order', () => {
  it('in parts whose amounts sum to the order, to the last cent', async () => {
    const { id, revision } = await aConfirmedOrder(server.runner, kamA(), shop, {
      lines: [{ ...line(0, 3), unitPrice: 999, discountBp: 333 }],
    });
    const entered = await enter(id, revision);
    const ship = (seenRevision: number, body: object) =>
      server.call(support(), at.shipOrder, { params: { id }, body, headers: seen(seenRevision) });
    const too = await ship(entered.body.revision, { lines: [{ position: 1, quantity: 4 }] });
    expect(too.problem.code).toBe('orders.more-than-entered');
    const first = await ship(entered.body.revision, { lines: [{ position: 1, quantity: 1.001 }] });
    expect(first.body.state).toBe('entered');
    const cancel = await server.call(kamA(), at.cancelOrder, {
      params: { id },
      body: { reason: 'x' },
      headers: seen(first.body.revision),
    });
    expect(cancel.problem.code).toBe('orders.partly-shipped');
    const second = await ship(first.body.revision, {});
    expect(second.body.state).toBe('shipped');
    expect(first.body.amount + second.body.amount).toBe((await read(id)).total);
    expect((await ship(second.body.revision, {})).problem.code).toBe('orders.untimely');
  });

  it('frees the exposure of what will not follow', async () => {
    const { id, revision } = await confirmed(4);
    const entered = await enter(id, revision);
    const body = { lines: [{ position: 1, quantity: 1 }], last: true };
    const { body: shipped } = await server.call(support(), at.shipOrder, {
      params: { id },
      body,
      headers: seen(entered.body.revision),
    });
    expect(shipped).toMatchObject({ state: 'shipped', amount: 1000 });
    const [order] = await company.owner<{ uninvoiced: string }>('select uninvoiced from orders.orders where id = $1', [
      id,
    ]);
    expect(Number(order?.uninvoiced)).toBe(1000);
  });

  it('credits the keeper of the day for good, and tells the client’s figures', async () => {
    const { id } = await aShippedOrder(server.runner, company, shop, { quantity: 2 });
    await handTo('kamB');
    const [sale] = await company.owner(
      'select credited_to, keeper_id, amount::int from orders.shipments where order_id = $1',
      [id],
    );
    expect(sale).toEqual({ credited_to: company.ids.kamA, keeper_id: company.ids.kamB, amount: 2000 });
    expect((await server.call(kamA(), at.readOrder, { params: { id } })).status).toBe(404);
    expect((await server.call(company.actor('kamB'), at.readOrder, { params: { id } })).status).toBe(200);
    await handTo('kamA');
    const [figures] = await company.owner<{ sales: number }>(
      'select sales_12m::int as sales from clients.figures where client_id = $1',
      [shop.client.id],
    );
    expect(figures?.sales).toBeGreaterThanOrEqual(2000);
  });

  it('takes back not more than was shipped', async () => {
    const { id } = await aShippedOrder(server.runner, company, shop, { quantity: 3 });
    const back = (quantity: number) =>
      server.call(support(), registerReturn, {
        params: { id },
        body: { kind: 'return', cause: 'damaged', lines: [{ position: 1, quantity }] },
      });
    expect((await back(1)).body.amount).toBe(1000);
    expect((await back(3)).problem.code).toBe('orders.more-than-shipped');
    expect((await back(2)).body.amount).toBe(2000);
    expect(
      (
        await server.call(kamA(), registerReturn, {
          params: { id },
          body: { kind: 'return', cause: 'x', lines: [{ position: 1, quantity: 1 }] },
        })
      ).status,
    ).toBe(403);
  });
});

describe('print the confirmation', () => {
  const print = (id: string, actor = kamA()) => server.call(actor, at.printConfirmation, { params: { id } });

  it('is refused before the decision', async () => {
    const draft = await aDraft(server.runner, kamA(), shop, { discountBp: 1000 });
    expect((await print(draft.id)).problem.code).toBe('orders.not-confirmed');
    await server.call(kamA(), at.confirmOrder, {
      params: { id: draft.id },
      body: { reason: 'please' },
      headers: seen(draft.revision),
    });
    expect((await print(draft.id)).problem.code).toBe('orders.not-confirmed');
  });

  it('gives one document under the number of the order, however often it is asked for', async () => {
    const { id, number } = await confirmed();
    const first = await print(id);
    expect(first).toMatchObject({ status: 201, body: { number } });
    expect((await print(id, support())).body.id).toBe(first.body.id);
    expect((await print(id, company.actor('kamB'))).status).toBe(404);
    expect((await print(id, company.actor('accountant'))).status).toBeGreaterThanOrEqual(403);
  });
});

it('leaves nothing that contradicts itself', async () => {
  for (const { query } of orderVerifications) expect(await company.owner(query)).toEqual([]);
});
