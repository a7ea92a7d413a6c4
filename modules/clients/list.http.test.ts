import fc from 'fast-check';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { filtersOf } from '#platform/lists/define.ts';
import { changeView, removeView, savedViews, saveView } from '#platform/lists/endpoints.ts';
import { tellContact, tellDebt } from './contract.ts';
import { clientList, editClient } from './endpoints.ts';
import { aClient } from './testing.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database, {
    grants: { kamA: ['clients.read', 'clients.edit', 'clients.export'].map((permit) => ({ permit })) },
  });
  close = async () => {
    await server.close();
    await drop();
  };
  for (const [index, city] of ['Kiel', 'Rostock', 'Kiel', 'Bremen'].entries()) {
    const { id } = await aClient(server.runner, company.actor('kamA'), { name: `=Client ${index}`, city });
    await server.runner.write(company.actor('kamA'), async (w) => {
      await tellDebt(w, id, { owed: index * 1000, overdue: 0, oldestDueOn: null });
      if (index > 1) await tellContact(w, id, `2026-01-0${index}`);
    });
  }
  await aClient(server.runner, company.actor('kamB'), { name: 'Foreign client' });
});
afterAll(() => close());

const list = (query: Record<string, unknown>, who: 'kamA' | 'kamB' | 'director' = 'kamA') =>
  server.call(company.actor(who), clientList.read, { query });
const names = async (query: Record<string, unknown>) => (await list(query)).body.items.map((item) => item.name);
const file = (query: string, who: 'kamA' | 'support' | 'director' = 'kamA') => {
  const { companyId, employeeId } = company.actor(who);
  return server.server.inject({
    url: `/api/clients/export?${query}`,
    headers: { 'x-test-actor': `${companyId}/${employeeId}` },
  });
};

