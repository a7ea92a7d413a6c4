import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestBinding, type TestCompany } from '#modules/mandates/testing.ts';
import { aShop } from '#modules/orders/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import * as at from './endpoints.ts';
import { aCell, aPlan, aReturn, aShipment } from './testing.ts';
import { plansVerifications } from './verifications.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let past: string;
let now: string;
let next: string;

const pay = (key: string, settings: Record<string, unknown>): TestBinding => ({ kind: 'pay', key, settings });
const variable = {
  amount: 100_000,
  weightSales: 6000,
  weightActive: 2500,
  weightNew: 1500,
  thresholdBp: 7000,
  capBp: 15_000,
};
const bindings = {
  kamA: [
    pay('plans.minimum', { amount: 150_000 }),
    pay('plans.fixed', { amount: 50_000 }),
    pay('plans.percentage', { base: 'shipped', rate: 100 }),
    pay('plans.variable', variable),
  ],
  kamB: [pay('plans.fixed', { amount: 60_000 }), pay('plans.percentage', { base: 'paid', rate: 1000 })],
  head: [
    pay('plans.fixed', { amount: 90_000 }),
    pay('plans.variable', { ...variable, weightSales: 10_000, weightActive: 0, weightNew: 0 }),
  ],
};

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database, { bindings });
  await aShop(server.runner, company);
  const [row] = await company.owner<{ today: string }>('select app.today($1)::text as today', [company.id]);
  const today = Temporal.PlainDate.from(row?.today ?? '');
  [past, now, next] = [-1, 0, 1].map((offset) => today.add({ months: offset }).toString().slice(0, 7)) as [
    string,
    string,
    string,
  ];
  close = async () => {
    await server.close();
    await drop();
  };
});
afterAll(() => close());

type Name = Parameters<TestCompany['actor']>[0];
const payOf = (name: Name, of: Name, month = past) =>
  server.call(company.actor(name), at.employeePay, { params: { id: company.ids[of], month } });
const settle = (name: Name, of: Name, month = past) =>
  server.call(company.actor(name), at.settlePay, { params: { id: company.ids[of], month } });

