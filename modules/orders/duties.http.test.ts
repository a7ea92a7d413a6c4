import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '#app/test-server.ts';
import { testShop } from '#app/test-shop.ts';
import { weekProposals } from '#modules/activities/endpoints-week.ts';
import { weekToPlan } from '#modules/activities/rules/week-due.ts';
import { aClient } from '#modules/clients/testing.ts';
import { readMyMandate, readToday } from '#modules/mandates/endpoints-work.ts';
import { aCompany, type TestBinding, type TestCompany } from '#modules/mandates/testing.ts';
import type { Database } from '#platform/db/database.ts';
import type { DutyKind } from '#platform/declare/duty.ts';
import { acceptEntered, enterOrder } from './actions/enter-order.ts';
import { checkEntered } from './duties/check-entered.ts';
import { enter } from './duties/enter.ts';
import { lapsing } from './duties/lapsing.ts';
import { takePersonally } from './duties/take-personally.ts';
import { lapsingClientList, takenByOthersList } from './endpoints.ts';
import { aConfirmedOrder, aShop, type Shop } from './testing.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let shop: Shop;
let clone: Database;

beforeAll(async () => {
  ({ server, company, shop, close, database: clone } = await testShop());
  await company.owner(`update clients.clients set class = 'key' where id = $1`, [shop.client.id]);
});
afterAll(() => close());

type Who = 'kamA' | 'kamB' | 'head' | 'support';
const context = (who: Who, settings: object) => ({
  employeeId: company.ids[who],
  settings: settings as never,
  clauseId: '',
  clauseNumber: '2.6',
});
const measure = (duty: DutyKind, who: Who, settings: object, reader: Who = who) =>
  server.runner.read(company.actor(reader), (w) => {
    const period = { from: w.today.subtract({ days: 30 }).toString(), to: w.today.add({ days: 1 }).toString() };
    return duty.measure(w, context(who, settings), period);
  });
const agenda = async (duty: DutyKind, who: Who, settings: object) =>
  (await wholeAgenda(duty, who, settings, 100)).lines;
const wholeAgenda = (duty: DutyKind, who: Who, settings: object, most: number) =>
  server.runner.read(company.actor(who), async (w) => {
    if (!duty.agenda) throw new Error(`${duty.key} has no agenda`);
    return duty.agenda(w, context(who, settings), most);
  });

describe('take orders of key clients personally', () => {
  it('counts what the keeper took, and what somebody else did without a substitution', async () => {
    await aConfirmedOrder(server.runner, company.actor('kamA'), shop);
    await aConfirmedOrder(server.runner, company.actor('head'), shop);
    expect(await measure(takePersonally, 'kamA', { share: 10_000 })).toMatchObject({ required: 2, done: 1, missed: 1 });
    expect(await measure(takePersonally, 'kamA', { share: 5_000 }, 'head')).toMatchObject({
      required: 1,
      done: 1,
      missed: 0,
    });
    expect(await measure(takePersonally, 'kamB', { share: 10_000 })).toMatchObject({ required: 0 });
  });

  it('lists for the head, with who and by which channel, what others took; the manager sees the same of own clients', async () => {
    const listed = async (who: Who, query = {}) =>
      (await server.call(company.actor(who), takenByOthersList.read, { query: { totals: true, ...query } })).body as {
        items: object[];
        totals: object;
      };
    const taken = { takenBy: { label: 'Head Test' }, keeper: { label: 'Kama Test' }, channel: 'phone' };
    expect(await listed('head')).toMatchObject({ items: [taken], totals: { count: 1, total: 1000 } });
    expect(await listed('kamA')).toMatchObject({ items: [taken] });
    expect((await listed('kamB')).items).toEqual([]);
    expect((await listed('head', { channel: 'visit' })).items).toEqual([]);
    await company.owner(`update clients.clients set class = 'A' where id = $1`, [shop.client.id]);
    expect((await listed('head')).items).toEqual([]);
    await company.owner(`update clients.clients set class = 'key' where id = $1`, [shop.client.id]);
  });

  it('keeps right whose orders they were when the client changes hands', async () => {
    const days = (at: string) => company.owner(`update orders.orders set ordered_on = app.today(company_id) ${at}`);
    const give = (to: Who) =>
      company.owner(
        `with entered as (select app.enter_company($3)) update clients.clients set keeper_id = $1 from entered where id = $2`,
        [company.ids[to], shop.client.id, company.id],
      );
    await company.owner(
      `update clients.keepers set valid = daterange('2020-01-01', upper(valid)) where client_id = $1`,
      [shop.client.id],
    );
    await days('- 5');
    await give('kamB');
    expect(await measure(takePersonally, 'kamB', { share: 10_000 })).toMatchObject({ required: 2, done: 1, missed: 1 });
    await give('kamA');
    await days('');
  });
});

