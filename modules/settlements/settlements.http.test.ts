import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { verifications } from '#app/verifications.ts';
import { readTimeline } from '#modules/clients/endpoints-history.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl } from '#platform/db/open.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { creditFactsOf } from './data/debt.ts';
import {
  clientSettlements,
  debtByAge,
  issueInvoice,
  listPayments,
  listPromises,
  postPayment,
  recordPromise,
  removeAllocation,
  withdrawPromise,
} from './endpoints.ts';
import { anInvoice, dayFromToday } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let http: TestServer;
let [mine, theirs] = ['', ''];
const day = (days: number) => dayFromToday(company, days);
const as = (person: Parameters<TestCompany['actor']>[0]) => company.actor(person);

beforeAll(async () => {
  clone = await cloneDatabase();
  // HR may promise and read for all the company here, and stands above nobody.
  const over = (permit: string) => ({ permit, scope: 'all' as const });
  company = await aCompany(clone, {
    grants: { hr: [...standardGrants.hr, over('settlements.read'), over('settlements.promise')] },
  });
  http = await testServer(clone.database);
  mine = (await aClient(http.runner, as('kamA'))).id;
  theirs = (await aClient(http.runner, as('kamB'))).id;
  await anInvoice(company, {
    client: mine,
    number: 'A1',
    issuedOn: await day(-60),
    dueOn: await day(-40),
    amount: 30_000,
  });
  await anInvoice(company, {
    client: mine,
    number: 'A2',
    issuedOn: await day(-20),
    dueOn: await day(10),
    amount: 50_000,
  });
  await anInvoice(company, {
    client: theirs,
    number: 'B1',
    issuedOn: await day(-20),
    dueOn: await day(-5),
    amount: 70_000,
  });
});
afterAll(async () => {
  await http.close();
  await clone.close();
});

describe('receivables', () => {
  it('a manager sees due and overdue of own clients only', async () => {
    const { body } = await http.call(as('kamA'), debtByAge);
    expect(body.totals).toEqual({
      owed: 80_000,
      overdue: 30_000,
      ages: { notDue: 50_000, to30: 0, to60: 30_000, to90: 0, over90: 0 },
    });
    expect(body.items.map((line) => line.client.id)).toEqual([mine]);
  });
  it('the head sees both managers’, the accountant all', async () => {
    for (const person of ['head', 'accountant'] as const) {
      const { body } = await http.call(as(person), debtByAge);
      expect(body.totals.owed).toBe(150_000);
    }
  });
  it('whoever has no clause for receivables sees none', async () => {
    expect((await http.call(as('support'), debtByAge)).status).toBe(403);
    const seen = await clone.database.read({ companyId: company.id, employeeId: company.ids.support }, (db) =>
      db.client.query('select from settlements.invoices'),
    );
    expect(seen.rowCount).toBe(0);
  });
  it('a keeper given with a client of another company opens nothing to whoever posts for all', async () => {
    const [keeper] = await company.owner<{ id: string; company: string }>(
      'select id, company_id as company from organization.employees where company_id <> $1 limit 1',
      [company.id],
    );
    const [foreign] = await company.owner<{ id: string }>(
      `insert into clients.clients (company_id, code, name, keeper_id, status, since)
       values ($1, 'X1', 'Of another company', $2, 'active', current_date) returning id`,
      [keeper?.company, keeper?.id],
    );
    const actor = { companyId: company.id, employeeId: company.ids.accountant };
    const posting = clone.database.write(actor, {}, (db) =>
      db.client.query(
        `insert into settlements.payments (company_id, client_id, keeper_id, received_on, amount, currency, posted_by)
         values ($1, $2, $3, current_date, 1, 'USD', $4)`,
        [company.id, foreign?.id, keeper?.id, company.ids.accountant],
      ),
    );
    await expect(posting).rejects.toThrow('no such client');
  });
  it('are narrowed to one manager or a department, within one’s reach', async () => {
    const owed = async (person: Parameters<TestCompany['actor']>[0], query: Record<string, string>) =>
      (await http.call(as(person), debtByAge, { query })).body.totals.owed;
    const { kamA, kamB } = company.ids;
    expect([await owed('head', { keeper: kamA }), await owed('head', { keeper: kamB })]).toEqual([80_000, 70_000]);
    expect(await owed('head', { department: company.departments.sales })).toBe(150_000);
    expect(await owed('head', { department: company.departments.office })).toBe(0);
    expect(await owed('kamA', { keeper: kamB })).toBe(0);
    expect(await owed('kamA', { department: company.departments.sales })).toBe(80_000);
  });
  it('tell whose can be chosen: those below with debts, and one’s own department', async () => {
    const whose = async (person: Parameters<TestCompany['actor']>[0]) =>
      (await http.call(as(person), debtByAge)).body.whose;
    expect(await whose('head')).toEqual({
      people: [
        { id: company.ids.kamA, name: 'Kama Test' },
        { id: company.ids.kamB, name: 'Kamb Test' },
      ],
      departments: [{ id: company.departments.sales, name: 'Sales' }],
    });
    expect((await whose('kamA')).people).toEqual([{ id: company.ids.kamA, name: 'Kama Test' }]);
  });
  it('another manager’s client is not there', async () => {
    expect((await http.call(as('kamA'), clientSettlements, { params: { id: theirs } })).status).toBe(404);
  });
});