describe('what an employee is paid', () => {
  it('follows from shipments and plans, each line with its clause, base, rate and source', async () => {
    const one = await aClient(server.runner, company.actor('kamA'));
    await aShipment(company, { clientId: one.id, on: `${past}-10`, amount: 1_000_000 });
    await aReturn(company, { clientId: one.id, on: `${past}-20`, amount: 100_000 });
    await aPlan(company, { employeeId: company.ids.kamA, metric: 'sales', month: past, amount: 1_000_000 });
    await aPlan(company, { employeeId: company.ids.kamA, metric: 'new-clients', month: past, amount: 2 });

    const { status, body } = await server.call(company.actor('kamA'), at.ownPay, { params: { month: past } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'draft', currency: 'USD', can: { settle: false } });
    expect(body.lines.map((line) => [line.title, line.amount, line.clause?.number])).toEqual([
      ['fixed', 50_000, '4.2'],
      ['percentage-shipped', 9_000, '4.3'],
      ['variable-sales', 54_000, '4.4'],
      ['variable-active-clients-unplanned', 25_000, '4.4'],
      ['variable-new-clients-below', 0, '4.4'],
      ['top-up', 12_000, '4.1'],
    ]);
    expect(body.total).toBe(150_000);
    expect(body.lines[1]).toMatchObject({
      base: 900_000,
      rate: 100,
      sources: [{ label: 'shipped', href: expect.stringContaining('metric=sales') }],
    });
    expect(body.whatIf).toEqual([]);
  });

  it('counts money received for what one sold, and leads to the payments', async () => {
    const one = await aClient(server.runner, company.actor('kamB'));
    const { orderId } = await aShipment(company, { clientId: one.id, on: `${past}-02`, amount: 70_000 });
    await company.owner(
      `with i as (insert into settlements.invoices (company_id, client_id, keeper_id, order_id, number, issued_on, due_on, amount, currency)
           values ($1, $2, $3, $4, 'I-1', $5::date, $5::date, 70000, 'USD') returning id),
         p as (insert into settlements.payments (company_id, client_id, keeper_id, number, received_on, amount, currency)
           values ($1, $2, $3, 'P-1', $5::date, 50000, 'USD') returning id)
       select 1`,
      [company.id, one.id, company.ids.kamB, orderId, `${past}-15`],
    );
    await company.owner(
      `insert into settlements.allocations (company_id, payment_id, invoice_id, amount)
       select $1, p.id, i.id, 40000 from settlements.payments p, settlements.invoices i where p.client_id = $2 and i.client_id = $2`,
      [company.id, one.id],
    );
    const { body } = await payOf('kamB', 'kamB');
    expect(body.lines.map((line) => [line.title, line.base, line.amount])).toEqual([
      ['fixed', 60_000, 60_000],
      ['percentage-paid', 40_000, 4_000],
    ]);
    const records = await server.call(company.actor('kamB'), at.receivedRecords, {
      params: { id: company.ids.kamB, month: past },
    });
    expect(records.body.items).toMatchObject([{ label: 'P-1', amount: 40_000, client: one.name }]);
  });

  it('is foretold while the month runs: at the present rate, and at 80, 100 and 120 percent of every plan', async () => {
    for (const metric of ['sales', 'active-clients', 'new-clients']) {
      await aPlan(company, {
        employeeId: company.ids.kamA,
        metric,
        month: now,
        amount: metric === 'sales' ? 1_000_000 : 10,
      });
    }
    const { body } = await payOf('kamA', 'kamA', now);
    expect(body.whatIf.map((each) => each.rate)).toEqual([null, 8000, 10_000, 12_000]);
    expect(body.whatIf.slice(1).map((each) => each.total)).toEqual([150_000, 160_000, 182_000]);
  });

  it('is for one who leads others what the whole line fulfils', async () => {
    await aPlan(company, { employeeId: company.ids.kamB, metric: 'sales', month: past, amount: 200_000 });
    const { body } = await payOf('head', 'head');
    expect(body.lines[1]).toMatchObject({
      title: 'variable-sales',
      params: { plan: 1_200_000, fact: 970_000, fulfilment: 8083 },
      amount: 80_830,
    });
  });

  it('is not changed by a version that comes during the month', async () => {
    const [{ count = 0 } = {}] = await company.owner<{ count: number }>(
      `with cut as (update mandates.versions set in_force = daterange('2020-01-01', $2::date) where id = $1 returning job_description_id, company_id, approved_by),
        next as (insert into mandates.versions (company_id, job_description_id, number, state, text_hash, approval_kind, approval_number, approved_on, approved_by, in_force)
          select company_id, job_description_id, 2, 'draft', null, null, null, null, null, null from cut returning id, company_id),
        may as (insert into mandates.clauses (company_id, version_id, section, ordinal, text) select company_id, id, 3, 1, 'May as before.' from next returning id, company_id),
        rights as (insert into mandates.bindings (company_id, clause_id, kind, key, settings, grants)
          select may.company_id, may.id, b.kind, b.key, b.settings, b.grants from may, mandates.bindings b join mandates.clauses c on c.id = b.clause_id
            where c.version_id = $1 and b.kind = 'right'),
        clause as (insert into mandates.clauses (company_id, version_id, section, ordinal, text) select company_id, id, 4, 1, 'Paid otherwise.' from next returning id, company_id)
       insert into mandates.bindings (company_id, clause_id, kind, key, settings) select company_id, id, 'pay', 'plans.fixed', '{"amount": 1}' from clause returning 1 as count`,
      [company.versions.head, `${past}-10`],
    );
    expect(count).toBe(1);
    await company.owner(
      `update mandates.versions v set state = 'approved', text_hash = 'x', approval_kind = 'stamp', approved_on = '2020-01-01', approved_by = $2, in_force = daterange($3::date, null)
       from mandates.versions first where first.id = $1 and v.job_description_id = first.job_description_id and v.number = 2`,
      [company.versions.head, company.ids.director, `${past}-10`],
    );
    expect((await payOf('head', 'head', past)).body.lines[0]).toMatchObject({
      title: 'fixed',
      amount: 90_000,
      clause: { version: 1 },
    });
    expect((await payOf('head', 'head', now)).body.lines).toMatchObject([
      { title: 'fixed', base: 1, clause: { version: 2 } },
    ]);
  });
});

