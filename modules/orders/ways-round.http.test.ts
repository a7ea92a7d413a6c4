import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestServer } from '#app/test-server.ts';
import { testShop } from '#app/test-shop.ts';
import type { Person, TestCompany } from '#modules/mandates/testing.ts';
import { companyActor } from '#platform/run.ts';
import * as at from './endpoints.ts';
import { setTerms } from './endpoints-client.ts';
import { orderLinesImport, ordersImport } from './imports/orders.ts';
import { aClientWithCredit, aDraft, type Shop } from './testing.ts';
import { orderVerifications } from './verifications.ts';

/** Each test tries one way round a control. kamA may give column 2 and 5 %; the head column 3, 15 %, and 5,000.00 of credit. */
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
const draft = (wish: Parameters<typeof aDraft>[3] = {}) => aDraft(server.runner, kamA(), shop, wish);
const confirm = (id: string, revision: number, reason?: string, who: Person = 'kamA') =>
  server.call(company.actor(who), at.confirmOrder, {
    params: { id },
    body: reason ? { reason } : {},
    headers: seen(revision),
  });
const read = async (id: string) => (await server.call(kamA(), at.readOrder, { params: { id } })).body;
const requestsOf = (id: string) =>
  company.owner<{ id: string; permit: string; state: string; asked_of: string; facts: Record<string, unknown> }>(
    'select id, permit, state, asked_of, facts from mandates.requests where subject_id = $1 order by asked_at, id',
    [id],
  );
/** Grants or refuses by HTTP, as the one who decides does. */
async function decide(
  requestId: string,
  granted: boolean,
  who: Person = 'head',
): Promise<{ status: number; code?: string }> {
  const actor = company.actor(who);
  const reply = await server.server.inject({
    method: 'POST',
    url: `/api/requests/${requestId}/decision`,
    headers: { 'x-test-actor': `${actor.companyId}/${actor.employeeId}`, ...seen(1) },
    payload: { granted, reason: granted ? 'worth it' : 'too much' },
  });
  return { status: reply.statusCode, code: reply.json().code };
}

/** Starts the acts while the order is held, so that all of them are under way when it is let go. */
async function meetingAt<T>(orderId: string, acts: readonly (() => Promise<T>)[]): Promise<T[]> {
  const holder = new pg.Client({ connectionString: server.runner.database.ownerUrl });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select from orders.orders where id = $1 for update', [orderId]);
    const under = Promise.all(acts.map((act) => act()));
    await vi.waitFor(
      async () => {
        const waiting = await company.owner(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        );
        expect(waiting.length).toBe(acts.length);
      },
      { timeout: 10_000, interval: 20 },
    );
    await holder.query('commit');
    return await under;
  } finally {
    await holder.end();
  }
}

/** A draft beyond the discount right, confirmed with a reason and granted by the head. */
async function granted(wish: Parameters<typeof aDraft>[3] = { discountBp: 1000 }) {
  const order = await draft(wish);
  const { body } = await confirm(order.id, order.revision, 'large client');
  expect(body.state).toBe('waiting');
  return order;
}

