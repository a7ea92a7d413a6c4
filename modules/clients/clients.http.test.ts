import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import * as at from './endpoints.ts';
import * as details from './endpoints-details.ts';
import * as history from './endpoints-history.ts';
import * as keepers from './endpoints-keepers.ts';
import { aClient } from './testing.ts';

const nobody = '00000000-0000-7000-8000-000000000000';
let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;
let nord: { id: string; code: string; name: string };
let sued: { id: string; code: string; name: string };

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  company = await aCompany(database);
  close = async () => {
    await server.close();
    await drop();
  };
  nord = await aClient(server.runner, company.actor('kamA'), {
    name: 'Nordwind Handel',
    city: 'Kiel',
    taxNumber: 'DE111',
  });
  sued = await aClient(server.runner, company.actor('kamB'), {
    name: 'Südfrucht Import',
    city: 'München',
    taxNumber: 'DE222',
  });
});
afterAll(() => close());

const seen = (revision: number) => ({ 'if-match': `"${revision}"` });

describe('enter a client', () => {
  it('asks who you are', async () => {
    expect((await server.call(null, at.enterClient, { body: { name: 'X' } })).status).toBe(401);
  });

  it('rejects what is malformed, naming the field', async () => {
    const reply = await server.call(company.actor('kamA'), at.enterClient, {
      body: { name: ' ', country: 'Germany', extra: 1 },
    });
    expect(reply.status).toBe(422);
    expect(reply.problem.reasons.map((reason) => reason.field)).toEqual(expect.arrayContaining(['/name']));
  });

  it('does not let one enter for a colleague who is out of reach', async () => {
    const body = { name: 'For someone else', keeperId: company.ids.kamB };
    expect((await server.call(company.actor('kamA'), at.enterClient, { body })).status).toBe(403);
    expect((await server.call(company.actor('head'), at.enterClient, { body })).status).toBe(201);
  });

  it('needs the permit', async () => {
    expect((await server.call(company.actor('support'), at.enterClient, { body: { name: 'X' } })).status).toBe(403);
  });

  it('refuses one that is there already, and gives way when told so', async () => {
    const body = { name: 'NORDWIND-Handel Ltd', city: 'Kiel' };
    const refused = await server.call(company.actor('kamA'), at.enterClient, { body });
    expect(refused).toMatchObject({
      status: 409,
      problem: { code: 'clients.looks-like-another', similar: [{ id: nord.id }] },
    });
    expect((await server.call(company.actor('kamA'), at.enterClient, { body: { ...body, evenSo: true } })).status).toBe(
      201,
    );
  });

  it('tells of a client out of reach only who keeps it', async () => {
    const body = { name: 'Another name', taxNumber: 'de 222' };
    const { problem, status } = await server.call(company.actor('kamA'), at.enterClient, { body });
    expect(status).toBe(409);
    expect(problem.similar).toEqual([
      { id: null, name: null, city: null, keeper: 'Kamb Test', score: 1, sameTaxNumber: true },
    ]);
    expect(JSON.stringify(problem)).not.toContain(sued.name);
  });

  it('gives a code, an owner and a history', async () => {
    const { body, status } = await server.call(company.actor('kamA'), at.enterClient, {
      body: { name: 'Quite new', since: '2024-01-15' },
    });
    expect(status).toBe(201);
    expect(body.code).toMatch(/^K\d{5}$/);
    const kept = await server.call(company.actor('kamA'), keepers.readKeepers, { params: { id: body.id } });
    expect(kept.body.items).toMatchObject([{ keeper: { id: company.ids.kamA }, from: '2024-01-15', to: null }]);
  });

  it('refuses a relation that begins tomorrow, and a code that is taken', async () => {
    const late = await server.call(company.actor('kamA'), at.enterClient, {
      body: { name: 'Late', since: '2999-01-01' },
    });
    expect(late.problem.code).toBe('clients.since-in-future');
    const taken = await server.call(company.actor('kamA'), at.enterClient, {
      body: { name: 'Taken code', code: nord.code },
    });
    expect(taken).toMatchObject({ status: 409, problem: { code: 'clients.code-taken' } });
  });
});