describe('the list of clients', () => {
  it('asks who you are, and for the permit', async () => {
    expect((await server.call(null, clientList.read, {})).status).toBe(401);
    expect((await server.call(company.actor('hr'), clientList.read, {})).status).toBe(403);
  });

  it('tells by which act a cell is edited, and gives the revision that the act must name', async () => {
    const { items, columns } = (await list({})).body;
    expect(columns).toContainEqual(expect.objectContaining({ name: 'city', editedBy: 'clients.edit' }));
    expect(columns.find((column) => (column as { name: string }).name === 'owed')).not.toHaveProperty('editedBy');
    const [first] = items;
    const edit = (revision: unknown) =>
      server.call(company.actor('kamA'), editClient, {
        params: { id: String(first?.id) },
        body: { segment: 'Retail' },
        headers: { 'if-match': `"${revision}"` },
      });
    expect((await edit(first?.revision)).status).toBe(200);
    expect((await edit(first?.revision)).status).toBe(412);
  });

  it('sorts by what modules above told, empty last', async () => {
    expect(await names({ sort: '-owed' })).toEqual(['=Client 3', '=Client 2', '=Client 1', '=Client 0']);
    expect((await names({ sort: '-lastContactOn' })).slice(0, 2)).toEqual(['=Client 3', '=Client 2']);
  });

  it('filters, adds up, and describes its columns', async () => {
    const { body } = await list({ city: 'Kiel', 'owed.gte': 1000, totals: true });
    expect(body).toMatchObject({ totals: { count: 1, owed: 2000 }, nextCursor: null });
    expect(body.items).toMatchObject([
      { name: '=Client 2', owed: 2000, keeper: { id: company.ids.kamA, label: 'Kama Test' } },
    ]);
    expect(body.items[0]?.href).toBe(`/clients/${body.items[0]?.id}`);
    expect(body.columns).toContainEqual({ name: 'owed', type: 'money', sortable: true, filterable: true, total: true });
    expect(await names({ keeper: 'me', 'lastContactOn.is': 'null' })).toEqual(['=Client 0', '=Client 1']);
  });

  it('refuses, never fails, whatever it is asked', async () => {
    const keys = Object.entries(clientList.columns).flatMap(([name, column]) => filtersOf(name, column));
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      fc.constantFrom(
        "'; drop table x; --",
        '\0',
        '%',
        '\\',
        '9999999999999999',
        '2026-02-30',
        'null',
        ',,',
        'me',
        'today-99999d',
        '-1',
      ),
    );
    const query = fc.dictionary(
      fc.oneof(fc.constantFrom(...keys, 'q', 'sort', 'cursor', 'limit', 'totals'), fc.string({ maxLength: 10 })),
      text,
      { maxKeys: 4 },
    );
    await fc.assert(
      fc.asyncProperty(query, async (asked) => {
        const reply = await list(asked);
        expect([200, 422]).toContain(reply.status);
        if (reply.status === 422) expect(reply.problem.reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('names the filters at fault', async () => {
    const { problem, status } = await list({ status: 'gone', 'owed.gte': 'x' });
    expect(status).toBe(422);
    expect(problem.reasons.map(({ code, field }) => [code, field])).toEqual([
      ['lists.bad-filter', '/status'],
      ['lists.bad-filter', '/owed.gte'],
    ]);
    expect((await list({ nonsense: '1' })).status).toBe(422);
    expect((await list({ sort: 'phone' })).problem.code).toBe('lists.bad-sort');
    expect((await list({ limit: 201 })).status).toBe(422);
  });
});

describe('the list as a file', () => {
  it('needs the permit to export', async () => {
    expect((await file('format=csv', 'support')).statusCode).toBe(403);
  });

  it('holds what the list shows, in the reader’s words, with formulas made plain', async () => {
    const reply = await file('format=csv&columns=name,owed,lastContactOn,keeper&sort=-owed');
    expect(reply.headers['content-type']).toContain('text/csv');
    expect(reply.headers['content-disposition']).toContain('clients-');
    expect(reply.body.replace('\ufeff', '').trim().split('\n')).toEqual([
      'Client,Owed,Last contact,Keeper',
      "'=Client 3,30,2026-01-03,Kama Test",
      "'=Client 2,20,2026-01-02,Kama Test",
      "'=Client 1,10,,Kama Test",
      "'=Client 0,0,,Kama Test",
    ]);
  });

  it('can be a workbook with numbers and days', async () => {
    const reply = await file('format=xlsx&columns=name,owed,lastContactOn&sort=-owed');
    const sheets = (await readXlsx(reply.rawPayload)) as unknown;
    const rows = (
      Array.isArray(sheets) && Array.isArray(sheets[0]) ? sheets : (sheets as { data: unknown[][] }[])[0]?.data
    ) as unknown[][];
    expect(rows[0]).toEqual(['Client', 'Owed', 'Last contact']);
    expect(rows[1]?.slice(0, 2)).toEqual(['=Client 3', 30]);
    expect((rows[1] as [string, number, Date])[2].toISOString().slice(0, 10)).toBe('2026-01-03');
  });

  it('refuses an unknown column and format', async () => {
    expect((await file('format=csv&columns=name,secret')).json()).toMatchObject({ code: 'lists.unknown-column' });
    expect((await file('format=pdf')).statusCode).toBe(422);
  });
});

describe('saved views', () => {
  const views = async (who: 'kamA' | 'kamB' | 'outsider') =>
    (await server.call(company.actor(who), savedViews, { query: { list: 'clients.clients' } })).body.items;
  const save = (who: 'kamA' | 'kamB', name: string, shared: boolean) =>
    server.call(company.actor(who), saveView, {
      body: { list: 'clients.clients', name, shared, query: { 'owed.gte': '1', sort: '-owed' } },
    });

  it('are one’s own, and others’ only when shared', async () => {
    expect((await save('kamA', 'Debtors', false)).status).toBe(201);
    const shared = await save('kamA', 'Everyone’s', true);
    expect((await save('kamA', 'Debtors', false)).problem.code).toBe('lists.view-name-taken');
    expect((await views('kamA')).map(({ name, mine }) => [name, mine])).toEqual([
      ['Debtors', true],
      ['Everyone’s', true],
    ]);
    expect((await views('kamB')).map(({ name, mine, author }) => [name, mine, author])).toEqual([
      ['Everyone’s', false, 'Kama Test'],
    ]);
    expect(await views('outsider')).toEqual([]);
    const params = { id: shared.body.id };
    const headers = { 'if-match': '"1"' };
    expect(
      (await server.call(company.actor('kamB'), changeView, { params, body: { name: 'Mine now' }, headers })).status,
    ).toBe(403);
    expect((await server.call(company.actor('kamB'), removeView, { params })).status).toBe(403);
    expect((await server.call(company.actor('outsider'), removeView, { params })).status).toBe(404);
    expect(
      (await server.call(company.actor('kamA'), changeView, { params, body: { shared: false }, headers })).body,
    ).toMatchObject({ shared: false, revision: 2 });
    expect(await views('kamB')).toEqual([]);
    expect((await server.call(company.actor('kamA'), removeView, { params })).status).toBe(204);
  });
});
