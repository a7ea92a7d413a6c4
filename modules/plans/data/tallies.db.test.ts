import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { month } from '#kernel/period.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { aShippedOrder, aShop, type Shop } from '#modules/orders/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { aGroup, aReturn, aShipment } from '../testing.ts';
import { plansVerifications } from '../verifications.ts';
import { activeClientFacts, newClientFacts, salesFacts } from './facts.ts';
import { baseRecords, newClientRecords, saleRecords } from './records.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let shop: Shop;

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database);
  shop = await aShop(server.runner, company);
  close = async () => {
    await server.close();
    await drop();
  };
});
afterAll(() => close());

const client = (keeper: 'kamA' | 'kamB' = 'kamA', more = {}) => aClient(server.runner, company.actor(keeper), more);
const read = <T>(name: Parameters<TestCompany['actor']>[0], act: Parameters<TestServer['runner']['read']>[1]) =>
  server.runner.read(company.actor(name), act) as Promise<T>;
const sales = (name: Parameters<TestCompany['actor']>[0], of: 'kamA' | 'kamB', text: string) =>
  read<ReadonlyMap<string, number>>(name, (w) => salesFacts(w, [company.ids[of]], month(text))).then(
    (facts) => facts.get(company.ids[of]) ?? 0,
  );
const pass = (id: string) =>
  company.owner(
    `update clients.clients set keeper_id = $1 where id = $2 and set_config('app.company_id', $3, false) <> ''`,
    [company.ids.kamB, id, company.id],
  );
const all = { limit: 100, offset: 0 };
const contradictions = async () =>
  (await Promise.all(plansVerifications.map(({ query }) => company.owner(query)))).flat();

describe('sales of a day', () => {
  it('are what was shipped less what came back, by whose sale it was', async () => {
    const one = await client();
    await aShipment(company, { clientId: one.id, on: '2025-03-03', amount: 70_000 });
    const second = await aShipment(company, { clientId: one.id, on: '2025-03-31', amount: 30_000 });
    await aShipment(company, { clientId: one.id, on: '2025-04-01', amount: 5 });
    await aReturn(company, { clientId: one.id, on: '2025-03-31', amount: 10_000, orderId: second.orderId });
    expect(await sales('kamA', 'kamA', '2025-03')).toBe(90_000);
    const records = await read<{ amount: number }[]>('kamA', (w) =>
      saleRecords(w, company.ids.kamA, month('2025-03'), all),
    );
    expect(records.map((record) => record.amount).toSorted((a, b) => a - b)).toEqual([-10_000, 30_000, 70_000]);
    expect(await contradictions()).toEqual([]);
  });

  it('stay with whoever sold when the client passes to another', async () => {
    const one = await client();
    await aShipment(company, { clientId: one.id, on: '2025-05-05', amount: 1000 });
    await pass(one.id);
    await aShipment(company, { clientId: one.id, on: '2025-05-06', amount: 300 });
    expect(await sales('head', 'kamA', '2025-05')).toBe(1000);
    expect(await sales('head', 'kamB', '2025-05')).toBe(300);
    const records = await read<{ amount: number }[]>('kamA', (w) =>
      saleRecords(w, company.ids.kamA, month('2025-05'), all),
    );
    expect(records.map((record) => record.amount)).toEqual([1000]);
    expect(await contradictions()).toEqual([]);
  });

  it('follow an order through the product at once', async () => {
    const today = (await read<Temporal.PlainDate>('kamA', async (w) => w.today)).toString().slice(0, 7);
    const before = await sales('kamA', 'kamA', today);
    const shipped = await aShippedOrder(server.runner, company, shop, { quantity: 3 });
    expect(await sales('kamA', 'kamA', today)).toBe(before + shipped.amount);
    expect(await contradictions()).toEqual([]);
  });

  it('are hidden from a colleague, open to the head and the director', async () => {
    const one = await client('kamB');
    await aShipment(company, { clientId: one.id, on: '2025-06-02', amount: 4200 });
    expect(await sales('kamA', 'kamB', '2025-06')).toBe(0);
    expect(await read('kamA', (w) => saleRecords(w, company.ids.kamB, month('2025-06'), all))).toEqual([]);
    expect(await sales('kamB', 'kamB', '2025-06')).toBe(4200);
    expect(await sales('head', 'kamB', '2025-06')).toBe(4200);
    expect(await sales('director', 'kamB', '2025-06')).toBe(4200);
    expect(await sales('outsider', 'kamB', '2025-06')).toBe(0);
  });

  it('go back when an import is reverted, and the verification sees a tampered tally', async () => {
    const one = await client();
    const { shipmentId } = await aShipment(company, { clientId: one.id, on: '2025-07-07', amount: 800 });
    await aShipment(company, { clientId: one.id, on: '2025-07-09', amount: 200 });
    await company.owner('delete from orders.shipments where id = $1', [shipmentId]);
    expect(await sales('kamA', 'kamA', '2025-07')).toBe(200);
    expect(await contradictions()).toEqual([]);
    await company.owner(
      `update plans.daily_sales set amount = amount + 1 where employee_id = $1 and day = '2025-07-09'`,
      [company.ids.kamA],
    );
    expect(await contradictions()).toMatchObject([{ tallied: '201', orders: '200' }]);
    await company.owner(
      `update plans.daily_sales set amount = amount - 1 where employee_id = $1 and day = '2025-07-09'`,
      [company.ids.kamA],
    );
  });
});

