import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { clientList, contactList, readClient } from '#modules/clients/endpoints.ts';
import { addContact, readDossier } from '#modules/clients/endpoints-details.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type Person, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { employeePay, payroll } from '#modules/plans/endpoints-pay.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { companyActor } from '#platform/run.ts';
import * as at from './endpoints.ts';
import type { WentBeyond } from './keep-export.ts';
import { tellWentBeyond } from './tell.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
const clients: { id: string; name: string }[] = [];

beforeAll(async () => {
  const all = (permit: string) => ({ permit, scope: 'all' as const });
  clone = await cloneDatabase();
  company = await aCompany(clone, {
    grants: {
      kamA: [...standardGrants.kamA, { permit: 'clients.export' }],
      kamB: [...standardGrants.kamB, { permit: 'clients.export' }],
      hr: [...standardGrants.hr, all('security.watch')],
    },
  });
  server = await testServer(clone.database);
  for (let n = 0; n < 8; n += 1) {
    const client = await aClient(server.runner, company.actor('kamA'));
    clients.push(client);
    await server.call(company.actor('kamA'), addContact, { params: { id: client.id }, body: { name: `Person ${n}` } });
  }
  await company.owner(
    `insert into platform.settings (company_id, key, scope_kind, scope_id, value, valid_from)
     values ($1, 'security.mass-export', 'company', $1, '{"clients": 5, "rows": 40}', '2020-01-01')`,
    [company.id],
  );
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

const byKey = { 'x-test-by': 'key' };
const csv = (who: Person, query: Record<string, unknown>, list: typeof clientList.exported = clientList.exported) =>
  server.call(company.actor(who), list, { query: { format: 'csv', ...query } });
const exportsOf = async (who: Person, query: object = {}) =>
  (await server.call(company.actor(who), at.listExports, { query: { ...query } })).body.items;
const readingsSeenBy = async (who: Person, query: object = {}) => {
  await server.runner.readings.flush();
  return (await server.call(company.actor(who), at.listReadings, { query: { ...query } })).body.items;
};
const nameFilter = (from: number, to: number) =>
  clients
    .slice(from, to)
    .map(({ name }) => name)
    .join(',');
const announced = () =>
  company.owner<{ payload: WentBeyond }>(`select payload from platform.outbox where event = 'security.went-beyond'`);

describe('an export', () => {
  it('is kept: who took which rows of what list, by which filters and columns', async () => {
    expect((await csv('kamA', { name: nameFilter(0, 2), columns: 'name,phone' })).status).toBe(200);
    const [kept] = await exportsOf('kamA');
    expect(kept).toMatchObject({
      employee: { id: company.ids.kamA },
      list: 'Clients',
      way: 'csv',
      filters: [{ label: 'Client', value: nameFilter(0, 2) }],
      columns: ['Client', 'Phone'],
      rows: 2,
      clients: 2,
      beyond: false,
    });
    const [entry] = await company.owner<{ act: string }>(
      `select act from journal.entries where table_name = 'platform.exports' and record_id = $1 and employee_id = $2`,
      [kept?.id, company.ids.kamA],
    );
    expect(entry?.act).toBe('insert');
  });

  it('is not given to anybody of whom it could not be kept', async () => {
    await company.owner('alter table platform.exports add constraint none check (rows < 0) not valid');
    const refused = await csv('kamA', { name: nameFilter(0, 1) });
    await company.owner('alter table platform.exports drop constraint none');
    expect(refused.status).toBeGreaterThanOrEqual(400);
  });

  it('is seen by oneself, by those above and by whoever watches, and by nobody else', async () => {
    const seen = async (who: Person) => (await exportsOf(who)).some(({ employee }) => employee.id === company.ids.kamA);
    const people = ['kamA', 'head', 'director', 'hr', 'kamB', 'support', 'outsider'] as const;
    expect(await Promise.all(people.map(seen))).toEqual([true, true, true, true, false, false, false]);
  });

  it('cannot be changed or removed, by anybody', async () => {
    await expect(company.owner('update platform.exports set rows = 0')).rejects.toThrow('append-only');
    await expect(company.owner('delete from platform.exports')).rejects.toThrow('append-only');
  });
});

describe('a mass export', () => {
  it('is announced once a day, though split into small ones, and the same client taken twice counts once', async () => {
    // Two clients were taken above.
    await csv('kamA', { name: nameFilter(1, 4) });
    await csv('kamA', { name: nameFilter(0, 5) });
    expect(await announced()).toEqual([]);
    await csv('kamA', { name: nameFilter(5, 6) });
    expect((await announced()).map(({ payload }) => payload)).toEqual([
      { employeeId: company.ids.kamA, rows: 11, clients: 6 },
    ]);
    await csv('kamA', { name: nameFilter(6, 8) });
    expect(await announced()).toHaveLength(1);
    expect((await exportsOf('kamA')).map(({ beyond }) => beyond)).toEqual([false, true, false, false, false]);
    expect(await exportsOf('hr', { beyond: true })).toHaveLength(1);
  });

  it('is announced once when the small ones come at the same time', async () => {
    const before = (await announced()).length;
    await company.owner(
      `insert into platform.settings (company_id, key, scope_kind, scope_id, value, valid_from)
       values ($1, 'security.mass-export', 'position', $2, '{"clients": 5, "rows": 3}', '2020-01-01')`,
      [company.id, company.positions.head],
    );
    const grant = `insert into app.grants (company_id, employee_id, permit, scope, limits, valid)
      values ($1, $2, 'clients.export', 'own', '{}', daterange('2020-01-01', null))`;
    await company.owner(grant, [company.id, company.ids.head]);
    server.runner.forget();
    const replies = await Promise.all([0, 1, 2, 3].map((n) => csv('head', { name: nameFilter(n, n + 1) })));
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await announced()).toHaveLength(before + 1);
  });

  it('counts what an API key reads page by page, and card by card', async () => {
    const read = (query: object, endpoint: typeof clientList.read = clientList.read) =>
      server.call(company.actor('director'), endpoint, { query: { ...query }, headers: byKey });
    const { body } = await read({ limit: 2, sort: 'name' });
    await read({ limit: 2, sort: 'name', cursor: body.nextCursor });
    await server.runner.readings.flush();
    const [pages] = await exportsOf('director', { employee: company.ids.director });
    expect(pages).toMatchObject({ list: 'Clients', way: 'key', rows: 4, clients: 4, beyond: false });
    for (const { id } of clients.slice(4, 6))
      await server.call(company.actor('director'), readClient, { params: { id }, headers: byKey });
    await server.runner.readings.flush();
    const [cards] = await exportsOf('director', { employee: company.ids.director });
    expect(cards).toMatchObject({ list: 'Contacts', way: 'key', rows: 0, clients: 2, beyond: true });
  });

  it('is told to the head and to whoever watches, not to the one who did it', async () => {
    await server.runner.write(companyActor(company.id, 'test'), (w) =>
      tellWentBeyond(w, { employeeId: company.ids.kamA, rows: 11, clients: 6 }),
    );
    const told = await company.owner<{ id: string; params: object; href: string }>(
      `select employee_id as id, params, href from platform.notifications where kind = 'security.mass-export'`,
    );
    expect(told.map(({ id }) => id).sort()).toEqual([company.ids.head, company.ids.hr].sort());
    expect(told[0]).toMatchObject({
      params: { rows: 11, clients: 6 },
      href: expect.stringContaining('/security/exports'),
    });
  });
});

describe('a reading of marked data', () => {
  const last = async (query: object = {}) => (await readingsSeenBy('hr', query))[0];

  it('of a card says whose it was', async () => {
    const [first] = clients;
    await server.call(company.actor('support'), readClient, { params: { id: first?.id ?? '' } });
    expect(await last({ employee: company.ids.support })).toMatchObject({
      employee: { id: company.ids.support },
      data: 'Contacts',
      way: 'card',
      records: 1,
    });
    expect(await readingsSeenBy('hr', { record: first?.id, employee: company.ids.support })).toHaveLength(1);
  });

  it('of a list, and of its export, says of which clients', async () => {
    await server.call(company.actor('kamA'), contactList.read, { query: { limit: 3 } });
    expect(await last({ employee: company.ids.kamA })).toMatchObject({ data: 'Contacts', way: 'list', records: 3 });
    await csv('kamA', { columns: 'name,email' }, contactList.exported);
    expect(await last({ employee: company.ids.kamA })).toMatchObject({ way: 'export', records: 8 });
  });

  it('is not one where the marked columns were left out, or nothing marked is there', async () => {
    const before = (await readingsSeenBy('hr')).length;
    await csv('kamB', { columns: 'title,level' }, contactList.exported);
    await server.call(company.actor('kamA'), readDossier, { params: { id: clients[0]?.id ?? '' } });
    expect(await readingsSeenBy('hr')).toHaveLength(before);
  });

  it('by a key says so', async () => {
    await server.call(company.actor('kamA'), readClient, { params: { id: clients[7]?.id ?? '' }, headers: byKey });
    expect(await last({ record: clients[7]?.id })).toMatchObject({ way: 'api' });
  });

  it('of pay is of others’ pay', async () => {
    const of = (who: Person, whose: Person) =>
      server.call(company.actor(who), employeePay, { params: { id: company.ids[whose], month: '2026-01' } });
    expect((await of('kamA', 'kamA')).status).toBe(200);
    expect((await of('director', 'kamA')).status).toBe(200);
    await server.call(company.actor('director'), payroll, { params: { month: '2026-01' } });
    const read = await readingsSeenBy('hr', { data: 'plans.pay' });
    expect(read.map(({ employee }) => employee.id)).toEqual(read.map(() => company.ids.director));
    expect(read.some(({ way, names }) => way === 'card' && names.includes('Kama Test'))).toBe(true);
  });

  it('is seen like exports, names only what one may see oneself, and cannot be forged, changed or removed', async () => {
    expect(await readingsSeenBy('kamB')).toEqual([]);
    expect(await readingsSeenBy('outsider')).toEqual([]);
    // HR watches, but sees no client.
    expect((await last({ data: 'clients.contacts' }))?.names).toEqual([]);
    expect((await readingsSeenBy('head', { data: 'clients.contacts' }))[0]?.names).not.toEqual([]);
    const forged = server.runner.write(company.actor('kamA'), (w) =>
      w.db.client.query(
        `insert into platform.readings (company_id, employee_id, read_at, data, way, of_table, record_ids)
         values ($1, $2, now(), 'clients.contacts', 'card', 'clients.clients', array[$1]::uuid[])`,
        [company.id, company.ids.kamB],
      ),
    );
    await expect(forged).rejects.toThrow('row-level security');
    await expect(company.owner('update platform.readings set way = way')).rejects.toThrow('append-only');
    await expect(company.owner('delete from platform.readings')).rejects.toThrow('append-only');
  });

  it('comes in pages', async () => {
    const first = await server.call(company.actor('hr'), at.listReadings, { query: { limit: 2 } });
    const second = await server.call(company.actor('hr'), at.listReadings, {
      query: { limit: 2, before: first.body.next },
    });
    const ids = [...first.body.items, ...second.body.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toEqual(ids.toSorted().toReversed());
  });
});

describe('what was noted and not yet written', () => {
  it('is written when the server stops', async () => {
    const stopping = await testServer(clone.database);
    await stopping.call(company.actor('accountant'), readClient, { params: { id: clients[0]?.id ?? '' } });
    await stopping.close();
    const kept = await company.owner('select from platform.readings where employee_id = $1', [company.ids.accountant]);
    expect(kept).toHaveLength(1);
  });
});
