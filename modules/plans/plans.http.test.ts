import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { month as monthPeriod } from '#kernel/period.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { aShop } from '#modules/orders/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import * as at from './endpoints.ts';
import { gatherLateWork } from './jobs/gather-late-work.ts';
import { aCell, aPlan, aShipment } from './testing.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let months: { past: string; now: string; next: string; later: string; last: string };
let department: string;

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database, {
    grants: { kamA: [...standardGrants.kamA, { permit: 'plans.set' }] },
    bindings: {
      kamA: [{ kind: 'duty', key: 'plans.sales-plan', settings: {} }],
      kamB: [{ kind: 'duty', key: 'settlements.chase-overdue', settings: { graceDays: 3 } }],
      head: [
        { kind: 'duty', key: 'plans.sales-plan', settings: {} },
        { kind: 'duty', key: 'plans.plan-personal', settings: { byDay: 25 } },
      ],
    },
  });
  await aShop(server.runner, company);
  const today = Temporal.PlainDate.from(
    (await company.owner<{ today: string }>('select app.today($1)::text as today', [company.id]))[0]?.today ?? '',
  );
  const month = (offset: number) => today.add({ months: offset }).toString().slice(0, 7);
  months = { past: month(-1), now: month(0), next: month(1), later: month(2), last: month(3) };
  department = company.departments.sales;
  close = async () => {
    await server.close();
    await drop();
  };
});
afterAll(() => close());

type Name = Parameters<TestCompany['actor']>[0];
const set = (name: Name, cells: object[], id = department) =>
  server.call(company.actor(name), at.setPlans, { params: { id }, body: { cells } });
const approve = (name: Name, body: object) =>
  server.call(company.actor(name), at.approvePlans, { params: { id: department }, body });
const sheet = (name: Name, from: string) =>
  server.call(company.actor(name), at.planSheet, { params: { id: department }, query: { from, months: 1 } });
const cellOf = async (who: Name | null, month: string) => {
  const { body } = await sheet('director', month);
  const row = who === null ? body.plan : body.employees.find(({ employee }) => employee.id === company.ids[who])?.cells;
  return row?.[0];
};

describe('set plans', () => {
  it('asks who you are, reads strictly, needs the permit', async () => {
    expect((await server.call(null, at.setPlans, { params: { id: department }, body: { cells: [] } })).status).toBe(
      401,
    );
    const wrong = [aCell(company.ids.kamA, '2026-13', -1)];
    const reply = await set('head', wrong);
    expect(reply.status).toBe(422);
    expect(reply.problem.reasons.map((reason) => reason.field)).toEqual(
      expect.arrayContaining(['/cells/0/month', '/cells/0/amount']),
    );
    expect((await set('kamB', [aCell(company.ids.kamB, months.next, 1)])).status).toBe(403);
  });

  it('lets an account manager draft their own plan, and nobody else’s', async () => {
    expect(await set('kamA', [aCell(company.ids.kamA, months.next, 50_000)])).toMatchObject({
      status: 200,
      body: { saved: 1 },
    });
    expect((await set('kamA', [aCell(company.ids.kamB, months.next, 1)])).status).toBe(403);
    expect((await set('kamA', [aCell(null, months.next, 1)])).status).toBe(403);
  });

  it('keeps every revision, and refuses to write over what one has not seen', async () => {
    const before = await cellOf('kamA', months.next);
    expect(before).toMatchObject({ amount: 50_000, state: 'draft', approved: null });
    const unseen = await set('head', [aCell(company.ids.kamA, months.next, 60_000)]);
    expect(unseen).toMatchObject({ status: 412, problem: { code: 'plans.changed-meanwhile' } });
    const seen = await set('head', [aCell(company.ids.kamA, months.next, 60_000, { seen: before?.id ?? null })]);
    expect(seen).toMatchObject({ status: 200, body: { saved: 2 } });
    const { body } = await server.call(company.actor('kamA'), at.planRevisions.read, {
      query: { metric: 'sales', month: `${months.next}-01`, employee: 'me' },
    });
    expect(body.items.map((item) => [item.before, item.amount, item.setBy, item.state])).toEqual([
      [50_000, 60_000, { id: company.ids.head, label: 'Head Test' }, 'draft'],
      [null, 50_000, { id: company.ids.kamA, label: 'Kama Test' }, 'former-draft'],
    ]);
  });

  it('refuses what makes no sense', async () => {
    const code = async (cells: object[], id?: string) => (await set('director', cells, id)).problem.code;
    expect(await code([aCell(company.ids.kamB, months.past, 1)])).toBe('plans.month-over');
    expect(await code([aCell(company.ids.hr, months.next, 1)])).toBe('plans.not-in-department');
    expect(await code([aCell(company.ids.kamB, months.next, 1), aCell(company.ids.kamB, months.next, 2)])).toBe(
      'plans.cell-twice',
    );
    expect(
      await code([aCell(company.ids.kamB, months.next, 1, { metric: 'new-clients', clientId: company.ids.kamB })]),
    ).toBe('plans.breakdown-of-sales-only');
    expect(await code([aCell(company.ids.kamB, months.next, 1, { clientId: company.ids.kamB })])).toBe(
      'plans.unknown-client',
    );
    expect(await code([aCell(company.ids.kamB, months.next, 1)], company.ids.kamB)).toBe('plans.unknown-department');
  });

  it('does not know a department of another company', async () => {
    expect((await server.call(company.actor('outsider'), at.planSheet, { params: { id: department } })).status).toBe(
      403,
    );
  });
});

