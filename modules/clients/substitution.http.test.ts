import { afterAll, beforeAll, expect, it } from 'vitest';
import { testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl } from '#platform/db/open.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { clientList, readClient } from './endpoints.ts';
import { aClient } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
});
afterAll(() => clone.close());

/** What kamB sees, asked over connections that have not acted for anyone yet. */
async function seenByKamB(id: string): Promise<{ card: number; listed: number }> {
  const database = new Database({ appUrl: appUrl(clone.ownerUrl), ownerUrl: clone.ownerUrl, connections: 2 });
  const server = await testServer(database);
  const card = await server.call(company.actor('kamB'), readClient, { params: { id } });
  const list = await server.call(company.actor('kamB'), clientList.read, {});
  await server.close();
  await database.close();
  return { card: card.status, listed: list.body.items.length };
}

it('shows a substitute the clients of the absent employee for exactly the days of the order', async () => {
  const server = await testServer(clone.database);
  const { id } = await aClient(server.runner, company.actor('kamA'));
  await server.close();
  expect(await seenByKamB(id)).toEqual({ card: 404, listed: 0 });
  await company.substitute('kamA', 'kamB');
  expect(await seenByKamB(id)).toEqual({ card: 200, listed: 1 });
  await company.owner('update organization.substitutions set revoked_at = now() where company_id = $1', [company.id]);
  await company.owner('select mandates.rebuild_access($1)', [company.id]);
  expect(await seenByKamB(id)).toEqual({ card: 404, listed: 0 });
});