describe('what exists for whom', () => {
  const everyWay = async (name: 'kamA' | 'kamB' | 'head' | 'support' | 'director' | 'outsider') => {
    const actor = company.actor(name);
    const [card, timeline, kept, sales, dossier, list, search, exported] = await Promise.all([
      server.call(actor, at.readClient, { params: { id: sued.id } }),
      server.call(actor, history.readTimeline, { params: { id: sued.id } }),
      server.call(actor, keepers.readKeepers, { params: { id: sued.id } }),
      server.call(actor, history.readSalesHistory, { params: { id: sued.id } }),
      server.call(actor, details.readDossier, { params: { id: sued.id } }),
      server.call(actor, at.clientList.read, { query: { limit: 200 } }),
      server.call(actor, at.clientList.read, { query: { q: 'sudfrucht' } }),
      server.server.inject({
        method: 'GET',
        url: '/api/clients/export?format=csv',
        headers: { 'x-test-actor': `${actor.companyId}/${actor.employeeId}` },
      }),
    ]);
    const found = await server.runner.read(actor, (w) =>
      Promise.all(
        w.registry.search.filter(({ kind }) => kind === 'client').map(({ find }) => find(w, 'Südfrucht', 10)),
      ),
    );
    return {
      one: [card.status, timeline.status, kept.status, sales.status, dossier.status],
      list: list.body.items.some((item: Record<string, unknown>) => item.id === sued.id),
      search: search.body.items.some((item: Record<string, unknown>) => item.id === sued.id),
      field: found.flat().some((hit) => hit.id === sued.id),
      exported: exported.body.includes('Südfrucht'),
    };
  };

  it('shows the keeper, those above and all-company duties the client in every way', async () => {
    for (const name of ['kamB', 'head', 'director', 'support'] as const) {
      const ways = await everyWay(name);
      expect(ways, name).toMatchObject({ one: [200, 200, 200, 200, 200], list: true, search: true, field: true });
    }
    expect((await everyWay('director')).exported).toBe(true);
  });

  it('hides a colleague’s client in every way', async () => {
    expect(await everyWay('kamA')).toEqual({
      one: [404, 404, 404, 404, 404],
      list: false,
      search: false,
      field: false,
      exported: false,
    });
  });

  it('hides everything from another company', async () => {
    expect(await everyWay('outsider')).toEqual({
      one: [404, 404, 404, 404, 404],
      list: false,
      search: false,
      field: false,
      exported: false,
    });
  });

  it('answers a wrong id as malformed and an unknown one as not there', async () => {
    expect((await server.call(company.actor('kamA'), at.readClient, { params: { id: 'x' } })).status).toBe(422);
    expect((await server.call(company.actor('kamA'), at.readClient, { params: { id: nobody } })).status).toBe(404);
    expect((await server.call(company.actor('hr'), at.readClient, { params: { id: nord.id } })).status).toBe(403);
  });
});

describe('change a client', () => {
  const change = (actor: Parameters<TestCompany['actor']>[0], body: object, revision = 1, id = nord.id) =>
    server.call(company.actor(actor), at.editClient, { params: { id }, body, headers: seen(revision) });

  it('needs the revision that was seen', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    expect(
      (await server.call(company.actor('kamA'), at.editClient, { params: { id }, body: { city: 'Rom' } })).status,
    ).toBe(412);
    const first = await change('kamA', { city: 'Rom' }, 1, id);
    expect(first).toMatchObject({ status: 200, body: { id, revision: 2 }, headers: { etag: '"2"' } });
    const second = await change('kamA', { city: 'Paris' }, 1, id);
    expect(second).toMatchObject({
      status: 412,
      problem: { code: 'platform.changed-meanwhile', current: { city: 'Rom', revision: 2 } },
    });
  });

  it('is not for a colleague, and needs the permit', async () => {
    expect((await change('kamB', { city: 'Rom' })).status).toBe(404);
    expect((await change('support', { city: 'Rom' })).status).toBe(403);
    expect((await change('outsider', { city: 'Rom' })).status).toBe(404);
  });

  it('makes a potential client active only with a complete card', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    const refused = await change('kamA', { status: 'active' }, 1, id);
    expect(refused).toMatchObject({ status: 409, problem: { code: 'clients.incomplete' } });
    expect(refused.problem.missing).toContain('taxNumber');
    const contact = { name: 'Ada', phone: '+49 1', level: 'top' };
    await server.call(company.actor('kamA'), details.addContact, { params: { id }, body: contact });
    const whole = {
      status: 'active',
      segment: 'retail',
      city: 'Kiel',
      address: 'Hafen 1',
      legalName: 'L',
      taxNumber: 'DE 99',
    };
    expect((await change('kamA', whole, 1, id)).status).toBe(200);
    const { body } = await server.call(company.actor('kamA'), at.readClient, { params: { id } });
    expect(body).toMatchObject({
      status: 'active',
      taxNumber: 'DE99',
      completeness: { shareBp: 10_000, missing: [] },
      can: { edit: true, assign: ['platform.not-granted'] },
    });
  });

  it('holds a chain together without a circle', async () => {
    const [chain, outlet] = [
      await aClient(server.runner, company.actor('kamA')),
      await aClient(server.runner, company.actor('kamA')),
    ];
    expect((await change('kamA', { parentId: chain.id }, 1, outlet.id)).status).toBe(200);
    expect((await change('kamA', { parentId: outlet.id }, 1, chain.id)).problem.code).toBe('clients.chain-in-a-circle');
    expect((await change('kamA', { parentId: chain.id }, 1, chain.id)).problem.code).toBe('clients.own-parent');
    expect((await change('kamA', { parentId: sued.id }, 1, chain.id)).status).toBe(404);
    const { body } = await server.call(company.actor('kamA'), at.readClient, { params: { id: chain.id } });
    expect(body).toMatchObject({ chain: { outlets: 1 }, outlets: [{ id: outlet.id }] });
  });

  it('keeps each change of class with its reason', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    const classed = await server.call(company.actor('kamA'), at.classClient, {
      params: { id },
      body: { class: 'key', reason: 'Half of our sales' },
      headers: seen(1),
    });
    expect(classed.status).toBe(200);
    const again = await server.call(company.actor('kamA'), at.classClient, {
      params: { id },
      body: { class: 'key', reason: 'x' },
      headers: seen(2),
    });
    expect(again.problem.code).toBe('clients.same-class');
    const { body } = await server.call(company.actor('kamA'), history.readTimeline, { params: { id } });
    expect(body.items[0]).toMatchObject({
      kind: 'class-changed',
      employee: { name: 'Kama Test' },
      data: { before: 'none', after: 'key', reason: 'Half of our sales' },
    });
    const card = await server.call(company.actor('kamA'), at.readClient, { params: { id } });
    expect(card.body.contactGaps).toEqual(['no-contact']);
  });
});

