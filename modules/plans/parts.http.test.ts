import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { aShop } from '#modules/orders/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import * as at from './endpoints.ts';
import { aCell, aGroup, aPlan, aReturn, aShipment } from './testing.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let months: { past: string; next: string; later: string; last: string };
let department: string;
let groups: { tea: { id: string; productId: string }; coffee: { id: string; productId: string } };
let clients: { a: { id: string }; b: { id: string }; c: { id: string } };

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database);
  await aShop(server.runner, company);
  const today = Temporal.PlainDate.from(
    (await company.owner<{ today: string }>('select app.today($1)::text as today', [company.id]))[0]?.today ?? '',
  );
  const month = (offset: number) => today.add({ months: offset }).toString().slice(0, 7);
  months = { past: month(-1), next: month(1), later: month(2), last: month(3) };
  department = company.departments.sales;
  groups = { tea: await aGroup(company, 'Tea'), coffee: await aGroup(company, 'Coffee') };
  clients = {
    a: await aClient(server.runner, company.actor('kamA')),
    b: await aClient(server.runner, company.actor('kamA')),
    c: await aClient(server.runner, company.actor('kamB')),
  };
  close = async () => {
    await server.close();
    await drop();
  };
});
afterAll(() => close());

type Name = Parameters<TestCompany['actor']>[0];
const set = (name: Name, cells: object[], reason?: string) =>
  server.call(company.actor(name), at.setPlans, {
    params: { id: department },
    body: { cells, ...(reason && { reason }) },
  });
const approve = (name: Name, month: string, part: 'department' | 'personal') =>
  server.call(company.actor(name), at.approvePlans, {
    params: { id: department },
    body: { month, metric: 'sales', part },
  });

/** What the list behind a figure adds up to: its amounts, or how many rows it has. */
async function opened(name: Name, href: string): Promise<number> {
  const [path = '', search = ''] = href.split('?');
  const list = { '/plan/sales': at.planSales, '/plan/clients': at.planClients }[path];
  if (!list) throw new Error(`${path} is no list of a figure`);
  const query = { ...Object.fromEntries(new URLSearchParams(search)), totals: true, limit: 200 };
  const { status, body } = await server.call(company.actor(name), list.read, { query } as never);
  expect(status).toBe(200);
  const sum = body.items.reduce((so, item) => so + Number(item.amount ?? 1), 0);
  expect(sum).toBe(body.totals?.amount ?? body.totals?.count);
  return sum;
}

