import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '#app/test-server.ts';
import { testShop } from '#app/test-shop.ts';
import type { Person, TestCompany } from '#modules/mandates/testing.ts';
import type { DutyKind } from '#platform/declare/duty.ts';
import { checkEntered } from './duties/check-entered.ts';
import { enter } from './duties/enter.ts';
import * as at from './endpoints.ts';
import { aClientWithCredit, type Shop } from './testing.ts';
import { orderVerifications } from './verifications.ts';

/** Orders that are only a note or a file: support types them, the manager confirms, and only then anything is decided. */
let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let shop: Shop;

beforeAll(async () => {
  ({ server, company, shop, close } = await testShop());
});
afterAll(() => close());

const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
const as = (who: Person) => company.actor(who);
const line = (index: number, quantity: number, more = {}) => ({
  productId: shop.catalogue.products[index]?.id ?? '',
  quantity,
  ...more,
});
const on = (id: string, revision: number) => ({ params: { id }, headers: seen(revision) });
const read = async (id: string, who: Person = 'kamA') =>
  (await server.call(as(who), at.readOrder, { params: { id } })).body;
const draft = async (note: string, clientId = shop.client.id) =>
  (await server.call(as('kamA'), at.draftOrder, { body: { clientId, note } })).body;
const handOver = (id: string, revision: number, who: Person = 'kamA') =>
  server.call(as(who), at.handOverOrder, on(id, revision));
const type = (id: string, revision: number, lines: object[], who: Person = 'support') =>
  server.call(as(who), at.typeOrder, { ...on(id, revision), body: { lines } });
const confirm = (id: string, revision: number, reason?: string, who: Person = 'kamA') =>
  server.call(as(who), at.confirmOrder, { ...on(id, revision), body: reason ? { reason } : {} });

async function captured(clientId?: string) {
  const { id, revision } = await draft('3 boxes of P-1, as last week', clientId);
  return (await handOver(id, revision)).body;
}
async function typed(lines: object[], clientId?: string) {
  const order = await captured(clientId);
  return (await type(order.id, order.revision, lines)).body;
}
const agenda = (duty: DutyKind, who: 'kamA' | 'support', settings: object) =>
  server.runner.read(as(who), async (w) => {
    const context = { employeeId: company.ids[who], settings: settings as never, clauseId: '', clauseNumber: '' };
    return (await duty.agenda?.(w, context, 100))?.lines ?? [];
  });
const measure = (duty: DutyKind, who: 'kamA' | 'support', settings: object) =>
  server.runner.read(as(who), (w) => {
    const context = { employeeId: company.ids[who], settings: settings as never, clauseId: '', clauseNumber: '' };
    const period = { from: w.today.subtract({ days: 2 }).toString(), to: w.today.add({ days: 2 }).toString() };
    return duty.measure(w, context, period);
  });

describe('hand an order over', () => {
  it('needs a note or a file, whoever takes it, and the draft that was seen', async () => {
    const empty = await draft('  ');
    const nothing = await handOver(empty.id, empty.revision);
    expect([nothing.status, nothing.problem.code]).toEqual([422, 'orders.nothing-captured']);
    await company.owner(
      `with entered as (select app.enter_company($1))
       insert into platform.files (id, company_id, subject_kind, subject_id, name, media_type, bytes, sha256)
       select gen_random_uuid(), $1, 'orders.orders', $2, 'list.jpg', 'image/jpeg', 1, repeat('a', 64) from entered`,
      [company.id, empty.id],
    );
    expect((await handOver(empty.id, empty.revision)).body.state).toBe('captured');
    const { id, revision } = await draft('3 boxes');
    expect((await server.call(null, at.handOverOrder, on(id, revision))).status).toBe(401);
    expect((await handOver(id, revision, 'kamB')).status).toBe(404);
    expect((await handOver(id, revision, 'support')).status).toBe(403);
    expect((await handOver(id, revision + 7)).status).toBe(412);
    expect((await handOver(id, revision)).status).toBe(200);
    expect((await handOver(id, revision + 1)).problem.code).toBe('orders.untimely');
  });

  it('puts it into the queue with its deadline, without a number, a sum or a place in the exposure', async () => {
    const order = await captured();
    const { items } = (await server.call(as('support'), at.orderQueue, { query: { stage: 'enter' } })).body;
    expect(items.find((item) => item.id === order.id)).toMatchObject({ number: null, state: 'captured', late: false });
    expect(await read(order.id)).toMatchObject({
      number: null,
      enterBy: expect.any(String),
      handedAt: expect.any(String),
      can: { confirm: ['orders.untimely'], change: ['orders.untimely'], print: ['orders.not-confirmed'] },
    });
    expect(await agenda(enter, 'support', { withinHours: 4 })).toContainEqual(
      expect.objectContaining({ id: `orders.enter:${order.id}`, kind: 'orders.type' }),
    );
  });
});

