import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '#app/test-server.ts';
import { testShop } from '#app/test-shop.ts';
import type { TestCompany } from '#modules/mandates/testing.ts';
import * as at from './endpoints.ts';
import { aDraft, type Shop } from './testing.ts';
import { orderVerifications } from './verifications.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
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
const line = (index: number, quantity: number, more = {}) => ({
  productId: shop.catalogue.products[index]?.id ?? '',
  quantity,
  ...more,
});
const draft = async (wish = {}) => aDraft(server.runner, kamA(), shop, wish);
const confirm = (id: string, revision: number, body = {}, actor = kamA()) =>
  server.call(actor, at.confirmOrder, { params: { id }, body, headers: seen(revision) });

describe('take an order', () => {
  it('asks who you are', async () => {
    expect((await server.call(null, at.draftOrder, { body: { clientId: shop.client.id } })).status).toBe(401);
  });

  it('rejects what is malformed, naming the field', async () => {
    const reply = await server.call(kamA(), at.draftOrder, {
      body: { clientId: shop.client.id, lines: [line(0, 0), { quantity: 1 }] },
    });
    expect(reply.status).toBe(422);
    expect(reply.problem.reasons.map((reason) => reason.field)).toEqual(
      expect.arrayContaining(['/lines/0/quantity', '/lines/1/productId']),
    );
  });

  it('does not know a colleague’s client', async () => {
    const reply = await server.call(company.actor('kamB'), at.draftOrder, { body: { clientId: shop.client.id } });
    expect(reply).toMatchObject({ status: 404, problem: { code: 'orders.unknown-client' } });
  });

  it('needs the permit', async () => {
    expect(
      (await server.call(company.actor('support'), at.draftOrder, { body: { clientId: shop.client.id } })).status,
    ).toBe(403);
  });

  it('refuses lines without a price, and a fourth decimal', async () => {
    const unknown = await server.call(kamA(), at.draftOrder, {
      body: { clientId: shop.client.id, lines: [line(0, 1), { productId: nobody, quantity: 1 }] },
    });
    expect(unknown.problem.reasons).toMatchObject([{ code: 'orders.no-price', field: '/lines/1/productId' }]);
    const fine = await server.call(kamA(), at.draftOrder, {
      body: { clientId: shop.client.id, lines: [line(0, 1.0001)] },
    });
    expect(fine.problem.reasons).toMatchObject([{ code: 'orders.too-large', field: '/lines/0/quantity' }]);
  });

  it('begins a draft at the prices of the column that the client is entitled to, without a number', async () => {
    const { body, status } = await server.call(kamA(), at.draftOrder, {
      body: { clientId: shop.client.id, lines: [line(0, 3), line(1, 0.5)] },
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ revision: 1, total: 4000, state: 'draft' });
    const order = (await server.call(kamA(), at.readOrder, { params: { id: body.id } })).body;
    expect(order).toMatchObject({ number: null, priceColumn: { number: 1 }, takenBy: { id: company.ids.kamA } });
    expect(order.lines.map((each) => each.amount)).toEqual([3000, 1000]);
    expect(order.can).toMatchObject({
      change: true,
      confirm: true,
      enter: false,
      ship: false,
      print: ['orders.not-confirmed'],
    });
  });
});

describe('change a draft', () => {
  it('needs the revision that was seen, and gives both versions otherwise', async () => {
    const { id } = await draft();
    expect((await server.call(kamA(), at.changeDraft, { params: { id }, body: {} })).status).toBe(412);
    const first = await server.call(kamA(), at.changeDraft, {
      params: { id },
      body: { note: 'mine' },
      headers: seen(1),
    });
    expect(first.body.revision).toBe(2);
    const second = await server.call(kamA(), at.changeDraft, {
      params: { id },
      body: { note: 'theirs' },
      headers: seen(1),
    });
    expect(second).toMatchObject({
      status: 412,
      problem: { code: 'platform.changed-meanwhile', current: { note: 'mine' } },
    });
  });

  it('keeps a typed price and moves the others when the column changes', async () => {
    const { id } = await draft({ lines: [line(0, 1, { unitPrice: 990 }), line(1, 1)] });
    const body = { priceColumnId: shop.catalogue.columns.second };
    expect((await server.call(kamA(), at.changeDraft, { params: { id }, body, headers: seen(1) })).body.total).toBe(
      990 + 1900,
    );
  });

  it('puts a discount on every line', async () => {
    const { id } = await draft({ lines: [line(0, 1), line(1, 1, { discountBp: 100 })] });
    await server.call(kamA(), at.changeDraft, { params: { id }, body: { discountBp: 300 }, headers: seen(1) });
    const { lines, total } = (await server.call(kamA(), at.readOrder, { params: { id } })).body;
    expect(lines.map((each) => each.discountBp)).toEqual([300, 300]);
    expect(total).toBe(970 + 1940);
  });

  it('is out of a colleague’s sight', async () => {
    const { id } = await draft();
    for (const endpoint of [at.readOrder, at.previewOrder]) {
      expect((await server.call(company.actor('kamB'), endpoint, { params: { id } })).status).toBe(404);
    }
    expect(
      (
        await server.call(company.actor('kamB'), at.changeDraft, {
          params: { id },
          body: { note: 'x' },
          headers: seen(1),
        })
      ).status,
    ).toBe(404);
    expect((await server.call(company.actor('kamB'), at.copyOrder, { params: { id } })).status).toBe(404);
    const { items } = (await server.call(company.actor('kamB'), at.orderList.read, {})).body as { items: unknown[] };
    expect(items).toEqual([]);
    expect((await server.call(company.actor('outsider'), at.readOrder, { params: { id } })).status).toBe(404);
  });
});