describe('every figure of a plan', () => {
  beforeAll(async () => {
    const { tea, coffee } = groups;
    const { a, b, c } = clients;
    const on = (day: number) => `${months.past}-${String(day).padStart(2, '0')}`;
    const line = (group: typeof tea, amount: number) => ({ productId: group.productId, amount });
    await aShipment(company, { clientId: a.id, on: on(3), amount: 700, lines: [line(tea, 500), line(coffee, 200)] });
    const second = await aShipment(company, { clientId: b.id, on: on(4), amount: 90, lines: [line(tea, 90)] });
    await aReturn(company, { clientId: b.id, on: on(9), amount: 40, orderId: second.orderId });
    // Brought in by an import without lines.
    await aShipment(company, { clientId: c.id, on: on(5), amount: 1000 });
    await aShipment(company, { clientId: c.id, on: on(6), amount: 60, lines: [line(coffee, 55)] });
    const { kamA } = company.ids;
    const plan = (wish: object) => aPlan(company, { metric: 'sales', month: months.past, amount: 0, ...wish });
    await plan({ employeeId: kamA, amount: 600 });
    await plan({ employeeId: kamA, amount: 400, categoryId: tea.id });
    await plan({ employeeId: kamA, amount: 500, clientId: a.id });
    await plan({ departmentId: department, amount: 1500 });
    await plan({ departmentId: department, amount: 300, categoryId: coffee.id });
    await plan({ departmentId: department, amount: 900, clientId: c.id });
    await plan({ departmentId: department, amount: 2, metric: 'new-clients' });
  });

  it('of an employee and of each part is the sum of the list that it opens', async () => {
    const { body } = await server.call(company.actor('kamA'), at.plan, { query: { month: months.past } });
    expect(body.metrics[0]).toMatchObject({ plan: 600, fact: 750, over: 150, forecast: 750 });
    const parts = body.breakdown.map(({ by, id, plan, fact, over }) => ({ by, id, plan, fact, over }));
    expect(parts).toEqual([
      { by: 'category', id: groups.tea.id, plan: 400, fact: 590, over: 190 },
      { by: 'category', id: null, plan: 200, fact: 160, over: 0 },
      { by: 'client', id: clients.a.id, plan: 500, fact: 700, over: 200 },
      { by: 'client', id: null, plan: 100, fact: 50, over: 0 },
    ]);
    for (const part of body.breakdown) {
      expect([part.href, await opened('kamA', part.href)]).toEqual([part.href, part.fact]);
      expect(part.runRate).not.toBeNull();
    }
  });

  it('of a department and of each part is the sum of the list that it opens', async () => {
    const { body } = await server.call(company.actor('director'), at.departmentPlan, {
      params: { id: department },
      query: { month: months.past },
    });
    expect(body.metrics).toMatchObject([
      { metric: 'sales', plan: 1500, personal: 600, fact: 1810, over: 310, short: 0 },
      { metric: 'active-clients', plan: null },
      { metric: 'new-clients', plan: 2, fact: 3, over: 1 },
    ]);
    expect(body.breakdown.map(({ by, id, plan, fact }) => [by, id, plan, fact])).toEqual([
      ['category', groups.coffee.id, 300, 255],
      ['category', null, 1200, 1555],
      ['client', clients.c.id, 900, 1060],
      ['client', null, 600, 750],
    ]);
    for (const { href, fact } of [...body.metrics, ...body.breakdown])
      expect([href, await opened('director', href)]).toEqual([href, fact]);
    expect(body.daily.reduce((so, { amount }) => so + amount, 0)).toBe(1810);
    expect(await opened('director', `/plan/sales?month=${months.past}&department=${department}&category=none`)).toBe(
      1005 - 40,
    );
  });

  it('of the team, of one department in it, and of a line too', async () => {
    for (const query of [{ month: months.past }, { month: months.past, department }]) {
      const { body } = await server.call(company.actor('head'), at.team, { query });
      expect(body.total.metrics[0]?.fact).toBe(1810);
      for (const { href, fact } of body.total.metrics) expect([href, await opened('head', href)]).toEqual([href, fact]);
    }
    const { body } = await server.call(company.actor('head'), at.plan, { query: { month: months.past } });
    for (const { href, fact } of body.line ?? []) expect([href, await opened('head', href)]).toEqual([href, fact]);
    expect(body.line).toHaveLength(3);
  });

  it('counts who left meanwhile: the department sold it, and so did the team', async () => {
    const [one] = await company.owner<{ id: string }>(
      `insert into organization.employees (company_id, number, last_name, first_name, email, hired_on, dismissed_at)
       values ($1, 'left-1', 'Gone', 'Long', 'gone@test.example', '2020-01-01', now()) returning id`,
      [company.id],
    );
    await company.owner(
      `insert into organization.assignments (company_id, employee_id, position_id, valid)
       select company_id, $1, position_id, daterange($2::date, $2::date + 10) from organization.assignments where employee_id = $3 limit 1`,
      [one?.id, `${months.past}-01`, company.ids.kamB],
    );
    await aShipment(company, { clientId: clients.c.id, on: `${months.past}-02`, amount: 7, creditedTo: one?.id ?? '' });
    const team = await server.call(company.actor('director'), at.team, { query: { month: months.past } });
    const sales = team.body.total.metrics[0];
    expect(sales?.fact).toBe(1817);
    expect(await opened('director', sales?.href ?? '')).toBe(1817);
    await company.owner('delete from orders.shipments where credited_to = $1', [one?.id]);
    await company.owner('delete from organization.assignments where employee_id = $1', [one?.id]);
  });

  it('is not for whoever does not reach all of the department', async () => {
    const asked = { params: { id: department }, query: { month: months.past } };
    expect((await server.call(company.actor('kamA'), at.departmentPlan, asked)).status).toBe(403);
    expect((await server.call(company.actor('head'), at.departmentPlan, asked)).status).toBe(200);
    expect((await server.call(company.actor('outsider'), at.departmentPlan, asked)).status).toBe(403);
    const unknown = await server.call(company.actor('director'), at.departmentPlan, {
      params: { id: company.ids.kamA },
      query: {},
    });
    expect(unknown.problem.code).toBe('plans.unknown-department');
    const whole = await server.call(company.actor('kamA'), at.planSales.read, {
      query: { month: months.past, department, totals: true },
    });
    expect(whole.body.totals).toMatchObject({ amount: 750 });
  });

  it('opens a list of a month only, and goes out as a file', async () => {
    const { status, problem } = await server.call(company.actor('director'), at.planSales.read, { query: {} });
    expect([status, problem.reasons.map(({ field }) => field)]).toEqual([422, ['/month']]);
    const file = await server.call(company.actor('kamA'), at.planSales.exported, {
      query: { format: 'csv', month: months.past, employee: company.ids.kamA, category: groups.tea.id },
    });
    expect(file.status).toBe(200);
  });
});