describe('type an order', () => {
  it('is for sales support and for a captured order alone', async () => {
    const order = await captured();
    expect((await type(order.id, order.revision, [line(0, 1)], 'kamA')).status).toBe(403);
    expect((await type(order.id, order.revision, [])).problem.code).toBe('orders.no-lines');
    expect((await type(order.id, order.revision, [{ quantity: 1 }])).status).toBe(422);
    const other = await draft('a draft');
    expect((await type(other.id, other.revision, [line(0, 1)])).problem.code).toBe('orders.untimely');
    expect((await type(order.id, order.revision + 5, [line(0, 1)])).status).toBe(412);
  });

  it('prices by the column of the order, and asks whoever took it to confirm', async () => {
    const { id, revision, state } = await typed([line(0, 3), line(1, 1)]);
    expect(state).toBe('typed');
    const order = await read(id);
    expect(order).toMatchObject({ number: null, total: 5000, enteredTotal: 5000, can: { confirm: true } });
    expect(order.lines.map((each) => each.amount)).toEqual([3000, 2000]);
    expect(await agenda(checkEntered, 'kamA', { withinHours: 24 })).toContainEqual(
      expect.objectContaining({ id: `orders.check-entered:${id}`, kind: 'orders.check-typed', href: `/orders/${id}` }),
    );
    expect((await confirm(id, revision, undefined, 'support')).status).toBe(403);
    expect((await confirm(id, revision, undefined, 'kamB')).status).toBe(404);
    const confirmed = await confirm(id, revision);
    expect(confirmed.body).toMatchObject({ state: 'entered', number: expect.any(String), total: 5000 });
    expect(await read(id)).toMatchObject({ checkedAt: expect.any(String), differs: false, differences: [] });
    expect((await confirm(id, revision)).body.number).toBe(confirmed.body.number);
    const ship = await server.call(as('support'), at.shipOrder, { ...on(id, confirmed.body.revision), body: {} });
    expect(ship.body).toMatchObject({ state: 'shipped', amount: 5000 });
  });

  it('proves the duties of both: typed in time, checked in time', async () => {
    const { id, revision } = await typed([line(0, 1)]);
    await confirm(id, revision);
    const entered = await measure(enter, 'support', { withinHours: 4 });
    expect(entered.evidence).toContainEqual(expect.objectContaining({ id, verdict: 'done' }));
    const checked = await measure(checkEntered, 'kamA', { withinHours: 24 });
    expect(checked.evidence).toContainEqual(expect.objectContaining({ id, verdict: 'done' }));
    const late = await captured();
    await company.owner(`update orders.orders set handed_at = handed_at - interval '5 hours' where id = $1`, [late.id]);
    expect((await measure(enter, 'support', { withinHours: 4 })).evidence).toContainEqual(
      expect.objectContaining({ id: late.id, verdict: 'missed' }),
    );
  });

  it('goes back with the reason when it is not what was taken, and is typed again', async () => {
    const { id, revision } = await typed([line(0, 3)]);
    const back = await server.call(as('kamA'), at.rejectEntered, { ...on(id, revision), body: { text: 'Two of P-2' } });
    expect(back.body.state).toBe('captured');
    expect(await read(id)).toMatchObject({ enteredAt: null, messages: [{ text: 'Two of P-2' }] });
    const again = await type(id, back.body.revision, [line(1, 2)]);
    expect((await confirm(id, again.body.revision)).body).toMatchObject({ state: 'entered', total: 4000 });
  });

  it('waits for the answer where support asks back, and returns to be typed', async () => {
    const order = await captured();
    const asked = await server.call(as('support'), at.askBack, {
      ...on(order.id, order.revision),
      body: { text: 'Which size?' },
    });
    expect(await read(order.id)).toMatchObject({ state: 'asked-back', number: null, can: { answer: true } });
    expect((await type(order.id, asked.body.revision, [line(0, 1)])).problem.code).toBe('orders.untimely');
    const answered = await server.call(as('kamA'), at.answerQuestion, {
      ...on(order.id, asked.body.revision),
      body: { text: 'The small one' },
    });
    expect((await read(order.id)).state).toBe('captured');
    expect((await type(order.id, answered.body.revision, [line(0, 1)])).body.state).toBe('typed');
    const [question] = await company.owner<{ params: object }>(
      `select params from platform.notifications where kind = 'orders.asked-back' and href = $1`,
      [`/orders/${order.id}`],
    );
    expect(question?.params).toMatchObject({ number: 'none', client: shop.client.name });
  });

  it('is taken back by whoever took it, who types on alone', async () => {
    const { id, revision } = await typed([line(0, 3)]);
    const back = await server.call(as('kamA'), at.takeBackOrder, on(id, revision));
    expect(back.body.state).toBe('draft');
    expect(await read(id)).toMatchObject({ handedAt: null, enteredAt: null });
    expect((await confirm(id, back.body.revision)).body.state).toBe('confirmed');
  });
});