describe('a promise to pay', () => {
  const promise = async (person: Parameters<TestCompany['actor']>[0], body: Record<string, unknown>) =>
    http.call(as(person), recordPromise, {
      body: { clientId: mine, amount: 30_000, promisedFor: await day(5), ...body },
    });

  it('in the past is refused', async () => {
    const reply = await promise('kamA', { promisedFor: await day(-1) });
    expect([reply.status, reply.problem.code]).toEqual([422, 'settlements.promised-for-past']);
  });
  it('further ahead than the right allows is refused, with the figures', async () => {
    const reply = await promise('kamA', { promisedFor: await day(15) });
    expect(reply.status).toBe(403);
    expect(reply.problem).toMatchObject({
      code: 'platform.beyond-limit',
      excess: [{ dimension: 'days', figure: 15, limit: 14 }],
    });
  });
  it('of another manager’s client is not found', async () => {
    expect((await promise('kamA', { clientId: theirs })).status).toBe(404);
  });
  it('turns kept by itself when the money is posted, and not by less', async () => {
    const made = await promise('kamA', {});
    expect(made.status).toBe(201);
    const pay = async (amount: number) =>
      http.call(as('accountant'), postPayment, {
        body: { clientId: mine, receivedOn: await day(0), amount, allocate: 'oldest-first' },
      });
    const first = await pay(29_999);
    expect(first.body).toMatchObject({ allocated: 29_999, unallocated: 0 });
    const stateOf = async () =>
      (await http.call(as('kamA'), listPromises, { query: { client: mine } })).body.items[0]?.state;
    expect(await stateOf()).toBe('open');
    await pay(1);
    expect(await stateOf()).toBe('kept');
  });
  it('and how late the client pays on average counts where credit is judged', async () => {
    const delayOf = (client: string) =>
      http.runner.read(as('director'), async (w) => (await creditFactsOf(w, client)).averageDelayDays);
    expect([await delayOf(mine), await delayOf(theirs)]).toEqual([40, null]);
  });
  it('that is settled cannot be withdrawn', async () => {
    const { body } = await http.call(as('kamA'), listPromises, { query: { client: mine } });
    const reply = await http.call(as('kamA'), withdrawPromise, {
      params: { id: body.items[0]?.id ?? '' },
      body: { reason: 'mistake' },
    });
    expect([reply.status, reply.problem.code]).toEqual([409, 'settlements.promise-settled']);
  });
  it('is withdrawn with a reason by the keeper, its recorder or those above, and by nobody else', async () => {
    const withdraw = (person: Parameters<TestCompany['actor']>[0], id: string, reason: string) =>
      http.call(as(person), withdrawPromise, { params: { id }, body: { reason } });
    const seenBy = async (person: Parameters<TestCompany['actor']>[0], id: string) =>
      (await http.call(as(person), listPromises, { query: { client: mine } })).body.items.find(
        (each) => each.id === id,
      );
    const [first, second] = [await promise('kamA', { amount: 1_000 }), await promise('kamA', { amount: 2_000 })];
    expect((await seenBy('kamA', first.body.id))?.can.withdraw).toBe(true);
    expect((await seenBy('accountant', first.body.id))?.can.withdraw).toBe(false);
    expect((await withdraw('kamA', first.body.id, '  ')).status).toBe(422);
    expect((await withdraw('kamB', first.body.id, 'x')).status).toBe(404);
    expect((await withdraw('accountant', first.body.id, 'x')).status).toBe(403);
    expect((await withdraw('kamA', first.body.id, 'wrong client')).status).toBe(200);
    expect(await seenBy('kamA', first.body.id)).toMatchObject({
      state: 'withdrawn',
      withdrawnBy: 'Kama Test',
      withdrawnReason: 'wrong client',
      can: { withdraw: false },
    });
    expect((await withdraw('head', second.body.id, 'he never said so')).status).toBe(200);
    expect((await withdraw('head', second.body.id, 'again')).problem.code).toBe('settlements.promise-settled');
    const [entry] = await company.owner<{ data: object; employee_id: string }>(
      `select v.data, v.employee_id from settlements.v_timeline v where v.kind = 'promise-withdrawn' and v.id = $1`,
      [first.body.id],
    );
    expect(entry).toMatchObject({ employee_id: company.ids.kamA, data: { reason: 'wrong client' } });
    const [journal] = await company.owner<{ after: object }>(
      `select after from journal.entries where table_name = 'settlements.promises' and record_id = $1 and act = 'update'`,
      [first.body.id],
    );
    expect(journal?.after).toMatchObject({ withdrawn_reason: 'wrong client' });
  });
  it('is not withdrawn by whoever may over all the company and stands in no line above the keeper', async () => {
    const { body } = await promise('kamA', {});
    const reply = await http.call(as('hr'), withdrawPromise, {
      params: { id: body.id },
      body: { reason: 'x' },
    });
    expect([reply.status, reply.problem.code]).toEqual([403, 'settlements.not-your-promise']);
    expect(
      (await http.call(as('kamA'), withdrawPromise, { params: { id: body.id }, body: { reason: 'test' } })).status,
    ).toBe(200);
  });
  it('that is settled does not change even past the program', async () => {
    await expect(
      company.owner(`update settlements.promises set state = 'open' where client_id = $1 and state <> 'open'`, [mine]),
    ).rejects.toThrow(/settled/);
  });
  it('turns broken the day after, by the hourly job', async () => {
    const rows = await company.owner<{ id: string }>(
      `insert into settlements.promises (company_id, client_id, keeper_id, amount, currency, promised_for, recorded_on)
       select company_id, id, keeper_id, 100, 'USD', app.today(company_id) - 1, app.today(company_id) - 3 from clients.clients where id = $1 returning id`,
      [theirs],
    );
    const job = http.runner.registry.modules
      .flatMap((module) => module.jobs ?? [])
      .find((each) => each.name === 'settle-promises');
    await http.runner.write(
      { companyId: company.id, employeeId: null, language: 'en', requestId: 'job' },
      (w) => job?.run(w) ?? Promise.resolve(),
    );
    const [promised] = await company.owner<{ state: string }>('select state from settlements.promises where id = $1', [
      rows[0]?.id,
    ]);
    expect(promised?.state).toBe('broken');
  });
});