describe('who sees pay', () => {
  it.each<[Name, Name, number]>([
    ['kamA', 'kamA', 200],
    ['kamA', 'kamB', 404],
    ['kamB', 'kamA', 404],
    ['kamA', 'head', 404],
    ['support', 'kamA', 404],
    ['head', 'kamA', 200],
    ['head', 'kamB', 200],
    ['head', 'director', 404],
    ['director', 'kamA', 200],
    ['hr', 'kamA', 404],
    ['accountant', 'kamA', 404],
    ['outsider', 'kamA', 404],
  ])('%s asks for the pay of %s: %i', async (name, of, status) => {
    expect((await payOf(name, of)).status).toBe(status);
    const file = await server.call(company.actor(name), at.payInPdf, { params: { id: company.ids[of], month: past } });
    expect(file.status).toBe(status);
  });

  it('does not show an absent colleague’s pay to the one who stands in', async () => {
    const { database, close: drop } = await cloneDatabase();
    const other = await testServer(database);
    const firm = await aCompany(database, { bindings });
    await firm.substitute('kamA', 'kamB');
    const params = { id: firm.ids.kamA, month: past };
    expect(
      (await other.call(firm.actor('kamB'), at.plan, { query: { employee: firm.ids.kamA, month: past } })).status,
    ).toBe(200);
    expect((await other.call(firm.actor('kamB'), at.employeePay, { params })).status).toBe(404);
    await other.close();
    await drop();
  });

  it('asks who you are', async () => {
    expect((await server.call(null, at.ownPay, { params: { month: past } })).status).toBe(401);
    expect((await server.call(company.actor('kamA'), at.ownPay, { params: { month: '2026-13' } })).status).toBe(422);
  });
});