describe('ways round a decision through sales support', () => {
  it('a discount that support typed needs the right of whoever confirms, and waits for the superior', async () => {
    const { id, revision } = await typed([line(0, 1, { discountBp: 1000 })]);
    const refused = await confirm(id, revision);
    expect([refused.status, refused.problem.code]).toEqual([403, 'orders.beyond-discount']);
    expect(await read(id)).toMatchObject({ state: 'typed', number: null, checkedAt: null });
    const asked = await confirm(id, revision, 'it stands in his letter');
    expect(asked.body).toMatchObject({ state: 'waiting', number: null });
    const [request] = await company.owner<{ id: string }>('select id from mandates.requests where subject_id = $1', [
      id,
    ]);
    const { companyId, employeeId } = as('head');
    const decided = await server.server.inject({
      method: 'POST',
      url: `/api/requests/${request?.id}/decision`,
      headers: { 'x-test-actor': `${companyId}/${employeeId}`, ...seen(1) },
      payload: { granted: true, reason: 'fine' },
    });
    expect(decided.statusCode).toBe(200);
    expect(await read(id)).toMatchObject({
      state: 'entered',
      number: expect.any(String),
      checkedAt: expect.any(String),
    });
  });

  it('a lower price typed by support is a discount, and credit is judged by what was typed', async () => {
    const cheap = await typed([line(0, 1, { unitPrice: 1 })]);
    expect((await confirm(cheap.id, cheap.revision)).problem.code).toBe('orders.beyond-discount');
    const client = await aClientWithCredit(server.runner, company, 'kamA', 1500);
    const dear = await typed([line(0, 2)], client.id);
    expect((await confirm(dear.id, dear.revision)).problem.code).toBe('orders.beyond-credit');
    expect((await confirm(dear.id, dear.revision, undefined, 'head')).problem.code).toBe('orders.reason-needed');
  });

  it('nothing is entered, shipped, printed or changed before the manager confirms', async () => {
    const { id, revision } = await typed([line(0, 1)]);
    const acts = [
      () => server.call(as('support'), at.enterOrder, { ...on(id, revision), body: {} }),
      () => server.call(as('support'), at.shipOrder, { ...on(id, revision), body: {} }),
      () => server.call(as('support'), at.printConfirmation, { params: { id } }),
      () => server.call(as('kamA'), at.checkEntered, { ...on(id, revision), body: {} }),
      () => server.call(as('kamA'), at.changeDraft, { ...on(id, revision), body: { lines: [line(0, 99)] } }),
      () => type(id, revision, [line(0, 99)]),
    ];
    for (const act of acts) expect((await act()).status).toBe(409);
    const bulk = await server.call(as('kamA'), at.bulkDiscount.perform, {
      body: { ids: [id], input: { discountBp: 100 } },
    });
    expect(bulk.body).toMatchObject({ done: 0, refusals: [{ code: 'orders.untimely' }] });
  });

  it('the database keeps support from other lines, the lines from later, and the number from before', async () => {
    const ours = await draft('mine to type');
    const put = (orderId: string) =>
      server.runner.database.write({ companyId: company.id, employeeId: company.ids.support }, {}, (db) =>
        db.client.query(
          `insert into orders.order_lines (company_id, order_id, keeper_id, position, product_id, quantity, list_price,
             column_price, unit_price, amount) values ($1, $2, $3, 1, $4, 1, 1, 1, 1, 1)`,
          [company.id, orderId, company.ids.kamA, shop.catalogue.products[0]?.id],
        ),
      );
    await expect(put(ours.id)).rejects.toThrow(/row-level security/);
    const { id } = await typed([line(0, 1)]);
    await expect(put(id)).rejects.toThrow(/row-level security/);
    await expect(company.owner('update orders.order_lines set quantity = 9 where order_id = $1', [id])).rejects.toThrow(
      /left draft/,
    );
    await expect(company.owner('update orders.orders set total = 1 where id = $1', [id])).rejects.toThrow(/left draft/);
    await expect(company.owner(`update orders.orders set state = 'entered' where id = $1`, [id])).rejects.toThrow(
      /numbered_when_decided/,
    );
  });

  it('a change after a refusal makes it an order like any other, that support enters', async () => {
    const { id, revision } = await typed([line(0, 1, { discountBp: 1000 })]);
    await confirm(id, revision, 'please');
    const waiting = await read(id);
    const back = await server.call(as('kamA'), at.takeBackOrder, on(id, waiting.revision));
    const changed = await server.call(as('kamA'), at.changeDraft, {
      ...on(id, back.body.revision),
      body: { lines: [line(0, 5)] },
    });
    expect((await confirm(id, changed.body.revision)).body).toMatchObject({ state: 'confirmed', total: 5000 });
  });
});

it('leaves nothing that contradicts itself', async () => {
  for (const { query } of orderVerifications) expect(await company.owner(query)).toEqual([]);
});