describe('enter and check', () => {
  it('gives support its queue and the keeper what to check, and measures both in time', async () => {
    const { id } = await aConfirmedOrder(server.runner, company.actor('kamA'), shop, { quantity: 5 });
    expect((await agenda(enter, 'support', { withinHours: 4 })).map((line) => line.subject.id)).toContain(id);
    expect(await measure(enter, 'support', { withinHours: 4 })).toMatchObject({ required: 0 });
    await server.runner.write(company.actor('support'), (w) => enterOrder(w, id, undefined));
    expect((await agenda(enter, 'support', { withinHours: 4 })).map((line) => line.subject.id)).not.toContain(id);
    expect(await measure(enter, 'support', { withinHours: 4 })).toMatchObject({ required: 1, done: 1 });

    const [line] = await agenda(checkEntered, 'kamA', { withinHours: 24 });
    expect(line).toMatchObject({ subject: { id }, urgency: 'today', stake: 5000 });
    await server.runner.write(company.actor('kamA'), (w) => acceptEntered(w, id));
    expect(await agenda(checkEntered, 'kamA', { withinHours: 24 })).toEqual([]);
    expect(await measure(checkEntered, 'kamA', { withinHours: 24 })).toMatchObject({
      required: 1,
      done: 1,
      unit: 'count',
      evidence: [{ id, verdict: 'done' }],
    });
  });

  it('is late when the hours have passed', async () => {
    const { id } = await aConfirmedOrder(server.runner, company.actor('kamA'), shop);
    await company.owner(
      `update orders.orders set confirmed_at = confirmed_at - interval '5 hours', enter_by = enter_by - interval '5 hours' where id = $1`,
      [id],
    );
    expect((await agenda(enter, 'support', { withinHours: 4 })).find((line) => line.subject.id === id)).toMatchObject({
      urgency: 'late',
    });
    expect(await measure(enter, 'support', { withinHours: 4 })).toMatchObject({ missed: 1 });
    await server.runner.write(company.actor('support'), (w) => enterOrder(w, id, undefined));
    expect(await measure(enter, 'support', { withinHours: 4 })).toMatchObject({ late: 1, missed: 0 });
  });
});

describe('win back clients whose rhythm broke', () => {
  it('shows whom, and measures whether somebody called', async () => {
    const client = await aClient(server.runner, company.actor('kamA'), { since: '2024-01-01' });
    for (const ago of [60, 53, 46]) await historic(client.id, ago);
    const lines = await agenda(lapsing, 'kamA', { days: 14 });
    expect(lines.find((line) => line.subject.id === client.id)).toMatchObject({
      kind: 'orders.lapsing',
      params: { every: 7, ago: 46 },
    });
    expect(await measure(lapsing, 'kamA', { days: 14, withinDays: 7 })).toMatchObject({ required: 1, missed: 1 });
    expect(await agenda(lapsing, 'kamB', { days: 14 })).toEqual([]);
  });

  it('asks for it no more once somebody was reached, and counts who is beyond the lines shown', async () => {
    const [first, second] = [await lapsedClient(), await lapsedClient()];
    const whole = await wholeAgenda(lapsing, 'kamA', { days: 14 }, 1);
    expect(whole.lines.length).toBe(1);
    expect(whole.more).toEqual([
      { urgency: 'late', count: 2, href: `/lapsing-clients?keeper=${company.ids.kamA}&dueOn.lte=today-14d` },
    ]);
    await company.owner(
      `insert into activities.activities (company_id, client_id, keeper_id, employee_id, kind, state, off_plan_cause, done_at, done_on, outcome, note, closed_at)
       select c.company_id, c.id, c.keeper_id, c.keeper_id, 'call', 'done', 'other', now(), current_date, 'agreed-terms', 'Prices', now()
         from clients.clients c where c.id = $1`,
      [first.id],
    );
    const left = (await agenda(lapsing, 'kamA', { days: 14 })).map((line) => line.subject.id);
    expect(left).not.toContain(first.id);
    expect(left).toContain(second.id);
  });

  it('lists them to their keeper and those above', async () => {
    const client = await lapsedClient();
    const ask = (who: Who) => server.call(company.actor(who), lapsingClientList.read, { query: { limit: 200 } });
    const found = (await ask('kamA')).body.items.find((item) => item.id === client.id);
    expect(found).toMatchObject({ everyDays: 7, daysLate: 39, usual: 1000, client: { id: client.id } });
    expect((await ask('head')).body.items.map((item) => item.id)).toContain(client.id);
    expect((await ask('kamB')).body.items).toEqual([]);
  });

  it('proposes them for the week, saying why', async () => {
    const client = await lapsedClient();
    const { body } = await server.call(company.actor('kamA'), weekProposals, {
      params: { week: weekToPlan(Temporal.Now.plainDateISO('UTC')) },
      query: {},
    });
    const proposed = body.items.find((each) => each.clientId === client.id);
    const last = Temporal.Now.plainDateISO('UTC').subtract({ days: 46 }).toString();
    expect(proposed?.reasons).toMatchObject([{ key: 'orders.lapsing', params: { every: 7, last } }]);
  });
});

