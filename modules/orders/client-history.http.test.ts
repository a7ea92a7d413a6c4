import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aContact } from '#modules/activities/testing.ts';
import { openSources, timelineOf } from '#modules/clients/data/timeline.ts';
import * as at from '#modules/clients/endpoints-history.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { trendsOf } from './actions/read-trends.ts';
import { pricesPaidFor } from './data/trends.ts';
import { periodNumber, periodOf } from './rules/assortment.ts';
import { aShop, type Shop } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
let shop: Shop;
let clientId: string;
const today = Temporal.Now.plainDateISO('UTC');

/** Weekly orders of ten years: always tea, coffee in the first five years, cocoa in the last week alone; shipped, some returned. */
const tenYears = (id: string, weeks: number) => `set session_replication_role = replica;
  with days as (select n, current_date - n * 7 as day, gen_random_uuid() as order_id, gen_random_uuid() as shipment_id
      from generate_series(0, ${weeks} - 1) n),
   client as (select c.* from clients.clients c where c.id = '${id}'),
   ordered as (insert into orders.orders (id, company_id, client_id, keeper_id, state, number, ordered_on, confirmed_at, import_id,
     price_column_id, currency, total, shipped_on)
     select d.order_id, c.company_id, c.id, c.keeper_id, 'shipped', right('${id}', 8) || '-' || d.n, d.day, d.day::timestamptz, gen_random_uuid(),
            '${shop.catalogue.columns.list}', 'USD',
            1800, d.day from days d, client c returning id),
   bought as (select d.*, p.position, p.product from days d
     cross join lateral (values (1, '${shop.catalogue.products[0]?.id}'), (2, '${shop.catalogue.products[1]?.id}'), (3, '${shop.catalogue.products[2]?.id}')) p(position, product)
     where p.position = 1 or (p.position = 2 and d.n >= 260) or (p.position = 3 and d.n = 0)),
   lines as (insert into orders.order_lines (company_id, order_id, keeper_id, position, product_id, quantity, list_price, column_price, unit_price, discount_bp, amount)
     select c.company_id, b.order_id, c.keeper_id, b.position, b.product::uuid, 2, 1000, 1000, 1000, 1000, 1800 from bought b, client c returning id),
   sent as (insert into orders.shipments (id, company_id, order_id, client_id, keeper_id, shipped_on, amount, currency, credited_to)
     select d.shipment_id, c.company_id, d.order_id, c.id, c.keeper_id, d.day, 1800, 'USD', c.keeper_id from days d, client c returning id)
  insert into orders.returns (company_id, client_id, keeper_id, order_id, returned_on, cause, amount, currency, credited_to)
  select c.company_id, c.id, c.keeper_id, d.order_id, d.day, 'Damaged', 100, 'USD', c.keeper_id from days d, client c where d.n % 50 = 0;
  set session_replication_role = default`;

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  server = await testServer(clone.database);
  shop = await aShop(server.runner, company);
  const mine = company.actor('kamA');
  clientId = (await aClient(server.runner, mine, { name: 'Ten years', since: '2010-01-01' })).id;
  await company.owner(tenYears(clientId, 520));
  for (let n = 0; n < 20; n += 1) await company.owner(tenYears((await aClient(server.runner, mine)).id, 300));
  await aContact(server.runner, mine, { clientId, note: 'Agreed upon tea' });
  await company.owner('analyze');
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

const mine = () => company.actor('kamA');
const trends = async (query: Record<string, unknown>) =>
  (await server.call(mine(), at.readTrends, { params: { id: clientId }, query })).body;
const stream = async (query: Record<string, unknown>) =>
  (await server.call(mine(), at.readTimeline, { params: { id: clientId }, query })).body;