describe('settle pay', () => {
  it('needs the permit, and a month that is over', async () => {
    expect((await settle('kamA', 'kamA')).status).toBe(403);
    expect((await settle('head', 'kamA')).status).toBe(403);
    expect(await settle('director', 'kamA', now)).toMatchObject({
      status: 409,
      problem: { code: 'plans.pay-month-not-over' },
    });
    expect(await settle('director', 'director')).toMatchObject({ status: 403, problem: { code: 'plans.pay-own' } });
    expect(await settle('director', 'support')).toMatchObject({
      status: 409,
      problem: { code: 'plans.pay-no-clause' },
    });
  });

  it('freezes the lines: what is shipped, planned or described afterwards changes nothing', async () => {
    const { body: draft } = await payOf('kamA', 'kamA');
    const { status, body } = await settle('director', 'kamA');
    expect([status, body.total]).toEqual([201, draft.total]);
    const one = await aClient(server.runner, company.actor('kamA'));
    await aShipment(company, { clientId: one.id, on: `${past}-11`, amount: 9_000_000 });
    const { body: settled } = await payOf('kamA', 'kamA');
    expect(settled).toMatchObject({
      state: 'settled',
      total: draft.total,
      whatIf: [],
      settledBy: { name: 'Director Test' },
      can: { settle: false },
    });
    expect(settled.lines).toEqual(draft.lines);
    expect(await settle('director', 'kamA')).toMatchObject({
      status: 409,
      problem: { code: 'plans.pay-settled-already' },
    });
    await expect(company.owner('update plans.pay_statements set total = total + 1')).rejects.toThrow('settled');
    await expect(company.owner('delete from plans.pay_statements')).rejects.toThrow('settled');
  });

  it('issues the document, which the employee and those above may have, byte for byte', async () => {
    const print = (name: Name) =>
      server.call(company.actor(name), at.payInPdf, { params: { id: company.ids.kamA, month: past } });
    const [own, above, colleague] = [await print('kamA'), await print('director'), await print('kamB')];
    expect([own.status, above.status, colleague.status]).toEqual([200, 200, 404]);
    expect(own.headers['content-length']).toBe(above.headers['content-length']);
    const word = await server.call(company.actor('kamA'), at.payInWord, {
      params: { id: company.ids.kamA, month: past },
    });
    expect(word.headers['content-type']).toContain('wordprocessingml');
    const issued = await company.owner<{ number: string; language: string }>(
      `select number, language from platform.issued_documents where kind = 'pay-statement'`,
    );
    expect(issued).toMatchObject([{ number: expect.stringMatching(/^\d{4}-0001$/), language: 'en' }]);
  });

  it('tells the employee, shows the payroll, and proves its totals', async () => {
    const [told] = await company.owner<{ kind: string }>(
      'select kind from platform.notifications where employee_id = $1',
      [company.ids.kamA],
    );
    expect(told?.kind).toBe('plans.pay-settled');
    const { body } = await server.call(company.actor('director'), at.payroll, { params: { month: past } });
    const row = body.items.find(({ employee }) => employee.id === company.ids.kamA);
    expect(row).toMatchObject({ clauses: 4, total: 150_000, can: { settle: false } });
    expect(body.items.find(({ employee }) => employee.id === company.ids.kamB)?.can.settle).toBe(true);
    expect(body.total).toBe(150_000);
    expect((await server.call(company.actor('head'), at.payroll, { params: { month: past } })).status).toBe(403);
    expect((await Promise.all(plansVerifications.map(({ query }) => company.owner(query)))).flat()).toEqual([]);
  });

  it('pays money that was allocated after its month was settled in the next open month, as a line for that month', async () => {
    const settled = (await settle('director', 'kamB')).body.total;
    const [payment] = await company.owner<{ id: string }>(
      `update settlements.allocations a set amount = a.amount + 10000 from settlements.payments p
        where p.id = a.payment_id and p.number = 'P-1' and a.company_id = $1 returning p.id`,
      [company.id],
    );
    expect(payment).toBeDefined();
    expect((await payOf('kamB', 'kamB')).body.total).toBe(settled);
    const { body } = await payOf('kamB', 'kamB', now);
    const carried = body.lines.filter(({ part }) => part === 'carried');
    expect(carried).toMatchObject([
      { title: 'carried', amount: 1000, params: { month: past, due: settled + 1000, paid: settled } },
    ]);
    expect(carried[0]?.sources).toEqual([
      { label: 'paid', href: `/pay/employees/${company.ids.kamB}/${past}?records=paid` },
    ]);
    expect(body.total).toBe(body.lines.reduce((so, { amount }) => so + amount, 0));
    expect((await payOf('kamB', 'kamB', next)).body.lines.filter(({ part }) => part === 'carried')).toEqual([]);
    const paper = await server.call(company.actor('kamB'), at.payInPdf, {
      params: { id: company.ids.kamB, month: now },
    });
    expect(paper.status).toBe(200);
  });

  it('keeps the plan that was paid by', async () => {
    const itself = { ...company.actor('director'), employeeId: null };
    const { setPlans } = await import('./contract.ts');
    const set = (month: string) =>
      server.runner.write(itself, (w) =>
        setPlans(w, company.departments.sales, [aCell(company.ids.kamA, month, 1, { metric: 'active-clients' })]),
      );
    await expect(set(past)).rejects.toMatchObject({ reasons: [{ code: 'plans.month-settled' }] });
    expect(await set(next)).toEqual({ saved: 1 });
  });
});