describe('approve plans', () => {
  it('refuses personal plans below the plan of the department without a reason', async () => {
    await set('head', [aCell(null, months.next, 150_000), aCell(company.ids.kamB, months.next, 40_000)]);
    expect((await approve('head', { month: months.next, metric: 'sales', part: 'personal' })).status).toBe(403);
    expect(await approve('director', { month: months.next, metric: 'sales', part: 'department' })).toMatchObject({
      status: 200,
      body: { approved: 1 },
    });
    const short = await approve('director', { month: months.next, metric: 'sales', part: 'personal' });
    expect(short).toMatchObject({ status: 409, problem: { code: 'plans.below-department' } });
    expect(short.problem.reasons).toMatchObject([{ params: { plan: 150_000, sum: 100_000, short: 50_000 } }]);
    expect(
      (await approve('director', { month: months.next, metric: 'sales', part: 'personal', reason: '   ' })).status,
    ).toBe(409);
    const reason = 'A client of the year before has closed';
    expect(await approve('director', { month: months.next, metric: 'sales', part: 'personal', reason })).toMatchObject({
      status: 200,
      body: { approved: 2 },
    });
    const { body } = await server.call(company.actor('head'), at.planRevisions.read, {
      query: { metric: 'sales', month: `${months.next}-01`, employee: company.ids.kamB },
    });
    expect(body.items).toMatchObject([
      { amount: 40_000, state: 'in-force', approvedBy: { label: 'Director Test' }, overrideReason: reason },
    ]);
    expect(await approve('director', { month: months.next, metric: 'sales', part: 'personal' })).toMatchObject({
      status: 409,
      problem: { code: 'plans.nothing-to-approve' },
    });
  });
  it('refuses a department’s plan above the personal plans approved before it, in the same way', async () => {
    const before = await cellOf(null, months.next);
    await set('head', [aCell(null, months.next, 160_000, { seen: before?.id ?? null })]);
    const above = await approve('director', { month: months.next, metric: 'sales', part: 'department' });
    expect(above).toMatchObject({ status: 409, problem: { code: 'plans.below-department' } });
    expect(above.problem.reasons).toMatchObject([{ params: { plan: 160_000, sum: 100_000, short: 60_000 } }]);
    const reason = 'A new client is to be won';
    expect(
      await approve('director', { month: months.next, metric: 'sales', part: 'department', reason }),
    ).toMatchObject({ status: 200 });
  });

  it('approves without a reason when the sum reaches the plan; a sheet agrees with itself', async () => {
    await set('head', [
      aCell(null, months.later, 100),
      aCell(company.ids.kamA, months.later, 60),
      aCell(company.ids.kamB, months.later, 40),
    ]);
    await approve('director', { month: months.later, metric: 'sales', part: 'department' });
    expect(await approve('director', { month: months.later, metric: 'sales', part: 'personal' })).toMatchObject({
      status: 200,
      body: { approved: 2 },
    });
    const { body } = await sheet('head', months.later);
    expect(body.sums).toMatchObject([{ month: months.later, sum: 100, short: 0, drafts: 0 }]);
    expect(body.employees.flatMap((row) => row.cells).reduce((so, cell) => so + (cell.amount ?? 0), 0)).toBe(100);
  });

  it('keeps the approved plan in force beside a draft, and takes its place only by approval', async () => {
    const before = await cellOf('kamA', months.later);
    await set('head', [aCell(company.ids.kamA, months.later, 80, { seen: before?.id ?? null })]);
    expect(await cellOf('kamA', months.later)).toMatchObject({ amount: 80, state: 'draft', approved: 60 });
    const own = await server.call(company.actor('kamA'), at.plan, { query: { month: months.later } });
    expect(own.body.metrics[0]).toMatchObject({ metric: 'sales', plan: 60 });
    expect((await approve('director', { month: months.later, metric: 'sales', part: 'personal' })).status).toBe(200);
    expect(await cellOf('kamA', months.later)).toMatchObject({ amount: 80, state: 'approved', approved: 80 });
  });

  it('asks for a reason once the month has begun, and takes a draft back', async () => {
    await aPlan(company, { employeeId: company.ids.kamB, metric: 'sales', month: months.now, amount: 500 });
    const approved = await cellOf('kamB', months.now);
    await set('head', [aCell(company.ids.kamB, months.now, 400, { seen: approved?.id ?? null })]);
    expect(await approve('director', { month: months.now, metric: 'sales', part: 'personal' })).toMatchObject({
      status: 409,
      problem: { code: 'plans.month-begun' },
    });
    const draft = await cellOf('kamB', months.now);
    await set('head', [aCell(company.ids.kamB, months.now, null, { seen: draft?.id ?? null })]);
    expect(await cellOf('kamB', months.now)).toMatchObject({ amount: 500, state: 'approved' });
  });

  it('refuses parts that add up to more than their whole', async () => {
    const one = await aClient(server.runner, company.actor('kamA'));
    await set('head', [
      aCell(company.ids.kamA, months.last, 100),
      aCell(company.ids.kamA, months.last, 101, { clientId: one.id }),
    ]);
    expect(await approve('director', { month: months.last, metric: 'sales', part: 'personal' })).toMatchObject({
      status: 409,
      problem: { code: 'plans.breakdown-above-plan' },
    });
  });
});