describe('beyond the right', () => {
  it('says by how much, by which rule and who may decide; nothing is numbered', async () => {
    const { id, revision } = await draft({ discountBp: 1000 });
    const { status, problem } = await confirm(id, revision);
    expect(status).toBe(403);
    expect(problem).toMatchObject({
      code: 'orders.beyond-discount',
      ask: { of: { id: company.ids.head, name: 'Head Test' } },
      needs: [{ permit: 'orders.discount', figures: { percent: 1000 }, excess: [{ figure: 1000, limit: 500 }] }],
    });
    expect(problem.detail).toContain('10%');
    expect(await read(id)).toMatchObject({ state: 'draft', number: null });
  });

  it('waits with a reason, and goes on by itself when granted', async () => {
    const { id } = await granted();
    expect(await read(id)).toMatchObject({
      state: 'waiting',
      number: null,
      can: { print: ['orders.not-confirmed'], enter: false },
    });
    const [request] = await requestsOf(id);
    expect(request).toMatchObject({ permit: 'orders.discount', state: 'open', asked_of: company.ids.head });
    expect(request?.facts).toMatchObject({ client: shop.client.name, total: 900, givenAway: 100 });
    await decide(request?.id ?? '', true);
    const order = await read(id);
    expect(order).toMatchObject({ state: 'confirmed', number: expect.any(String) });
    expect(order.authorizations).toMatchObject([
      { permit: 'orders.discount', state: 'granted', decidedBy: { name: 'Head Test' }, current: true },
    ]);
  });

  it('returns to draft with the reason when refused, and the refusal is no permission later', async () => {
    const { id } = await granted();
    const [request] = await requestsOf(id);
    await decide(request?.id ?? '', false);
    const order = await read(id);
    expect(order).toMatchObject({ state: 'draft', number: null, sentBack: 'too much' });
    expect((await confirm(id, order.revision)).problem.code).toBe('orders.beyond-discount');
  });

  it('asks the next above where the head’s own right ends', async () => {
    const { id, revision } = await draft({ discountBp: 2000 });
    expect((await confirm(id, revision)).problem.ask).toMatchObject({ of: { id: company.ids.director } });
  });
});