describe('a plan broken down', () => {
  const parts = (name: Name, query: object) =>
    server.call(company.actor(name), at.partSheet, {
      params: { id: department },
      query: { by: 'category', from: months.next, months: 1, ...query } as never,
    });

  it('is drafted by product group and by client, and approved with the whole', async () => {
    const { kamA } = company.ids;
    const cell = (amount: number, more = {}) => aCell(kamA, months.next, amount, more);
    await set('head', [
      cell(1000),
      cell(600, { categoryId: groups.tea.id }),
      cell(400, { categoryId: groups.coffee.id }),
      cell(300, { clientId: clients.a.id }),
    ]);
    const byGroup = await parts('head', { employee: kamA });
    expect(byGroup.body).toMatchObject({
      bearer: { id: kamA, name: 'Kama Test' },
      whole: [{ amount: 1000, state: 'draft' }],
      can: { set: true },
    });
    const amounts = new Map(byGroup.body.parts.map(({ label, cells }) => [label, cells[0]?.amount]));
    expect([amounts.get('Tea'), amounts.get('Coffee')]).toEqual([600, 400]);
    const byClient = await parts('head', { employee: kamA, by: 'client' });
    expect(byClient.body.parts.map(({ id, cells }) => [id, cells[0]?.amount])).toContainEqual([clients.a.id, 300]);
    expect(await approve('director', months.next, 'personal')).toMatchObject({ status: 200, body: { approved: 4 } });
    const own = await server.call(company.actor('kamA'), at.plan, { query: { month: months.next } });
    expect(own.body.breakdown.map(({ by, plan }) => [by, plan])).toEqual([
      ['category', 600],
      ['category', 400],
      ['client', 300],
      ['client', 700],
    ]);
  });

  it('waits for approval in the sheet though only a part of it was changed', async () => {
    const waiting = async () =>
      (
        await server.call(company.actor('head'), at.planSheet, {
          params: { id: department },
          query: { from: months.next, months: 1 },
        })
      ).body.sums;
    expect(await waiting()).toMatchObject([{ drafts: 0, planDrafts: 0 }]);
    await set('head', [aCell(company.ids.kamA, months.next, 100, { clientId: clients.b.id })]);
    expect(await waiting()).toMatchObject([{ drafts: 1, planDrafts: 0 }]);
    expect(await approve('director', months.next, 'personal')).toMatchObject({ status: 200, body: { approved: 1 } });
  });

  it('may not exceed the plan, of an employee or of the department', async () => {
    await set('head', [
      aCell(null, months.later, 100),
      aCell(null, months.later, 101, { categoryId: groups.tea.id }),
      aCell(company.ids.kamB, months.later, 100),
      aCell(company.ids.kamB, months.later, 60, { clientId: clients.c.id }),
      aCell(company.ids.kamB, months.later, 101, { categoryId: groups.tea.id }),
    ]);
    for (const part of ['department', 'personal'] as const) {
      expect(await approve('director', months.later, part)).toMatchObject({
        status: 409,
        problem: { code: 'plans.breakdown-above-plan' },
      });
    }
  });

  it('is held within its plan by the database itself, whoever writes', async () => {
    const part = (amount: number, of: object) =>
      aPlan(company, { employeeId: company.ids.kamB, metric: 'sales', month: months.last, amount, ...of });
    await expect(part(1, { clientId: clients.c.id })).rejects.toMatchObject({ constraint: 'plans__parts_within' });
    await part(100, {});
    await part(60, { categoryId: groups.tea.id });
    await part(100, { clientId: clients.c.id });
    await expect(part(41, { categoryId: groups.coffee.id })).rejects.toMatchObject({
      constraint: 'plans__parts_within',
    });
    await part(40, { categoryId: groups.coffee.id });
    await expect(
      company.owner(
        `update plans.plans set superseded_at = now() where employee_id = $1 and month = $2::date and category_id is null and client_id is null`,
        [company.ids.kamB, `${months.last}-01`],
      ),
    ).rejects.toMatchObject({ constraint: 'plans__parts_within' });
  });

  it('is for whoever sees the bearer', async () => {
    expect((await parts('kamA', { employee: company.ids.kamB })).problem.code).toBe('plans.unknown-employee');
    expect((await parts('kamA', {})).status).toBe(403);
    expect((await parts('kamA', { employee: company.ids.kamA })).body.can.set).toBe(false);
    expect((await parts('director', { employee: company.ids.hr })).problem.code).toBe('plans.not-in-department');
    expect((await parts('head', {})).body).toMatchObject({ employee: false, bearer: { id: department } });
  });
});