describe('plan and fact', () => {
  it('add up: records, the plan of one, the team, and the head’s line', async () => {
    const [a, b] = [
      await aClient(server.runner, company.actor('kamA')),
      await aClient(server.runner, company.actor('kamB')),
    ];
    await aShipment(company, { clientId: a.id, on: `${months.past}-05`, amount: 300 });
    await aShipment(company, { clientId: a.id, on: `${months.past}-06`, amount: 200 });
    await aShipment(company, { clientId: b.id, on: `${months.past}-07`, amount: 70 });
    await aPlan(company, { employeeId: company.ids.kamA, metric: 'sales', month: months.past, amount: 400 });
    await aPlan(company, { employeeId: company.ids.kamB, metric: 'sales', month: months.past, amount: 100 });

    const own = await server.call(company.actor('kamA'), at.plan, { query: { month: months.past } });
    expect(own.body.metrics).toMatchObject([
      { metric: 'sales', plan: 400, fact: 500, share: 12_500, over: 100, short: 0, forecast: 500 },
      { metric: 'active-clients', plan: null, fact: 0 },
      { metric: 'new-clients', plan: null, fact: 1 },
    ]);
    expect(own.body.daily).toMatchObject([{ amount: 300 }, { amount: 200 }]);
    const records = await server.call(company.actor('kamA'), at.planSales.read, {
      query: { month: months.past, employee: company.ids.kamA, limit: 1, totals: true },
    });
    expect(records.body).toMatchObject({
      items: [{ amount: 200, client: { label: a.name } }],
      nextCursor: expect.any(String),
      totals: { count: 2, amount: 500 },
    });

    const team = await server.call(company.actor('head'), at.team, { query: { month: months.past } });
    const sales = new Map(team.body.people.map((person) => [person.employee.id, person.figures.metrics[0]?.fact]));
    expect([sales.get(company.ids.kamA), sales.get(company.ids.kamB)]).toEqual([500, 70]);
    expect(team.body.total.metrics[0]).toMatchObject({ plan: 500, fact: 570 });
    const head = await server.call(company.actor('head'), at.plan, { query: { month: months.past } });
    expect(head.body.metrics[0]).toMatchObject({ plan: null, fact: 0 });
    expect(head.body.line?.[0]).toMatchObject({ plan: 500, fact: 570 });
  });

  it('are not for a colleague', async () => {
    const kamB = { employee: company.ids.kamB, month: months.past };
    expect(await server.call(company.actor('kamA'), at.plan, { query: kamB })).toMatchObject({
      status: 404,
      problem: { code: 'plans.unknown-employee' },
    });
    expect((await server.call(company.actor('kamA'), at.planSales.read, { query: kamB })).status).toBe(404);
    const history = await server.call(company.actor('kamA'), at.planRevisions.read, {
      query: { employee: company.ids.kamB },
    });
    expect(history.body.items).toEqual([]);
    const all = await server.call(company.actor('kamA'), at.planSales.read, {
      query: { month: months.past, department },
    });
    expect(all.body.items.map((item) => item.creditedTo)).toEqual(
      [200, 300].map(() => ({ id: company.ids.kamA, label: 'Kama Test' })),
    );
    expect((await server.call(company.actor('outsider'), at.plan, { query: kamB })).status).toBe(403);
    expect((await server.call(company.actor('kamA'), at.planSheet, { params: { id: department } })).status).toBe(403);
    const team = await server.call(company.actor('kamA'), at.team, { query: { month: months.past } });
    expect(team.body.people.map((person) => person.employee.id)).toEqual([company.ids.kamA]);
  });

  it('show what stands against each, one click from its records, and nothing without the clause for it', async () => {
    const b = await aClient(server.runner, company.actor('kamB'));
    await company.owner(
      `insert into settlements.invoices (company_id, client_id, keeper_id, number, issued_on, due_on, amount, currency)
       values ($1, $2, $3, 'I-1', '2025-01-01', '2025-01-31', 900, 'USD'), ($1, $2, $3, 'I-2', current_date, current_date + 30, 50, 'USD')`,
      [company.id, b.id, company.ids.kamB],
    );
    const team = await server.call(company.actor('head'), at.team);
    const kamB = team.body.people.find((person) => person.employee.id === company.ids.kamB);
    expect(kamB?.figures).toMatchObject({ overdue: { value: 900 }, late: { value: null }, waiting: { value: 0 } });
    const records = await server.call(company.actor('head'), at.teamRecords, {
      params: { employee: company.ids.kamB, figure: 'overdue' },
    });
    expect(records.body.items).toMatchObject([{ label: 'I-1', client: b.name, amount: 900, on: '2025-01-31' }]);
    expect(
      (
        await server.call(company.actor('kamA'), at.teamRecords, {
          params: { employee: company.ids.kamB, figure: 'overdue' },
        })
      ).status,
    ).toBe(404);
  });

  it('gather what people are late with from every duty, for those above and nobody beside', async () => {
    const itself = { ...company.actor('director'), employeeId: null };
    await server.runner.write(itself, gatherLateWork);
    const team = await server.call(company.actor('head'), at.team);
    const kamB = team.body.people.find((person) => person.employee.id === company.ids.kamB);
    expect(kamB?.figures.late.value).toBe(1);
    const records = await server.call(company.actor('head'), at.teamRecords, {
      params: { employee: company.ids.kamB, figure: 'late' },
    });
    expect(records.body.items).toMatchObject([{ kind: 'work', amount: 900, label: expect.stringContaining('(2.1)') }]);
    const own = await server.call(company.actor('kamA'), at.team);
    expect(own.body.total.late.value).toBe(0);
    await company.owner('update settlements.invoices set due_on = current_date + 5 where number = $1', ['I-1']);
    await server.runner.write(itself, gatherLateWork);
    const after = await server.call(company.actor('head'), at.team);
    expect(after.body.total.late.value).toBe(0);
  });
});