describe('sales of a product group', () => {
  const groupSums = () =>
    company.owner<{ name: string; month: string; employee: string; amount: string }>(
      `select c.name, to_char(g.month, 'YYYY-MM') as month, e.first_name as employee, g.amount from plans.group_sales g
         join catalog.categories c on c.id = g.category_id join organization.employees e on e.id = g.employee_id
        where g.amount <> 0 and c.name like 'G%' order by 1, 2, 3`,
    );
  const sums = async () => (await groupSums()).map(({ name, month: of, amount }) => [name, of, Number(amount)]);

  it('follow lines, returns, their days, regrouped products and what goes, whoever writes', async () => {
    const [one, g1, g2] = [await client(), await aGroup(company, 'G1'), await aGroup(company, 'G2')];
    const line = (group: typeof g1, amount: number) => ({ productId: group.productId, amount });
    const { shipmentId } = await aShipment(company, {
      clientId: one.id,
      on: '2024-09-03',
      amount: 100,
      lines: [line(g1, 70), line(g2, 30)],
    });
    const back = await aReturn(company, { clientId: one.id, on: '2024-09-30', amount: 20 });
    await company.owner(
      `insert into orders.return_lines (company_id, return_id, keeper_id, position, product_id, quantity, amount)
       select company_id, id, keeper_id, 1, $2, 1, 15 from orders.returns where id = $1`,
      [back, g1.productId],
    );
    expect(await sums()).toEqual([
      ['G1', '2024-09', 55],
      ['G2', '2024-09', 30],
    ]);
    await company.owner('update orders.return_lines set amount = 20 where return_id = $1', [back]);
    await company.owner(`update orders.returns set returned_on = '2024-10-01' where id = $1`, [back]);
    expect(await sums()).toEqual([
      ['G1', '2024-09', 70],
      ['G1', '2024-10', -20],
      ['G2', '2024-09', 30],
    ]);
    await company.owner('update catalog.products set category_id = $2 where id = $1', [g1.productId, g2.id]);
    expect(await sums()).toEqual([
      ['G2', '2024-09', 100],
      ['G2', '2024-10', -20],
    ]);
    expect(await contradictions()).toEqual([]);
    await company.owner('update catalog.products set category_id = null where id = $1', [g1.productId]);
    await company.owner('delete from orders.shipments where id = $1', [shipmentId]);
    await company.owner('delete from orders.returns where id = $1', [back]);
    expect(await sums()).toEqual([]);
    expect(await contradictions()).toEqual([]);
  });

  it('are seen by the verification when they were tampered with', async () => {
    const [one, group] = [await client(), await aGroup(company, 'G3')];
    const lines = [{ productId: group.productId, amount: 9 }];
    await aShipment(company, { clientId: one.id, on: '2024-08-03', amount: 9, lines });
    await company.owner('update plans.group_sales set amount = 10 where category_id = $1', [group.id]);
    expect(await contradictions()).toMatchObject([{ tallied: '10', lines: '9' }]);
    await company.owner('update plans.group_sales set amount = 9 where category_id = $1', [group.id]);
  });
});