describe('ways round a decision', () => {
  it('confirming at the first save is judged like any other', async () => {
    const { id, revision } = await draft({ lines: [line(0, 1, { discountBp: 9000 })] });
    expect((await confirm(id, revision)).status).toBe(403);
  });

  it('raising the total after asking is impossible while it waits', async () => {
    const { id } = await granted();
    const { revision } = await read(id);
    const body = { lines: [line(0, 100, { discountBp: 1000 })] };
    const change = await server.call(kamA(), at.changeDraft, { params: { id }, body, headers: seen(revision) });
    expect(change).toMatchObject({ status: 409, problem: { code: 'orders.untimely' } });
  });

  it('a change after taking it back makes the request and the approval void', async () => {
    const { id } = await granted();
    const waiting = await read(id);
    const back = await server.call(kamA(), at.takeBackOrder, { params: { id }, headers: seen(waiting.revision) });
    const [request] = await requestsOf(id);
    expect(request?.state).toBe('withdrawn');
    expect(await decide(request?.id ?? '', true)).toEqual({ status: 409, code: 'mandates.request-closed' });
    const body = { lines: [line(0, 500, { discountBp: 1000 })] };
    const changed = await server.call(kamA(), at.changeDraft, {
      params: { id },
      body,
      headers: seen(back.body.revision),
    });
    expect((await confirm(id, changed.body.revision)).problem.code).toBe('orders.beyond-discount');
  });

  it('an approval of one content does not cover another: not a line more, not a cheaper price', async () => {
    // Two needs at once, of which one is granted and one refused: the granted one is known for this content only.
    const client = await aClientWithCredit(server.runner, company, 'kamA', 0);
    const { id, revision } = await draft({ clientId: client.id, discountBp: 1000 });
    await confirm(id, revision, 'please');
    const requests = await requestsOf(id);
    await decide(requests.find((each) => each.permit === 'orders.discount')?.id ?? '', true);
    await decide(requests.find((each) => each.permit === 'orders.release-credit')?.id ?? '', false);
    const sent = await read(id);
    const same = await confirm(id, sent.revision);
    expect(same.problem.reasons.map((reason) => reason.code)).toContain('orders.beyond-credit');
    const body = { lines: [line(1, 1, { discountBp: 1000 })] };
    const changed = await server.call(kamA(), at.changeDraft, { params: { id }, body, headers: seen(sent.revision) });
    const again = await confirm(id, changed.body.revision);
    expect(again.problem.reasons.map((reason) => reason.code)).toEqual([
      'orders.beyond-discount',
      'orders.beyond-credit',
    ]);
  });

  it('copying an approved order copies no approval', async () => {
    const { id } = await granted();
    await decide((await requestsOf(id))[0]?.id ?? '', true);
    const copy = await server.call(kamA(), at.copyOrder, { params: { id } });
    expect(copy).toMatchObject({ status: 201, body: { state: 'draft', total: 900 } });
    expect((await confirm(copy.body.id, copy.body.revision)).problem.code).toBe('orders.beyond-discount');
  });

  it('copying an order of a client who is over the limit since does not help', async () => {
    const client = await aClientWithCredit(server.runner, company, 'kamA', 1500);
    const first = await draft({ clientId: client.id });
    await confirm(first.id, first.revision);
    const copy = await server.call(kamA(), at.copyOrder, { params: { id: first.id } });
    expect((await confirm(copy.body.id, copy.body.revision)).problem.code).toBe('orders.beyond-credit');
  });

  it('a bulk discount, a bulk column and a bulk confirmation are judged order by order', async () => {
    const drafts = [await draft(), await draft()];
    const ids = drafts.map((each) => each.id);
    const done = await server.call(kamA(), at.bulkDiscount.perform, { body: { ids, input: { discountBp: 1500 } } });
    expect(done).toMatchObject({ status: 200, body: { done: 2 } });
    const preview = await server.call(kamA(), at.bulkConfirm.preview, { body: { ids, input: {} } });
    expect(preview.body).toMatchObject({
      done: 0,
      refusals: [{ code: 'orders.beyond-discount' }, { code: 'orders.beyond-discount' }],
    });
    await server.call(kamA(), at.bulkConfirm.perform, { body: { ids, input: {} } });
    expect((await read(ids[0] ?? '')).state).toBe('draft');

    await server.call(kamA(), at.bulkDiscount.perform, { body: { ids, input: { discountBp: 0 } } });
    await server.call(kamA(), at.bulkColumn.perform, {
      body: { ids, input: { priceColumnId: shop.catalogue.columns.third } },
    });
    const column = await server.call(kamA(), at.bulkConfirm.preview, { body: { ids, input: {} } });
    expect(column.body).toMatchObject({
      refusals: [{ code: 'orders.beyond-column' }, { code: 'orders.beyond-column' }],
    });
  });

  it('two drafts that fit the limit alone and not together: the bulk act confirms one, and says why not the other', async () => {
    const client = await aClientWithCredit(server.runner, company, 'kamA', 1500);
    const fitting = await draft();
    const drafts = [await draft({ clientId: client.id }), await draft({ clientId: client.id })];
    const ids = [...drafts.map((each) => each.id), fitting.id];
    const preview = await server.call(kamA(), at.bulkConfirm.preview, { body: { ids, input: {} } });
    const refusals = [{ id: ids[1], code: 'orders.beyond-credit' }];
    expect(preview.body).toMatchObject({ done: 2, refusals });
    expect((await Promise.all(ids.map(read))).map((order) => order.state)).toEqual(['draft', 'draft', 'draft']);
    const done = await server.call(kamA(), at.bulkConfirm.perform, { body: { ids, input: {} } });
    expect(done).toMatchObject({ status: 200, body: { done: 2, refusals } });
    const orders = await Promise.all(ids.map(read));
    expect(orders.map((order) => order.state)).toEqual(['confirmed', 'draft', 'confirmed']);
    const numbers = [orders[0]?.number, orders[2]?.number].map((number) => Number(number?.slice(5)));
    expect((numbers[0] ?? 0) - (numbers[1] ?? 0)).toBe(1);
  });

  it('a bulk act does not reach a colleague’s orders', async () => {
    const { id } = await draft();
    const reply = await server.call(company.actor('kamB'), at.bulkDiscount.perform, {
      body: { ids: [id], input: { discountBp: 100 } },
    });
    expect(reply.body).toMatchObject({ done: 0, refusals: [{ code: 'orders.unknown-order' }] });
  });

  it('a lower price is a discount, alone or together with one', async () => {
    for (const typed of [
      { unitPrice: 940 },
      { unitPrice: 970, discountBp: 300 },
      { unitPrice: 1000, discountBp: 501 },
    ]) {
      const { id, revision } = await draft({ lines: [line(0, 1, typed)] });
      expect((await confirm(id, revision)).problem.code).toBe('orders.beyond-discount');
    }
    const { id, revision } = await draft({ lines: [line(0, 1, { unitPrice: 950 })] });
    expect((await confirm(id, revision)).status).toBe(200);
  });

  it('one cheap line among many dear ones is still found', async () => {
    const lines = [...[1, 2, 3, 4].map((index) => line(index, 10, { unitPrice: 9000 })), line(0, 1, { unitPrice: 1 })];
    const { id, revision } = await draft({ lines });
    expect((await confirm(id, revision)).problem).toMatchObject({
      code: 'orders.beyond-discount',
      reasons: [{ params: { line: 5 } }],
    });
  });

  it('a draft kept until the price rose is judged by the price of today', async () => {
    const { id, revision } = await draft({ lines: [line(4, 1)] });
    await company.owner(`update catalog.prices set amount = amount * 2 where product_id = $1`, [
      shop.catalogue.products[4]?.id,
    ]);
    expect((await confirm(id, revision)).problem).toMatchObject({
      code: 'orders.beyond-discount',
      needs: [{ figures: { percent: 5000 } }],
    });
  });

  it('a column beyond the right needs a decision, and its price is not counted as a discount twice', async () => {
    const { id, revision } = await draft({ priceColumnId: shop.catalogue.columns.third });
    const { problem } = await confirm(id, revision);
    expect(problem.reasons.map((reason) => reason.code)).toEqual(['orders.beyond-column']);
    const second = await draft({ priceColumnId: shop.catalogue.columns.second });
    expect((await confirm(second.id, second.revision)).status).toBe(200);
  });

  it('closing orders and ordering anew does not bring the closed ones back', async () => {
    const client = await aClientWithCredit(server.runner, company, 'kamA', 1000);
    const first = await draft({ clientId: client.id });
    const { body } = await confirm(first.id, first.revision);
    const cancelled = await server.call(kamA(), at.cancelOrder, {
      params: { id: first.id },
      body: { reason: 'make room' },
      headers: seen(body.revision),
    });
    expect(cancelled.body.state).toBe('cancelled');
    const second = await draft({ clientId: client.id });
    expect((await confirm(second.id, second.revision)).status).toBe(200);
    for (const call of [
      () => confirm(first.id, cancelled.body.revision),
      () =>
        server.call(kamA(), at.changeDraft, {
          params: { id: first.id },
          body: { note: 'x' },
          headers: seen(cancelled.body.revision),
        }),
      () => server.call(kamA(), at.takeBackOrder, { params: { id: first.id }, headers: seen(cancelled.body.revision) }),
      () =>
        server.call(company.actor('support'), at.enterOrder, {
          params: { id: first.id },
          body: {},
          headers: seen(cancelled.body.revision),
        }),
    ]) {
      expect((await call()).status).toBe(409);
    }
    await expect(company.owner(`update orders.orders set state = 'draft' where id = $1`, [first.id])).rejects.toThrow(
      /ended/,
    );
  });

  it('the first of two approvals gives no number and lets nothing be entered', async () => {
    const client = await aClientWithCredit(server.runner, company, 'kamA', 0);
    const { id, revision } = await draft({ clientId: client.id, discountBp: 1000 });
    const asked = await confirm(id, revision);
    expect(asked.problem.reasons.map((reason) => reason.code)).toEqual([
      'orders.beyond-discount',
      'orders.beyond-credit',
    ]);
    await confirm(id, revision, 'new client');
    const requests = await requestsOf(id);
    expect(requests.map((each) => each.permit).toSorted()).toEqual(['orders.discount', 'orders.release-credit']);
    await decide(requests[0]?.id ?? '', true);
    const between = await read(id);
    expect(between).toMatchObject({ state: 'waiting', number: null });
    const entry = await server.call(company.actor('support'), at.enterOrder, {
      params: { id },
      body: {},
      headers: seen(between.revision),
    });
    expect(entry.status).toBe(409);
    await decide(requests[1]?.id ?? '', true);
    expect(await read(id)).toMatchObject({ state: 'confirmed', number: expect.any(String) });
  });

  it('two drafts at once cannot share one limit', async () => {
    const client = await aClientWithCredit(server.runner, company, 'kamA', 1500);
    const drafts = await Promise.all([1, 2, 3, 4].map(() => draft({ clientId: client.id })));
    const replies = await Promise.all(drafts.map(({ id, revision }) => confirm(id, revision)));
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 403, 403, 403]);
  });

  it('a release covers what was released: a debt that grew meanwhile sends the order back', async () => {
    const client = await aClientWithCredit(server.runner, company, 'kamA', 1000);
    const { id, revision } = await draft({ clientId: client.id, quantity: 2 });
    await confirm(id, revision, 'he pays on Friday');
    const other = await draft({ clientId: client.id });
    expect((await confirm(other.id, other.revision)).status).toBe(200);
    await company.owner(`update orders.orders set uninvoiced = 600000 where id = $1`, [other.id]);
    await decide((await requestsOf(id))[0]?.id ?? '', true);
    expect(await read(id)).toMatchObject({ state: 'draft', number: null, sentBack: 'facts-changed' });
  });

  it('terms are no way round: whoever takes orders cannot agree them, and a head only within the own right', async () => {
    const params = { id: shop.client.id };
    const body = {
      priceColumnId: shop.catalogue.columns.third,
      paymentDays: 30,
      creditLimit: 9_000_000,
      overdueToleranceDays: 0,
    };
    expect((await server.call(kamA(), setTerms, { params, body })).status).toBe(403);
    expect((await server.call(company.actor('kamB'), setTerms, { params, body })).status).toBe(403);
  });

  it('support cannot enter what nobody could take', async () => {
    const client = await aClientWithCredit(server.runner, company, 'kamA', 1500);
    const { id, revision } = await draft({ clientId: client.id });
    const confirmed = await confirm(id, revision);
    const lines = [line(0, 100, { unitPrice: 1000, discountBp: 0 })];
    const entered = await server.call(company.actor('support'), at.enterOrder, {
      params: { id },
      body: { lines },
      headers: seen(confirmed.body.revision),
    });
    expect(entered.body).toMatchObject({ state: 'entered', differs: true });
    const ship = await server.call(company.actor('support'), at.shipOrder, {
      params: { id },
      body: {},
      headers: seen(entered.body.revision),
    });
    expect(ship).toMatchObject({ status: 409, problem: { code: 'orders.differences-open' } });
    const check = await server.call(kamA(), at.checkEntered, {
      params: { id },
      body: {},
      headers: seen(entered.body.revision),
    });
    expect(check).toMatchObject({ status: 403, problem: { code: 'orders.beyond-credit' } });
  });

  describe('a release within one’s own right', () => {
    const releasing = async (quantity = 2) => {
      const client = await aClientWithCredit(server.runner, company, 'kamA', 1000);
      return draft({ clientId: client.id, quantity });
    };

    it('needs its reason, which stays with the order and in the client’s timeline', async () => {
      const { id, revision } = await releasing();
      const silent = await confirm(id, revision, undefined, 'head');
      expect(silent).toMatchObject({
        status: 422,
        problem: { code: 'orders.reason-needed', reasons: [{ field: '/reason' }], figures: { amount: 1000 } },
      });
      expect(silent.problem.detail).toContain('say why');
      expect(await read(id)).toMatchObject({ state: 'draft', number: null });
      expect((await confirm(id, revision, 'paid by card today', 'head')).body.state).toBe('confirmed');
      expect((await read(id)).authorizations).toMatchObject([
        {
          permit: 'orders.release-credit',
          state: 'held',
          reason: 'paid by card today',
          askedBy: { name: 'Head Test' },
        },
      ]);
      const [entry] = await company.owner<{ data: object }>(
        `select v.data from orders.v_timeline v where v.kind = 'credit-released' and v.data ->> 'href' like '/orders/' || $1 || '%'`,
        [id],
      );
      expect(entry?.data).toMatchObject({ reason: 'paid by card today' });
      const [journal] = await company.owner<{ after: object }>(
        `select e.after from journal.entries e where e.table_name = 'orders.authorizations' and e.after ->> 'order_id' = $1`,
        [id],
      );
      expect(journal?.after).toMatchObject({ reason: 'paid by card today' });
    });

    it('is asked for in bulk as well, and one reason asks no superior for anything', async () => {
      const [own, beyond] = [await releasing(), await releasing(600)];
      const ids = [own.id, beyond.id];
      const bulk = (input: object) =>
        server.call(company.actor('head'), at.bulkConfirm.perform, { body: { ids, input } });
      expect((await bulk({})).body).toMatchObject({
        done: 0,
        refusals: [{ code: 'orders.reason-needed' }, { code: 'orders.beyond-credit' }],
      });
      expect((await bulk({ reason: '   ' })).status).toBe(422);
      expect((await bulk({ reason: 'season stock' })).body).toMatchObject({
        done: 1,
        refusals: [{ id: beyond.id, code: 'orders.beyond-credit' }],
      });
      expect(await requestsOf(beyond.id)).toEqual([]);
    });

    it('is asked for where what was entered goes beyond the credit', async () => {
      const client = await aClientWithCredit(server.runner, company, 'kamA', 1500);
      const { id, revision } = await draft({ clientId: client.id });
      const confirmed = await confirm(id, revision);
      const entered = await server.call(company.actor('support'), at.enterOrder, {
        params: { id },
        body: { lines: [line(0, 3, { unitPrice: 1000, discountBp: 0 })] },
        headers: seen(confirmed.body.revision),
      });
      const check = (body: object) =>
        server.call(company.actor('head'), at.checkEntered, {
          params: { id },
          body,
          headers: seen(entered.body.revision),
        });
      expect((await check({})).problem.code).toBe('orders.reason-needed');
      expect((await check({ reason: 'he pays tomorrow' })).status).toBe(200);
      expect((await read(id)).authorizations).toMatchObject([{ state: 'held', reason: 'he pays tomorrow' }]);
    });

    it('is not kept without one even past the program', async () => {
      const { id } = await releasing();
      await expect(
        company.owner(
          `insert into orders.authorizations (company_id, order_id, keeper_id, permit, figures, content_hash, state)
           select company_id, id, keeper_id, 'orders.release-credit', '{}', '', 'held' from orders.orders where id = $1`,
          [id],
        ),
      ).rejects.toThrow(/has its reason/);
    });
  });

  it('nobody decides on their own asking, and a colleague cannot ask or decide', async () => {
    const { id } = await granted();
    const [request] = await requestsOf(id);
    expect(await decide(request?.id ?? '', true, 'kamA')).toEqual({ status: 403, code: 'mandates.own-request' });
    expect((await decide(request?.id ?? '', true, 'kamB')).status).toBe(404);
    expect(await read(id)).toMatchObject({ state: 'waiting' });
  });

  it('whoever is bound by a limit sees it before meeting it', async () => {
    const { id } = await draft({ discountBp: 1000, quantity: 2000 });
    const { body } = await server.call(kamA(), at.previewOrder, { params: { id } });
    expect(body.credit).toMatchObject({ limit: 1_000_000, incoming: 1_800_000, reasons: [{ kind: 'over-limit' }] });
    expect(body.needs).toMatchObject([
      { permit: 'orders.discount', by: 'superior', limits: { percent: 500 }, ask: { name: 'Head Test' } },
      { permit: 'orders.release-credit', by: 'superior' },
    ]);
  });

  it('a decision and a taking back at once leave the order in one of the two, never between', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await granted();
      const { revision } = await read(id);
      const [request] = await requestsOf(id);
      const [decided, back] = await Promise.all([
        decide(request?.id ?? '', true),
        server.call(kamA(), at.takeBackOrder, { params: { id }, headers: seen(revision) }),
      ]);
      const after = await read(id);
      expect([decided.status, back.status, after.state]).toEqual(
        after.state === 'confirmed' ? [200, expect.any(Number), 'confirmed'] : [409, 200, 'draft'],
      );
      expect(after.number === null).toBe(after.state === 'draft');
    }
  });

  it('two decisions about one order at once both count, and neither is told to come again', async () => {
    for (const [first, second] of [
      [true, true],
      [false, true],
      [true, false],
      [false, false],
    ] as const) {
      const client = await aClientWithCredit(server.runner, company, 'kamA', 0);
      const { id, revision } = await draft({ clientId: client.id, discountBp: 1000 });
      await confirm(id, revision, 'new client');
      const [one, other] = await requestsOf(id);
      const decided = await meetingAt(id, [() => decide(one?.id ?? '', first), () => decide(other?.id ?? '', second)]);
      const answers = decided.map(({ status, code }) => code ?? status).toSorted();
      const after = await read(id);
      if (first && second) expect([answers, after.state]).toEqual([[200, 200], 'confirmed']);
      else {
        expect(after).toMatchObject({ state: 'draft', number: null, sentBack: 'too much' });
        expect(['200,200', '200,mandates.request-closed']).toContain(String(answers));
      }
    }
  });

  it('an imported order that a person changed before its lines came is a draft like any other, not history', async () => {
    const importId = '01980000-0000-7000-8000-0000000000aa';
    const importer = companyActor(company.id, 'import');
    const header = { number: 'H-1', client: shop.client.code, orderedOn: '2026-01-12', shippedOn: '2026-01-13' };
    await server.runner.write(importer, (w) => ordersImport.write(w, [{ number: 1, values: header }], importId));
    const [order] = await company.owner(`select id from orders.orders where client_reference = 'H-1'`);
    const id = String(order?.id);
    const changed = await server.call(kamA(), at.changeDraft, {
      params: { id },
      body: { lines: [line(0, 10, { discountBp: 9000 })] },
      headers: seen(1),
    });
    expect(changed.status).toBe(200);
    const late = { order: 'H-1', product: shop.catalogue.products[0]?.code ?? '', unitPrice: 100, quantity: 1 };
    const rejected = await server.runner.write(importer, (w) =>
      orderLinesImport.write(w, [{ number: 7, values: late }], importId),
    );
    expect(rejected).toEqual([{ number: 7, code: 'orders.unknown-order' }]);
    await server.runner.write(importer, (w) => orderLinesImport.conclude?.(w, importId) ?? Promise.resolve({}));
    expect(await read(id)).toMatchObject({ state: 'draft', number: null });
  });

  it('an order of a confirmed content cannot be changed even past the program', async () => {
    const { id, revision } = await draft();
    await confirm(id, revision);
    await expect(
      company.owner('update orders.order_lines set quantity = 99 where order_id = $1', [id]),
    ).rejects.toThrow(/left draft/);
    await expect(company.owner('delete from orders.order_lines where order_id = $1', [id])).rejects.toThrow(
      /left draft/,
    );
    await expect(company.owner('update orders.orders set total = 1 where id = $1', [id])).rejects.toThrow(/left draft/);
  });
});

it('leaves nothing that contradicts itself', async () => {
  await company.owner(`update orders.orders set uninvoiced = least(uninvoiced, total)`);
  for (const { query } of orderVerifications) expect(await company.owner(query)).toEqual([]);
});
