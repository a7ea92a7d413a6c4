import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { aShop, type Shop } from '#modules/orders/testing.ts';
import type { Database } from '#platform/db/database.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { type TestServer, testServer } from './test-server.ts';

export type TestShop = {
  readonly database: Database;
  readonly server: TestServer;
  readonly company: TestCompany;
  readonly shop: Shop;
  close(): Promise<void>;
};

/** A server over a database of its own, with a company and its shop: what tests of orders begin with. */
export async function testShop(products?: number): Promise<TestShop> {
  const { database, close: drop } = await cloneDatabase();
  const server = await testServer(database);
  const company = await aCompany(database);
  const shop = await aShop(server.runner, company, products);
  const close = async () => {
    await server.close();
    await drop();
  };
  return { database, server, company, shop, close };
}