describe('the trends of a client', () => {
  it('tell by quarter how often, for how much and at which discount it orders', async () => {
    const { periods } = await trends({ unit: 'quarter', years: 10 });
    expect(periods).toHaveLength(40);
    const [before] = periods.slice(-2);
    expect(before).toMatchObject({ averageDays: 7, products: 1, newProducts: 0, lostProducts: 0 });
    expect(before?.ordered).toBe((before?.orders ?? 0) * 1800);
    expect(before?.shipped).toBe((before?.orders ?? 0) * 1800);
    expect(before?.discountBp).toBe(1000);
    const running = periods.at(-1);
    expect(running).toMatchObject({
      key: periodOf('quarter', periodNumber('quarter', today.toString())).key,
      lostProducts: null,
    });
    const orders = periods.reduce((so, { orders: of }) => so + of, 0);
    expect(orders).toBeGreaterThan(500);
    expect(periods.reduce((so, { lostProducts }) => so + (lostProducts ?? 0), 0)).toBe(1);
  });

  it('count years as the rule does, and say what is new, kept and lost', async () => {
    const { periods, products, groups } = await trends({ unit: 'year', years: 3 });
    expect(periods.map(({ key }) => key)).toEqual([2, 1, 0].map((ago) => String(today.year - ago)));
    const [tea, coffee, cocoa] = shop.catalogue.products.map(({ id }) => products.find((product) => product.id === id));
    expect([tea?.state, coffee?.state, cocoa?.state]).toEqual(['kept', 'lost', 'new']);
    expect(tea).toMatchObject({ lastPrice: 1000, lastDiscountBp: 1000, usualDays: 7 });
    expect(coffee).toMatchObject({ orders: 0, amount: 0, shareBp: 0 });
    expect(groups.reduce((so, { amount }) => so + amount, 0)).toBe(
      periods.reduce((so, { products: of, orders }) => so + (of > 0 ? orders * 1800 : 0), 1800),
    );
  });

  it('show what was paid for a product, order by order', async () => {
    const product = shop.catalogue.products[0]?.id ?? '';
    const { body } = await server.call(mine(), at.readPricesPaid, { params: { id: clientId }, query: { product } });
    expect(body.items).toHaveLength(500);
    expect(body.items[0]).toMatchObject({
      on: today.toString(),
      listPrice: 1000,
      discountBp: 1000,
      paidPrice: 900,
      quantity: 2,
    });
  });

  it('are nobody’s who does not see the client, and empty for who does not see orders', async () => {
    const asked = (person: 'kamB' | 'outsider') =>
      server.call(company.actor(person), at.readTrends, { params: { id: clientId } });
    expect((await asked('kamB')).status).toBe(404);
    expect((await asked('outsider')).status).toBe(404);
  });
});

describe('the dated history of a client', () => {
  it('holds orders, shipments, returns and contacts, newest first, page by page, each once', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    let last = '9';
    while (cursor !== null) {
      const page: Awaited<ReturnType<typeof stream>> = await stream({ limit: 100, ...(cursor && { cursor }) });
      for (const { kind, id, at: moment } of page.items) {
        seen.push(`${kind}:${id}`);
        expect(moment <= last).toBe(true);
        last = moment;
      }
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    const count = (kind: string) => seen.filter((each) => each.startsWith(`${kind}:`)).length;
    expect(['order-confirmed', 'order-shipped', 'goods-returned', 'activity'].map(count)).toEqual([520, 520, 11, 1]);
  });

  it('is narrowed by kind, period, product and document; every entry opens its document', async () => {
    const day = today.subtract({ days: 14 });
    const span = { from: day.toString(), to: day.add({ days: 1 }).toString() };
    const inSpan = await stream(span);
    expect(inSpan.items.map(({ kind }) => kind).toSorted()).toEqual(['order-confirmed', 'order-shipped']);
    expect(inSpan.items.every(({ data }) => String(data.href).startsWith('/orders/'))).toBe(true);
    const cocoa = await stream({ product: shop.catalogue.products[2]?.id });
    expect(cocoa.items.map(({ kind, data }) => [kind, data.number])).toEqual([
      ['order-confirmed', `${clientId.slice(-8)}-0`],
    ]);
    const named = await stream({ document: '-519', kinds: 'order-confirmed' });
    expect(named.items.map(({ data }) => data.number)).toEqual([`${clientId.slice(-8)}-519`]);
    expect((await stream({ group: 'none', kinds: 'order-confirmed', limit: 100 })).items).toHaveLength(100);
    expect((await stream({ document: '%' })).items).toEqual([]);
    expect(inSpan.kinds).toEqual(expect.arrayContaining(['order-confirmed', 'payment', 'activity']));
  });

  it('keeps the days of the company, wherever it lies', async () => {
    const zone = 'America/Los_Angeles';
    await company.owner('update platform.companies set time_zone = $2 where id = $1', [company.id, zone]);
    const day = today.subtract({ days: 14 });
    const { items } = await stream({ from: day.toString(), to: day.add({ days: 1 }).toString() });
    await company.owner(`update platform.companies set time_zone = 'UTC' where id = $1`, [company.id]);
    expect(items).toHaveLength(2);
    for (const { at: moment, data } of items) {
      expect(Temporal.Instant.from(moment).equals(day.toZonedDateTime(zone).toInstant())).toBe(true);
      expect(data.onDay).toBe(true);
    }
  });

  it('has an index for everything that it asks, stream and trends', async () => {
    const product = shop.catalogue.products[0]?.id ?? '';
    const scanned = await server.runner.write(mine(), async (w) => {
      // In so small a company the planner would rather read all: what it reads as a whole now has no index that would serve.
      await w.db.run(sql`set local enable_seqscan = off`);
      await trendsOf(w, clientId, { unit: 'quarter', years: 10 });
      await pricesPaidFor(w, clientId, product, 500);
      const page = { after: null, limit: 31, product, from: '2018-01-01', document: '-1' };
      await timelineOf(w, clientId, openSources(w), { after: null, limit: 31 });
      await timelineOf(w, clientId, openSources(w), page);
      return w.db.all(sql<{ table: string }>`select relname as table from pg_stat_xact_user_tables
        where relname in ('orders', 'order_lines', 'shipments', 'shipment_lines', 'returns', 'return_lines', 'activities') and seq_scan > 0`);
    });
    expect(scanned).toEqual([]);
  });
});
