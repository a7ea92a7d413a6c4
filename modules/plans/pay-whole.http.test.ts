import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestBinding, type TestCompany } from '#modules/mandates/testing.ts';
import { aShop } from '#modules/orders/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { minimumWage } from './data/minimum.ts';
import * as at from './endpoints.ts';
import { aPlan, aReturn, aShipment } from './testing.ts';
import { plansVerifications } from './verifications.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
/** Two months ago, last month, and this one. */
let before: string;
let past: string;
let now: string;

const pay = (key: string, settings: Record<string, unknown>): TestBinding => ({ kind: 'pay', key, settings });
const bindings = {
  kamA: [
    pay('plans.fixed', { amount: 50_000 }),
    pay('plans.per-order', { base: 'shipped', amount: 700, least: 10_000, onlyNew: false, cap: null }),
    pay('plans.per-order', { base: 'paid', amount: 1000, least: 0, onlyNew: true, cap: 1500 }),
    pay('plans.steps-amount', {
      metric: 'sales',
      steps: [
        { from: 8000, amount: 3000 },
        { from: 10_000, amount: 9000 },
      ],
    }),
    pay('plans.steps-percentage', {
      base: 'shipped',
      steps: [
        { from: 0, rate: 100 },
        { from: 9500, rate: 200 },
      ],
    }),
  ],
  kamB: [pay('plans.fixed', { amount: 60_000 }), pay('plans.percentage', { base: 'paid', rate: 1000 })],
  head: [pay('plans.fixed', { amount: 90_000 }), pay('plans.minimum', { amount: 95_000 })],
};

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database, { bindings });
  await aShop(server.runner, company);
  const [row] = await company.owner<{ today: string }>('select app.today($1)::text as today', [company.id]);
  const today = Temporal.PlainDate.from(row?.today ?? '');
  [before, past, now] = [-2, -1, 0].map((offset) => today.add({ months: offset }).toString().slice(0, 7)) as [
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
const payOf = async (name: Name, of: Name, month = past) =>
  (await server.call(company.actor(name), at.employeePay, { params: { id: company.ids[of], month } })).body;
const settle = (of: Name, month = past) =>
  server.call(company.actor('director'), at.settlePay, { params: { id: company.ids[of], month } });
const payroll = async (month = past) =>
  (await server.call(company.actor('director'), at.payroll, { params: { month } })).body;
const rowOf = async (of: Name, month = past) =>
  (await payroll(month)).items.find(({ employee }) => employee.id === company.ids[of]);
const toldOf = (of: Name) =>
  company.owner<{ kind: string; params: object; href: string }>(
    `select kind, params, href from platform.notifications where employee_id = $1 and kind like 'plans.pay-topped%'`,
    [company.ids[of]],
  );

/** An invoice of an order, and a payment of some part of it. */
async function paidInvoice(of: { orderId: string; clientId: string; on: string; amount: number; paid: number }) {
  const [made] = await company.owner<{ invoice: string; payment: string }>(
    `with i as (insert into settlements.invoices (company_id, client_id, keeper_id, order_id, number, issued_on, due_on, amount, currency)
         select $1, c.id, c.keeper_id, $2::uuid, 'I-' || left($2::text, 8), $4::date, $4::date, $5::bigint, 'USD' from clients.clients c where c.id = $3
         returning id),
       p as (insert into settlements.payments (company_id, client_id, keeper_id, number, received_on, amount, currency)
         select $1, c.id, c.keeper_id, 'P-' || left($2::text, 8), $4::date, $5::bigint, 'USD' from clients.clients c where c.id = $3 returning id)
     select i.id as invoice, p.id as payment from i, p`,
    [company.id, of.orderId, of.clientId, of.on, of.amount],
  );
  await company.owner(
    'insert into settlements.allocations (company_id, payment_id, invoice_id, amount) values ($1, $2, $3, $4)',
    [company.id, made?.payment, made?.invoice, of.paid],
  );
  return made?.payment ?? '';
}

describe('bonus per order and steps', () => {
  it('follow from posted facts, and each line opens the orders that it counts', async () => {
    const kamA = company.ids.kamA;
    const one = await aClient(server.runner, company.actor('kamA'));
    const two = await aClient(server.runner, company.actor('kamA'));
    const first = await aShipment(company, { clientId: one.id, on: `${past}-03`, amount: 50_000 });
    await aShipment(company, { clientId: one.id, on: `${past}-05`, amount: 30_000 });
    const small = await aShipment(company, { clientId: two.id, on: `${past}-07`, amount: 12_000 });
    await aReturn(company, { clientId: two.id, on: `${past}-09`, amount: 2001, orderId: small.orderId });
    await aShipment(company, { clientId: one.id, on: `${now}-01`, amount: 80_000 });
    await paidInvoice({ orderId: first.orderId, clientId: one.id, on: `${past}-20`, amount: 50_000, paid: 50_000 });
    await paidInvoice({ orderId: small.orderId, clientId: two.id, on: `${past}-21`, amount: 12_000, paid: 11_999 });
    await aPlan(company, { employeeId: kamA, metric: 'sales', month: past, amount: 100_000 });

    const { lines } = await payOf('kamA', 'kamA');
    expect(lines.map(({ title, amount }) => [title, amount])).toEqual([
      ['fixed', 50_000],
      ['per-order-shipped', 1400], // the third is worth 9999 after its return
      ['per-order-paid-new', 1000], // the other first order is not paid in full
      ['steps-sales', 3000], // 89.99 %
      ['scaled-shipped', 900], // 1 % of 899.99
    ]);
    const [source] = lines[1]?.sources ?? [];
    expect(source).toEqual({
      label: 'orders',
      href: `/pay/employees/${kamA}/${past}?records=orders&base=shipped&least=10000`,
    });
    const counted = async (query: { base: 'shipped' | 'paid'; least?: number; only?: 'new' }) =>
      (
        await server.call(company.actor('kamA'), at.orderRecords, { params: { id: kamA, month: past }, query })
      ).body.items.map(({ amount, client }) => [amount, client]);
    expect(await counted({ base: 'shipped', least: 10_000 })).toEqual([
      [30_000, one.name],
      [50_000, one.name],
    ]);
    expect(await counted({ base: 'paid', only: 'new' })).toEqual([[50_000, one.name]]);
    const colleague = await server.call(company.actor('kamB'), at.orderRecords, {
      params: { id: kamA, month: past },
      query: { base: 'paid' },
    });
    expect(colleague.status).toBe(404);
  });

  it('are foretold while the month runs', async () => {
    const { whatIf } = await payOf('kamA', 'kamA', now);
    expect(whatIf.map(({ rate }) => rate)).toEqual([null, 8000, 10_000, 12_000]);
  });

  it('print', async () => {
    const paper = await server.call(company.actor('kamA'), at.payInPdf, {
      params: { id: company.ids.kamA, month: past },
    });
    expect(paper.status).toBe(200);
  });
});

describe('the legal minimum', () => {
  const setMinimum = (amount: number | null, from: string) =>
    company.owner(
      `insert into platform.settings (company_id, key, scope_kind, scope_id, value, valid_from) values ($1, 'plans.minimum-wage', 'company', $1, $2, $3::date)`,
      [company.id, JSON.stringify(amount), from],
    );

  it('is nobody’s while the company has set none, and the payroll says so', async () => {
    expect(await payroll()).toMatchObject({ minimumWage: null });
    expect(await rowOf('support')).toMatchObject({ clauses: 0, can: { settle: false } });
    expect((await settle('support')).problem.code).toBe('plans.pay-no-clause');
  });

  it('is the highest set for any day of the month, so that a month in which it rises does not end below it', async () => {
    await setMinimum(100_000, `${past}-01`);
    await setMinimum(110_000, `${past}-15`);
    const of = (month: string) =>
      server.runner.read(company.actor('director'), (w) => {
        const from = `${month}-01`;
        return minimumWage(w, { from, to: Temporal.PlainDate.from(from).add({ months: 1 }).toString() });
      });
    expect([await of(before), await of(past), await of(now)]).toEqual([null, 110_000, 110_000]);
    await setMinimum(null, `${now}-01`);
    expect([await of(past), await of(now)]).toEqual([110_000, null]);
  });

  it('tops up everyone who worked, whatever their clauses promise, with a line that explains itself', async () => {
    const head = await payOf('director', 'head');
    expect(head.lines.map(({ title, amount, clause }) => [title, amount, clause?.number ?? null])).toEqual([
      ['fixed', 90_000, '4.1'],
      ['top-up', 5000, '4.2'],
      ['legal-minimum', 15_000, null],
    ]);
    expect(head.lines[2]).toMatchObject({ base: 110_000, params: { soFar: 95_000, minimum: 110_000 } });
    const support = await payOf('director', 'support');
    expect(support).toMatchObject({
      total: 110_000,
      lines: [{ title: 'legal-minimum', amount: 110_000, clause: null }],
      can: { settle: true },
    });
  });

  it('is in proportion to the days on which any position was held', async () => {
    await company.owner(
      `update organization.assignments set valid = daterange($2::date, null) where employee_id = $1`,
      [company.ids.accountant, `${past}-15`],
    );
    const [line] = (await payOf('director', 'accountant')).lines;
    const { days, of } = (line?.params ?? {}) as { days: number; of: number };
    expect(days).toBeLessThan(of);
    expect(line?.amount).toBe(Math.ceil((110_000 * days) / of));
  });

  it('is told to those who arrange the staff, without the amount, and stands in the journal', async () => {
    const { status, body } = await settle('head');
    expect([status, body.total]).toEqual([201, 110_000]);
    expect(await toldOf('hr')).toEqual([
      {
        kind: 'plans.pay-topped-up',
        params: { name: 'Head Test', month: past },
        href: `/people/${company.ids.head}`,
      },
    ]);
    expect(await toldOf('kamA')).toEqual([]);
    const [entry] = await company.owner<{ after: { topped_up: number; formula: { rule: string }[] } }>(
      `select after from journal.entries where table_name = 'plans.pay_statements' and record_id = $1`,
      [body.id],
    );
    expect(entry?.after.topped_up).toBe(20_000);
    expect(entry?.after.formula.map(({ rule }) => rule)).toContain('plans.minimum-wage');
    expect(await rowOf('head')).toMatchObject({ total: 110_000, toppedUp: 20_000 });
  });

  it('tells nobody where the formula gives enough', async () => {
    await company.owner(
      `update platform.settings set value = '1000' where company_id = $1 and key = 'plans.minimum-wage' and valid_from < $2::date`,
      [company.id, `${now}-01`],
    );
    expect((await settle('kamA')).status).toBe(201);
    expect(await rowOf('kamA')).toMatchObject({ toppedUp: 0 });
    expect(await toldOf('hr')).toHaveLength(1);
  });
});

describe('who left', () => {
  it('is listed in a later payroll while something that became known of a settled month is not paid', async () => {
    const one = await aClient(server.runner, company.actor('kamB'));
    const { orderId } = await aShipment(company, { clientId: one.id, on: `${before}-02`, amount: 70_000 });
    const sale = { orderId, clientId: one.id, on: `${before}-15`, amount: 50_000, paid: 20_000 };
    const payment = await paidInvoice(sale);
    expect((await settle('kamB', before)).body.total).toBe(62_000);
    await company.owner(
      `update organization.assignments set valid = daterange('2020-01-01', $2::date) where employee_id = $1`,
      [company.ids.kamB, `${past}-01`],
    );
    expect(await rowOf('kamB')).toBeUndefined();

    await company.owner('update settlements.allocations set amount = 30000 where payment_id = $1', [payment]);
    expect(await rowOf('kamB')).toMatchObject({ left: true, clauses: 0, total: null, can: { settle: true } });
    expect((await payOf('director', 'kamB')).lines).toMatchObject([{ part: 'carried', amount: 1000 }]);
    expect((await settle('kamB')).body.total).toBe(1000);
    expect(await rowOf('kamB')).toMatchObject({ left: true, total: 1000, can: { settle: false } });
    expect(await rowOf('kamB', now)).toBeUndefined();
  });

  it('leaves every statement proven', async () => {
    expect((await Promise.all(plansVerifications.map(({ query }) => company.owner(query)))).flat()).toEqual([]);
  });
});
