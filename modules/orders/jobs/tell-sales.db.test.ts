import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { companyActor } from '#platform/run.ts';
import { aShippedOrder, aShop, type Shop } from '../testing.ts';
import { tellSales } from './tell-sales.ts';

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

const figure = async () =>
  (
    await company.owner<{ sales: number }>('select sales_12m::int as sales from clients.figures where client_id = $1', [
      shop.client.id,
    ])
  )[0]?.sales;
const night = () => server.runner.write(companyActor(company.id, 'night'), (w) => tellSales.run(w));

it('lets sales of a year ago fall out of the figure, and keeps the others', async () => {
  await aShippedOrder(server.runner, company, shop, { quantity: 2 });
  const old = await aShippedOrder(server.runner, company, shop, { quantity: 3 });
  expect(await figure()).toBe(5000);
  await night();
  expect(await figure()).toBe(5000);
  await company.owner(
    `update orders.shipments set shipped_on = current_date - interval '12 months' - interval '1 day' where id = $1`,
    [old.shipmentId],
  );
  await night();
  expect(await figure()).toBe(2000);
});