describe('the history of a plan', () => {
  it('says who set which figure in place of which, when and why, and compares two revisions with their parts', async () => {
    const { kamB } = company.ids;
    const month = months.next;
    const history = async () =>
      (
        await server.call(company.actor('head'), at.planRevisions.read, {
          query: { employee: kamB, month: `${month}-01`, 'category.is': 'null' },
        })
      ).body.items;
    await set(
      'head',
      [aCell(kamB, month, 500), aCell(kamB, month, 200, { categoryId: groups.tea.id })],
      'As last year',
    );
    const [first] = await history();
    await set('head', [aCell(kamB, month, 800, { seen: String(first?.id) })], ' A client more ');
    await approve('director', month, 'personal');
    const items = await history();
    expect(items.map(({ before, amount, change, reason, state }) => [before, amount, change, reason, state])).toEqual([
      [500, 800, 300, 'A client more', 'in-force'],
      [null, 500, 500, 'As last year', 'former-draft'],
    ]);
    expect(items[0]).toMatchObject({
      setBy: { label: 'Head Test' },
      approvedBy: { label: 'Director Test' },
      employee: { id: kamB },
      overrideReason: '',
    });
    const compare = (name: Name, before: unknown, after: unknown) =>
      server.call(company.actor(name), at.comparePlanRevisions, {
        query: { before: String(before), after: String(after) },
      });
    const compared = await compare('head', items[1]?.id, items[0]?.id);
    expect(compared.body.figures).toMatchObject([
      { by: 'whole', before: 500, after: 800, change: 300 },
      { by: 'category', label: 'Tea', before: 200, after: 200, change: 0 },
    ]);
    expect((await compare('kamA', items[1]?.id, items[0]?.id)).problem.code).toBe('plans.unknown-revision');
    const [other] = (
      await server.call(company.actor('head'), at.planRevisions.read, { query: { employee: company.ids.kamA } })
    ).body.items;
    expect((await compare('head', other?.id, items[0]?.id)).problem.code).toBe('plans.other-plan');
  });
});
