import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asOwner, cloneDatabase } from '#platform/db/test/clone.ts';
import { verifications } from '../verifications.ts';
import { type Demo, seedDemo } from './seed.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let demo: Demo;
const lines: string[] = [];
beforeAll(async () => {
  clone = await cloneDatabase();
  demo = await seedDemo({ database: clone.database, report: (line) => lines.push(line) });
}, 180_000);
afterAll(() => clone.close());

const one = async <T extends pg.QueryResultRow>(query: string) => (await asOwner<T>(clone.ownerUrl, query))[0];

describe('the demonstration', () => {
  it('holds the Northwind data: every order, line and client, and the report says so itself', async () => {
    const counted = await one(`select (select count(*)::int from orders.orders) as orders,
      (select count(*)::int from orders.orders where state = 'entered') as "notShipped",
      (select count(*)::int from orders.order_lines) as lines,
      (select count(*)::int from clients.clients) as clients,
      (select count(*)::int from clients.clients c where not exists (select from orders.orders o where o.client_id = c.id)) as silent,
      (select round(sum(quantity * unit_price * (10000 - discount_bp)) / 1000000, 2)::text from orders.order_lines) as sum`);
    expect(counted).toEqual({ orders: 830, notShipped: 21, lines: 2155, clients: 91, silent: 2, sum: '1265793.04' });
    const [report] = lines.filter((line) => line.includes('order lines read'));
    for (const figure of [
      '2155 order lines read',
      '830 orders',
      '21 not shipped',
      '91 clients',
      '2 without orders',
      '1265793.04',
    ]) {
      expect(report).toContain(figure);
    }
  });
  it('ends yesterday', async () => {
    const row = await one(
      'select (app.today(company_id) - max(ordered_on))::int as days from orders.orders group by company_id',
    );
    expect(row).toEqual({ days: 1 });
  });
  it('has invoices for all that was shipped, some of them overdue', async () => {
    const row = await one<{ uninvoiced: number; overdue: number }>(`select
      (select count(*)::int from orders.orders o where o.state = 'shipped' and not exists (select from settlements.invoices i where i.order_id = o.id)) as uninvoiced,
      (select count(*)::int from settlements.invoices i where i.allocated < i.amount and i.due_on < app.today(i.company_id)) as overdue`);
    expect(row?.uninvoiced).toBe(0);
    expect(row?.overdue).toBeGreaterThan(0);
  });
  it('has a job description in force for everyone, signed by all but one', async () => {
    const row = await one(`select
      (select count(*)::int from organization.employees e where not exists (select from app.grants g where g.employee_id = e.id and g.clause_id is not null)) as without,
      (select count(*)::int from mandates.acknowledgements where signed_at is null) as unsigned,
      (select count(*)::int from organization.employees where founder) as founders`);
    expect(row).toEqual({ without: 0, unsigned: 1, founders: 0 });
  });
  it('gives a login for each position', () => {
    expect(new Set(demo.logins.map((login) => login.position)).size).toBe(7);
  });
  it('contradicts nothing that verify proves', async () => {
    await asOwner(clone.ownerUrl, 'select journal.seal()');
    const owner = new pg.Client({ connectionString: clone.ownerUrl });
    await owner.connect();
    const broken: string[] = [];
    for (const { name, run } of verifications) {
      const { ok, detail } = await run(owner);
      if (!ok) broken.push(`${name}: ${detail}`);
    }
    await owner.end();
    expect(broken).toEqual([]);
  });
});