describe('payments', () => {
  const pay = async (body: Record<string, unknown>, key: string = randomUUID()) =>
    http.call(as('accountant'), postPayment, {
      body: { clientId: theirs, receivedOn: await day(0), amount: 10_000, allocate: 'none', ...body },
      headers: { 'idempotency-key': key },
    });

  it('are posted by whoever has the clause, by nobody else', async () => {
    const reply = await http.call(as('kamB'), postPayment, {
      body: { clientId: theirs, receivedOn: await day(0), amount: 1, allocate: 'none' },
    });
    expect(reply.status).toBe(403);
  });
  it('never settle more than is open, nor more than was paid, and then nothing is written', async () => {
    const invoice = await anInvoice(company, {
      client: theirs,
      issuedOn: await day(-5),
      dueOn: await day(5),
      amount: 5_000,
    });
    const count = async () => (await company.owner('select from settlements.payments')).length;
    const before = await count();
    const tooMuch = await pay({ allocate: [{ invoiceId: invoice, amount: 5_001 }] });
    expect([tooMuch.status, tooMuch.problem.code]).toEqual([409, 'settlements.more-than-open']);
    const unpaid = await pay({ amount: 100, allocate: [{ invoiceId: invoice, amount: 101 }] });
    expect([unpaid.status, unpaid.problem.code]).toEqual([409, 'settlements.more-than-paid']);
    const foreign = await anInvoice(company, {
      client: mine,
      issuedOn: await day(-5),
      dueOn: await day(5),
      amount: 5_000,
    });
    expect((await pay({ allocate: [{ invoiceId: foreign, amount: 1 }] })).status).toBe(404);
    expect(await count()).toBe(before);
  });
  it('two at once cannot settle the same money', async () => {
    const invoice = await anInvoice(company, {
      client: theirs,
      issuedOn: await day(-5),
      dueOn: await day(5),
      amount: 10_000,
    });
    const replies = await Promise.all([
      pay({ allocate: [{ invoiceId: invoice, amount: 10_000 }] }),
      pay({ allocate: [{ invoiceId: invoice, amount: 10_000 }] }),
    ]);
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([201, 404]);
  });
  it('the same key has one effect', async () => {
    const key = randomUUID();
    const [first, second] = [await pay({ number: 'once' }, key), await pay({ number: 'once' }, key)];
    expect(first.body.id).toBe(second.body.id);
    expect(await company.owner("select from settlements.payments where number = 'once'")).toHaveLength(1);
  });
  it('an allocation taken back leaves the money with the payment', async () => {
    const posted = await pay({ allocate: 'oldest-first', number: 'back' });
    const { body } = await http.call(as('accountant'), listPayments, { query: { client: theirs } });
    const payment = body.items.find((each) => each.id === posted.body.id);
    for (const each of payment?.allocations ?? [])
      await http.call(as('accountant'), removeAllocation, { params: { id: each.id } });
    const after = await http.call(as('accountant'), listPayments, { query: { client: theirs, unallocated: true } });
    expect(after.body.items.find((each) => each.id === posted.body.id)?.unallocated).toBe(10_000);
  });
});