describe('contacts, sites, accounts, dossier', () => {
  it('belong to the client: a colleague neither adds nor changes them', async () => {
    const body = { name: 'Bert' };
    expect(
      (await server.call(company.actor('kamB'), details.addContact, { params: { id: nord.id }, body })).status,
    ).toBe(404);
    const added = await server.call(company.actor('kamA'), details.addContact, { params: { id: nord.id }, body });
    expect(added.status).toBe(201);
    const params = { id: added.body.id };
    expect(
      (await server.call(company.actor('kamB'), details.editContact, { params, body, headers: seen(1) })).status,
    ).toBe(404);
    expect(
      (await server.call(company.actor('support'), details.editContact, { params, body, headers: seen(1) })).status,
    ).toBe(403);
  });

  it('have one main contact, who is still there', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    const add = (name: string) =>
      server.call(company.actor('kamA'), details.addContact, { params: { id }, body: { name, isMain: true } });
    const first = await add('Ada');
    await add('Bert');
    const { body } = await server.call(company.actor('kamA'), at.readClient, { params: { id } });
    expect(body.contacts.map((each: { name: string; isMain: boolean }) => [each.name, each.isMain])).toEqual([
      ['Bert', true],
      ['Ada', false],
    ]);
    const left = await server.call(company.actor('kamA'), details.editContact, {
      params: { id: first.body.id },
      body: { leftOn: '2026-01-01', isMain: true },
      headers: seen(2),
    });
    expect(left.problem.code).toBe('clients.main-contact-left');
  });

  it('take accounts once, sites and dated entries with their source', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    const account = () =>
      server.call(company.actor('kamA'), details.addBankAccount, {
        params: { id },
        body: { number: 'de 89 3704 0044' },
      });
    const { body: added } = await account();
    expect((await account()).problem.code).toBe('clients.account-taken');
    expect(
      (
        await server.call(company.actor('kamA'), details.addSite, {
          params: { id },
          body: { name: 'Store 1', kind: 'outlet' },
        })
      ).status,
    ).toBe(201);
    const note = (notedOn: string) =>
      server.call(company.actor('kamA'), details.noteInDossier, {
        params: { id },
        body: { topic: 'potential', text: 'Two new shops', source: 'Visit', notedOn },
      });
    expect((await note('2026-01-10')).status).toBe(201);
    expect((await note('2999-01-10')).problem.code).toBe('clients.noted-in-future');
    const dossier = await server.call(company.actor('kamA'), details.readDossier, { params: { id } });
    expect(dossier.body.items).toMatchObject([{ text: 'Two new shops', notedBy: 'Kama Test', source: 'Visit' }]);
    expect(
      (await server.call(company.actor('kamA'), details.removeBankAccount, { params: { id: added.id } })).status,
    ).toBe(204);
    const card = await server.call(company.actor('kamA'), at.readClient, { params: { id } });
    expect(card.body).toMatchObject({ bankAccounts: [], sites: [{ name: 'Store 1', kind: 'outlet' }] });
  });
});