/** A client of A who ordered every week, last 46 days ago. */
async function lapsedClient() {
  const client = await aClient(server.runner, company.actor('kamA'), { since: '2024-01-01' });
  for (const ago of [60, 53, 46]) await historic(client.id, ago);
  return client;
}

/** An order of the past, as an import brings it. */
async function historic(clientId: string, daysAgo: number): Promise<void> {
  await company.owner(
    `insert into orders.orders (company_id, client_id, keeper_id, state, number, ordered_on, price_column_id, currency, total, import_id, shipped_on)
     select c.company_id, c.id, c.keeper_id, 'shipped', 'H-' || $2 || c.code, current_date - $2::int, $3, 'USD', 1000, gen_random_uuid(), current_date
       from clients.clients c where c.id = $1`,
    [clientId, daysAgo, shop.catalogue.columns.list],
  );
}

describe('a right to have orders entered in time', () => {
  const claim: TestBinding = { kind: 'right', key: 'orders.entered-in-time', settings: { withinHours: 4 } };
  const owes: TestBinding = { kind: 'duty', key: 'orders.enter', settings: { withinHours: 24 } };

  it('tells whoever owes it and their head that it is not kept, until the order is entered', async () => {
    const another = await aCompany(clone, { bindings: { kamA: [claim], support: [owes] } });
    const its = await aShop(server.runner, another);
    const order = await aConfirmedOrder(server.runner, another.actor('kamA'), its);
    const lines = async (who: Who | 'director') =>
      (await server.call(another.actor(who), readToday)).body.lines.filter(
        ({ id }) => id === `orders.enter:${order.id}`,
      );
    expect(await lines('support')).toMatchObject([{ clause: { number: '2.1' } }]);
    expect(await lines('head')).toEqual([]);
    await another.owner(`update orders.orders set confirmed_at = confirmed_at - interval '5 hours' where id = $1`, [
      order.id,
    ]);
    expect(await lines('support')).toMatchObject([{ urgency: 'late', clause: { number: '3.2' } }]);
    expect((await lines('head')).map(({ title }) => title)).toEqual([
      'is not entered by those below you: Kama Test may claim it within 4 hours, clause 3.2',
    ]);
    expect(await lines('director')).toEqual([]);
    const kept = async () =>
      (await server.call(another.actor('kamA'), readMyMandate)).body.rights.find(({ key }) => key === claim.key)?.kept;
    expect(await kept()).toMatchObject({ required: 1, done: 0, late: 0, missed: 1 });
    await server.runner.write(another.actor('support'), (w) => enterOrder(w, order.id, undefined));
    expect(await lines('head')).toEqual([]);
    expect(await kept()).toMatchObject({ required: 1, done: 0, late: 1, missed: 0, evidence: [{ verdict: 'late' }] });
  });
});
