import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import type { ImportKind, ImportRow, ImportValue } from '#platform/declare/import-kind.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { aShop, type Shop } from '../testing.ts';
import { orderLinesImport, ordersImport } from './orders.ts';
import { salesLinesImport } from './sales-lines.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;
let shop: Shop;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  runner = new Runner(clone.database, compose(modules));
  shop = await aShop(runner, company);
});
afterAll(() => clone.close());

const importId = (n: number) => `01980000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const rowsOf = (each: Record<string, ImportValue>[]): ImportRow[] =>
  each.map((values, i) => ({ number: i + 1, values }));
const write = (kind: ImportKind, rows: Record<string, ImportValue>[], id: string) =>
  runner.write(companyActor(company.id, 'test'), (w) => kind.write(w, rowsOf(rows), id));
const conclude = (kind: ImportKind, id: string) =>
  runner.write(companyActor(company.id, 'test'), async (w) => (await kind.conclude?.(w, id)) ?? {});

const header = (number: string, orderedOn = '2026-01-12', shippedOn: string | null = '2026-01-13') => ({
  number,
  client: shop.client.code,
  orderedOn,
  shippedOn,
});
const line = (order: string, quantity = 1) => ({
  order,
  product: shop.catalogue.products[0]?.code ?? '',
  unitPrice: 100,
  quantity,
});
const sale = (invoice: string, date: string, quantity = 1) => ({
  invoice,
  client: shop.client.code,
  product: shop.catalogue.products[0]?.code ?? '',
  quantity,
  unitPrice: 100,
  date,
});
const stateOf = async (reference: string) => {
  const [row] = await company.owner<{ state: string }>(
    'select state from orders.orders where client_reference = $1 and company_id = $2',
    [reference, company.id],
  );
  return row?.state;
};

describe('the end of an import of history', () => {
  it('ends only what that import brought: the drafts of one that still runs stay drafts', async () => {
    await write(ordersImport, [header('R-1'), header('R-2')], importId(1));
    await write(orderLinesImport, [line('R-1')], importId(2));
    await write(orderLinesImport, [line('R-2', 3)], importId(3));
    const facts = await conclude(orderLinesImport, importId(3));
    expect(await stateOf('R-2')).toBe('shipped');
    expect(await stateOf('R-1')).toBe('draft');
    expect(facts).toMatchObject({ orders: 1, lines: 1, roundedLines: 300 });
    await conclude(orderLinesImport, importId(2));
    expect(await stateOf('R-1')).toBe('shipped');
  });
  it('and tells the client what was shipped and when it ordered last', async () => {
    const [told] = await company.owner<{ last: string; status: string }>(
      `select f.last_order_on::text as last, c.status from clients.figures f join clients.clients c on c.id = f.client_id where f.client_id = $1`,
      [shop.client.id],
    );
    expect(told).toEqual({ last: '2026-01-12', status: 'active' });
  });
  it('lines of an order come by one import: another adds nothing to it', async () => {
    await write(ordersImport, [header('R-3')], importId(4));
    await write(orderLinesImport, [line('R-3')], importId(5));
    const rejected = await write(orderLinesImport, [line('R-3')], importId(6));
    expect(rejected).toEqual([{ number: 1, code: 'orders.import-has-lines' }]);
  });
});

describe('a month that is settled or being appraised', () => {
  beforeAll(async () => {
    await company.owner(
      `insert into plans.pay_statements (company_id, employee_id, month, lines, formula, total, currency, settled_at)
       values ($1, $2, '2025-03-01', '[]', '{}', 0, 'USD', now())`,
      [company.id, company.ids.kamA],
    );
    await company.owner(
      `insert into mandates.appraisals (company_id, employee_id, period) values ($1, $2, '[2025-05-01,2025-06-01)')`,
      [company.id, company.ids.kamA],
    );
  });
  const closed = 'orders.import-closed-month';

  it('takes no order of its days, by the day of order or of shipment', async () => {
    const rejected = await write(
      ordersImport,
      [
        header('C-1', '2025-03-31', null),
        header('C-2', '2025-02-28', '2025-03-01'),
        header('C-3', '2025-05-31', '2025-06-01'),
        header('C-4', '2025-04-01', '2025-04-30'),
      ],
      importId(7),
    );
    expect(rejected).toEqual([1, 2, 3].map((number) => ({ number, code: closed })));
    expect(await stateOf('C-4')).toBe('draft');
  });
  it('takes no lines of an order whose month was settled after its header came', async () => {
    await write(ordersImport, [header('C-5', '2025-07-10', '2025-07-11')], importId(8));
    await company.owner(
      `insert into plans.pay_statements (company_id, employee_id, month, lines, formula, total, currency, settled_at)
       values ($1, $2, '2025-07-01', '[]', '{}', 0, 'USD', now())`,
      [company.id, company.ids.kamA],
    );
    const rejected = await write(orderLinesImport, [line('C-5'), line('C-4')], importId(9));
    expect(rejected).toEqual([{ number: 1, code: closed }]);
  });
  it('takes no sale and no return of its days, and makes no client for one', async () => {
    const stranger = { ...sale('S-4', '2025-03-05'), client: 'NEW-1', createMissing: true, keeper: 'kamA' };
    const [employee] = await company.owner<{ number: string }>(
      'select number from organization.employees where id = $1',
      [company.ids.kamA],
    );
    const rejected = await write(
      salesLinesImport,
      [
        sale('S-1', '2025-03-05'),
        sale('S-2', '2025-05-01', -1),
        sale('S-3', '2025-04-05'),
        { ...stranger, keeper: employee?.number ?? '' },
      ],
      importId(10),
    );
    expect(rejected).toEqual([1, 2, 4].map((number) => ({ number, code: closed })));
    expect(await company.owner(`select from clients.clients where code = 'NEW-1'`)).toEqual([]);
  });
});