describe('sales of a substitution', () => {
  const taken = async (clientId: string, on: string, lines: { productId: string; amount: number }[] = []) =>
    aShipment(company, { clientId, on, amount: 500, takenBy: company.ids.kamB, actingFor: company.ids.kamA, lines });

  it('count for the absent keeper unless the company chose otherwise', async () => {
    const one = await client();
    await taken(one.id, '2025-08-04');
    expect(await sales('head', 'kamA', '2025-08')).toBe(500);
    expect(await sales('head', 'kamB', '2025-08')).toBe(0);
  });

  it('count for the substitute from the day of that choice, with what comes back of them', async () => {
    await company.owner(
      `insert into platform.settings (company_id, key, scope_id, value, valid_from) values ($1, 'plans.substitution-credit', $1, '"substitute"', '2025-09-01')`,
      [company.id],
    );
    const one = await client();
    await taken(one.id, '2025-08-29');
    const group = await aGroup(company, 'S1');
    const later = await taken(one.id, '2025-09-01', [{ productId: group.productId, amount: 500 }]);
    const bySubstitute = await company.owner(
      'select employee_id, amount from plans.group_sales where category_id = $1 and amount <> 0',
      [group.id],
    );
    expect(bySubstitute).toEqual([{ employee_id: company.ids.kamB, amount: '500' }]);
    await aReturn(company, { clientId: one.id, on: '2025-09-20', amount: 120, orderId: later.orderId });
    expect(await sales('head', 'kamA', '2025-08')).toBe(1000);
    expect(await sales('head', 'kamA', '2025-09')).toBe(0);
    expect(await sales('head', 'kamB', '2025-09')).toBe(380);
    const records = await read<{ amount: number }[]>('kamB', (w) =>
      saleRecords(w, company.ids.kamB, month('2025-09'), all),
    );
    expect(records.map((record) => record.amount)).toEqual([-120, 500]);
    expect(await contradictions()).toEqual([]);
  });
});