describe('duties to fulfil a plan', () => {
  const measured = async (name: Name, key: string, month: string) => {
    const period = monthPeriod(month);
    const context = { employeeId: company.ids[name], clauseId: '', clauseNumber: '', settings: { byDay: 25 } };
    return server.runner.read(company.actor(name), async (w) =>
      w.registry.duties.get(key)?.measure(w, context as never, period),
    );
  };

  it('are measured in the unit of the plan, with the orders as evidence', async () => {
    const own = await measured('kamA', 'plans.sales-plan', months.past);
    expect(own).toMatchObject({ required: 400, done: 400, missed: 0, unit: 'money' });
    expect(own?.evidence.map((record) => record.kind)).toEqual(['plan', 'shipment', 'shipment']);
    expect(await measured('kamB', 'plans.sales-plan', months.past)).toMatchObject({
      required: 100,
      done: 70,
      missed: 30,
    });
    expect(await measured('kamB', 'plans.new-clients', months.past)).toMatchObject({ required: 0, unit: 'count' });
  });

  it('are for a head what the whole line fulfils', async () => {
    expect(await measured('head', 'plans.sales-plan', months.past)).toMatchObject({
      required: 500,
      done: 500,
      missed: 0,
    });
  });

  it('say who has no approved plan in time', async () => {
    const judged = await measured('head', 'plans.plan-personal', months.past);
    expect(judged).toMatchObject({ unit: 'count' });
    expect(judged?.required).toBe((judged?.done ?? 0) + (judged?.late ?? 0) + (judged?.missed ?? 0));
    expect(judged?.required).toBe(2);
  });
});