describe('confirm an order', () => {
  it('gives a number, counts to the exposure and makes the client active', async () => {
    const { id, revision } = await draft({ quantity: 7 });
    const { status, body } = await confirm(id, revision);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'confirmed', total: 7000, number: expect.stringMatching(/^\d{4}-\d{6}$/) });
    const preview = await server.call(kamA(), at.previewOrder, { params: { id: (await draft()).id } });
    expect(preview.body.credit).toMatchObject({ limit: 1_000_000, incoming: 1000 });
    expect(preview.body.credit.openOrders).toBeGreaterThanOrEqual(7000);
    const [client] = await company.owner<{ status: string }>('select status from clients.clients where id = $1', [
      shop.client.id,
    ]);
    expect(client?.status).toBe('active');
  });

  it('has one effect when sent twice, with a key or without', async () => {
    const { id, revision } = await draft();
    const headers = { ...seen(revision), 'idempotency-key': `confirm-${id}` };
    const call = () => server.call(kamA(), at.confirmOrder, { params: { id }, body: {}, headers });
    const [first, second] = [await call(), await call()];
    expect(second.body).toEqual(first.body);
    const third = await confirm(id, revision);
    expect(third).toMatchObject({ status: 200, body: { number: first.body.number } });
    const announced = await company.owner('select from platform.outbox where event = $1 and payload ->> $2 = $3', [
      'orders.confirmed',
      'orderId',
      id,
    ]);
    expect(announced).toHaveLength(1);
  });

  it('numbers without gaps when many are confirmed at once, and one order once', async () => {
    const drafts = await Promise.all([1, 2, 3, 4].map(() => draft()));
    const replies = await Promise.all([...drafts, ...drafts].map(({ id, revision }) => confirm(id, revision)));
    expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 200));
    const numbers = [...new Set(replies.map((reply) => Number(reply.body.number?.slice(5))))].toSorted((a, b) => a - b);
    expect(numbers).toHaveLength(4);
    expect((numbers[3] ?? 0) - (numbers[0] ?? 0)).toBe(3);
  });

  it('goes on beyond six figures', async () => {
    await company.owner('update orders.number_series set last = 999999');
    const confirmed = async () => {
      const { id, revision } = await draft();
      return (await confirm(id, revision)).body.number?.slice(5);
    };
    expect([await confirmed(), await confirmed()]).toEqual(['1000000', '1000001']);
  });

  it('refuses an empty order, and one that is past it', async () => {
    const empty = await draft({ lines: [] });
    expect((await confirm(empty.id, empty.revision)).problem.code).toBe('orders.no-lines');
    const { id, revision } = await draft();
    await server.call(kamA(), at.cancelOrder, {
      params: { id },
      body: { reason: 'changed mind' },
      headers: seen(revision),
    });
    expect(await confirm(id, revision + 1)).toMatchObject({ status: 409, problem: { code: 'orders.untimely' } });
  });

  it('is not for whoever only enters', async () => {
    const { id, revision } = await draft();
    expect((await confirm(id, revision, {}, company.actor('support'))).status).toBe(403);
  });
});

describe('the list', () => {
  it('shows each what is within reach, with totals', async () => {
    const mine = (await server.call(kamA(), at.orderList.read, { query: { state: 'confirmed', totals: true } }))
      .body as { items: object[]; totals: Record<string, number> };
    expect(mine.items.length).toBeGreaterThan(3);
    expect(mine.totals.count).toBe(mine.items.length);
    const support = (await server.call(company.actor('support'), at.orderList.read, { query: { state: 'confirmed' } }))
      .body as { items: object[] };
    expect(support.items).toHaveLength(mine.items.length);
  });
});

it('leaves nothing that contradicts itself', async () => {
  for (const { query } of orderVerifications) expect(await company.owner(query)).toEqual([]);
});