describe('new clients', () => {
  const won = (of: 'kamA' | 'kamB', text: string) =>
    read<ReadonlyMap<string, number>>('head', (w) => newClientFacts(w, [company.ids[of]], month(text))).then(
      (facts) => facts.get(company.ids[of]) ?? 0,
    );

  it('count once, in the month of the first shipment, for whoever won them', async () => {
    const one = await client();
    await aShipment(company, { clientId: one.id, on: '2024-02-10', amount: 1 });
    await aShipment(company, { clientId: one.id, on: '2024-02-20', amount: 1 });
    await aShipment(company, { clientId: one.id, on: '2024-03-10', amount: 1 });
    await pass(one.id);
    expect([await won('kamA', '2024-02'), await won('kamA', '2024-03'), await won('kamB', '2024-02')]).toEqual([
      1, 0, 0,
    ]);
    const records = await read<{ id: string; on: string }[]>('head', (w) =>
      newClientRecords(w, company.ids.kamA, month('2024-02'), all),
    );
    expect(records).toMatchObject([{ id: one.id, on: '2024-02-10' }]);
  });

  it('are not old ones registered anew: the tax number tells, whoever kept the old card', async () => {
    const old = await client('kamB', { taxNumber: '7701234567' });
    const anew = await client('kamA', { taxNumber: '7701234567' });
    await aShipment(company, { clientId: old.id, on: '2024-04-01', amount: 1 });
    await aShipment(company, { clientId: anew.id, on: '2024-05-01', amount: 1 });
    expect([await won('kamB', '2024-04'), await won('kamA', '2024-05')]).toEqual([1, 0]);
    await company.owner('update clients.clients set tax_number = $1 where id = $2', ['7709999999', anew.id]);
    expect(await won('kamA', '2024-05')).toBe(1);
    await company.owner('update clients.clients set tax_number = $1 where id = $2', ['7701234567', anew.id]);
    expect(await won('kamA', '2024-05')).toBe(0);
    await aShipment(company, { clientId: anew.id, on: '2024-03-01', amount: 1 });
    expect([await won('kamB', '2024-04'), await won('kamA', '2024-03')]).toEqual([0, 1]);
    expect(await contradictions()).toEqual([]);
  });
});

describe('active clients', () => {
  it('were shipped to within the window; the base shows who became active and who lapsed', async () => {
    const [stays, lapses, comes] = [await client('kamB'), await client('kamB'), await client('kamB')];
    await company.owner(
      `update clients.keepers set valid = daterange('2020-01-01', upper(valid)) where client_id = any ($1)`,
      [[stays.id, lapses.id, comes.id]],
    );
    await aShipment(company, { clientId: stays.id, on: '2023-05-30', amount: 1 });
    await aShipment(company, { clientId: lapses.id, on: '2023-03-15', amount: 1 });
    await aShipment(company, { clientId: comes.id, on: '2023-06-29', amount: 1 });
    const base = await read<ReadonlyMap<string, number>>('head', (w) =>
      activeClientFacts(w, [company.ids.kamB], month('2023-06')),
    );
    expect(base.get(company.ids.kamB)).toBe(2);
    const changed = (change: 'active' | 'became' | 'lapsed') =>
      read<{ id: string }[]>('kamB', (w) => baseRecords(w, company.ids.kamB, month('2023-06'), change, all)).then(
        (rows) => rows.map((row) => row.id),
      );
    expect(await changed('active')).toEqual([comes.id, stays.id]);
    expect(await changed('became')).toEqual([comes.id]);
    expect(await changed('lapsed')).toEqual([lapses.id]);
    expect(await read('kamA', (w) => baseRecords(w, company.ids.kamB, month('2023-06'), 'active', all))).toEqual([]);
  });

  it('are counted every night, exactly as of that night, and kept', async () => {
    const days = await company.owner<{ yesterday: string; today: string }>(
      `select (app.today($1) - 1)::text as yesterday, app.today($1)::text as today`,
      [company.id],
    );
    const [{ yesterday = '', today = '' } = {}] = days;
    const [both, fresh] = [await client('kamB'), await client('kamB')];
    await aShipment(company, { clientId: both.id, on: yesterday, amount: 1 });
    await aShipment(company, { clientId: both.id, on: today, amount: 1 });
    await aShipment(company, { clientId: fresh.id, on: today, amount: 1 });
    const count = server.runner.registry.modules.find((each) => each.name === 'plans')?.jobs?.[0]?.run;
    const itself = { ...company.actor('director'), employeeId: null };
    await server.runner.write(itself, async (w) => count?.(w));
    const counted = () =>
      company.owner<{ clients: number }>('select clients from plans.active_bases where employee_id = $1 and day = $2', [
        company.ids.kamB,
        yesterday,
      ]);
    expect(await counted()).toEqual([{ clients: 1 }]);
    await server.runner.write(itself, async (w) => count?.(w));
    expect(await counted()).toEqual([{ clients: 1 }]);
  });
});
