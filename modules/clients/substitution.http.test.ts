import { afterAll, beforeAll, expect, it } from 'vitest';
import { testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl } from '#platform/db/open.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { clientList, editClient, readClient } from './endpoints.ts';
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

it('passes with the clients only what the order says: an own right does not cover them', async () => {
  const { database, close } = await cloneDatabase();
  const other = await aCompany(database);
  const before = await testServer(database);
  const [ofA, ofB] = [
    await aClient(before.runner, other.actor('kamA')),
    await aClient(before.runner, other.actor('kamB')),
  ];
  await before.close();
  const edit = async (id: string, who: 'kamA' | 'kamB') => {
    const fresh = new Database({ appUrl: appUrl(database.ownerUrl), ownerUrl: database.ownerUrl, connections: 2 });
    const server = await testServer(fresh);
    const seen = await server.call(other.actor(who), readClient, { params: { id } });
    const edited = await server.call(other.actor(who), editClient, {
      params: { id },
      body: { city: 'Tver' },
      headers: { 'if-match': `"${seen.body.revision}"` },
    });
    await server.close();
    await fresh.close();
    return [seen.status, edited.status, edited.problem?.code];
  };
  try {
    await other.substitute('kamA', 'kamB', 7, ['activities.record']);
    expect(await edit(ofA.id, 'kamB')).toEqual([200, 403, 'platform.not-granted']);
    expect((await edit(ofB.id, 'kamB')).slice(0, 2)).toEqual([200, 200]);
    expect((await edit(ofA.id, 'kamA')).slice(0, 2)).toEqual([200, 200]);
    await other.owner('update organization.substitutions set permits = null where company_id = $1', [other.id]);
    expect((await edit(ofA.id, 'kamB')).slice(0, 2)).toEqual([200, 200]);
  } finally {
    await close();
  }
});
