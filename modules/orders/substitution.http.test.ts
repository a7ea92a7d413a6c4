import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { decideRequest, listRequests } from '#modules/mandates/endpoints-work.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl } from '#platform/db/open.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import * as at from './endpoints.ts';
import { aDraft, aShop, type Shop } from './testing.ts';

let close: () => Promise<void>;
let server: TestServer;
let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let shop: Shop;

beforeAll(async () => {
  clone = await cloneDatabase();
  const { database } = clone;
  company = await aCompany(database);
  const before = await testServer(database);
  shop = await aShop(before.runner, company);
  await before.close();
  await company.substitute('kamA', 'kamB');
  // Nobody has acted over its connections yet, so that the substitution counts from the first call.
  server = await testServer(database);
  close = async () => {
    await server.close();
    await clone.close();
  };
});
afterAll(() => close());

const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
const lines = () => [{ productId: shop.catalogue.products[0]?.id ?? '', quantity: 1, discountBp: 400 }];

it('the substitute takes orders in the place of the absent, by the absent one’s own rights', async () => {
  const drafted = await server.call(company.actor('kamB'), at.draftOrder, {
    body: { clientId: shop.client.id, lines: lines() },
  });
  expect(drafted.status).toBe(201);
  const { id, revision } = drafted.body;
  const confirmed = await server.call(company.actor('kamB'), at.confirmOrder, {
    params: { id },
    body: {},
    headers: seen(revision),
  });
  expect(confirmed).toMatchObject({ status: 200, body: { state: 'confirmed' } });
  const order = (await server.call(company.actor('head'), at.readOrder, { params: { id } })).body;
  expect(order).toMatchObject({
    takenBy: { id: company.ids.kamB },
    actingFor: { id: company.ids.kamA },
    keeper: { id: company.ids.kamA },
  });
  const [entry] = await company.owner<{ acting_for: string }>(
    `select acting_for from journal.entries where table_name = 'orders.orders' and record_id = $1 order by id desc limit 1`,
    [id],
  );
  expect(entry?.acting_for).toBe(company.ids.kamA);
});

it('an order of a key client that the substitute took is not among those taken by others', async () => {
  await company.owner(`update clients.clients set class = 'key' where id = $1`, [shop.client.id]);
  const listed = async () =>
    ((await server.call(company.actor('head'), at.takenByOthersList.read, {})).body as { items: object[] }).items;
  const taken = await company.owner(`select from orders.orders where taken_by = $1 and number is not null`, [
    company.ids.kamB,
  ]);
  expect(taken).toHaveLength(1);
  expect(await listed()).toEqual([]);
  // Whoever substitutes and reaches the client anyway acts in nobody's place; the order of the company counts all the same.
  await company.owner(`update orders.orders set acting_for = null where taken_by = $1`, [company.ids.kamB]);
  expect(await listed()).toEqual([]);
  await company.owner(`update orders.orders set ordered_on = ordered_on - 30 where taken_by = $1`, [company.ids.kamB]);
  await company.owner(`update clients.keepers set valid = daterange('2020-01-01', null) where client_id = $1`, [
    shop.client.id,
  ]);
  expect(await listed()).toHaveLength(1);
});

it('asks a superior for what lies beyond them', async () => {
  const { id, revision } = await aDraft(server.runner, company.actor('kamB'), shop, { discountBp: 1000 });
  const asked = await server.call(company.actor('kamB'), at.confirmOrder, {
    params: { id },
    body: { reason: 'as agreed' },
    headers: seen(revision),
  });
  expect(asked).toMatchObject({ status: 200, body: { state: 'waiting' } });

  // The head is away as well: whoever decides in their place is named with them.
  await company.substitute('head', 'hr');
  const connections = new Database({ appUrl: appUrl(clone.ownerUrl), ownerUrl: clone.ownerUrl, connections: 2 });
  const fresh = await testServer(connections);
  const inbox = await fresh.call(company.actor('hr'), listRequests, { query: { box: 'inbox' } });
  const [request] = inbox.body.items;
  const decided = await fresh.call(company.actor('hr'), decideRequest, {
    params: { id: request?.id ?? '' },
    body: { granted: true, reason: 'Fine.' },
    headers: seen(request?.revision ?? 0),
  });
  expect(decided.status).toBe(200);
  const { body } = await fresh.call(company.actor('head'), at.readOrder, { params: { id } });
  await fresh.close();
  await connections.close();
  const by = body.authorizations.find((each) => each.permit === 'orders.discount');
  expect(by).toMatchObject({
    state: 'granted',
    decidedBy: { name: 'Hr Test' },
    decidedFor: { name: 'Head Test' },
  });
});

it('the absent cannot act meanwhile', async () => {
  const reply = await server.call(company.actor('kamA'), at.draftOrder, {
    body: { clientId: shop.client.id, lines: lines() },
  });
  expect(reply.status).toBe(403);
});