describe('invoices', () => {
  it('have one number each, and a due day not before their own', async () => {
    const issue = async (number: string, due: number) =>
      http.call(as('accountant'), issueInvoice, {
        body: { clientId: mine, number, issuedOn: await day(0), dueOn: await day(due), amount: 100 },
      });
    expect((await issue('X1', 0)).status).toBe(201);
    expect((await issue('X1', 0)).problem.code).toBe('settlements.number-taken');
    expect((await issue('X2', -1)).problem.code).toBe('settlements.due-before-issue');
  });
});

it('all sums agree, whatever was done', async () => {
  const owner = new pg.Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  const results = await Promise.all(
    verifications
      .filter(({ name }) => name.startsWith('settlements.'))
      .map(async ({ name, run }) => [name, await run(owner)] as const),
  );
  await owner.end();
  expect(results.length).toBeGreaterThan(0);
  for (const [name, result] of results) expect([name, result.ok]).toEqual([name, true]);
});

it('a promise recorded in the place of the absent keeps both names: in the list, in the timeline of the client', async () => {
  await company.substitute('kamA', 'kamB');
  const database = new Database({ appUrl: appUrl(clone.ownerUrl), ownerUrl: clone.ownerUrl, connections: 2 });
  const server = await testServer(database);
  try {
    const made = await server.call(as('kamB'), recordPromise, {
      body: { clientId: mine, amount: 10_000, promisedFor: await day(3) },
    });
    expect(made.status).toBe(201);
    const listed = await server.call(as('head'), listPromises, { query: { client: mine } });
    expect(listed.body.items.find(({ id }) => id === made.body.id)).toMatchObject({
      recordedBy: 'Kamb Test',
      actingFor: 'Kama Test',
    });
    const { body } = await server.call(as('head'), readTimeline, { params: { id: mine } });
    expect(body.items.find(({ id }) => id === made.body.id)).toMatchObject({
      employee: { name: 'Kamb Test' },
      data: { actingFor: 'Kama Test' },
    });
  } finally {
    await server.close();
    await database.close();
  }
});
