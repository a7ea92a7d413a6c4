import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { activityList } from '#modules/activities/endpoints.ts';
import { aContact, aPlannedVisit } from '#modules/activities/testing.ts';
import { aCompany, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { notifications } from '#platform/notifications/endpoints.ts';
import { tellSales } from './contract.ts';
import * as at from './endpoints.ts';
import * as classes from './endpoints-classes.ts';
import * as details from './endpoints-details.ts';
import * as history from './endpoints-history.ts';
import * as keepers from './endpoints-keepers.ts';
import { classByShare } from './rules/class-share.ts';
import { aClient } from './testing.ts';
import { verifications } from './verifications.ts';

let close: () => Promise<void>;
let server: TestServer;
let company: TestCompany;

beforeAll(async () => {
  const { database, close: drop } = await cloneDatabase();
  server = await testServer(database);
  // Two may assign over all of the company, one of whom sees all of it too: the rule on oneself must hold even then.
  const assignAll = { permit: 'clients.assign', scope: 'all' } as const;
  company = await aCompany(database, {
    grants: { kamB: [...standardGrants.kamB, assignAll], support: [...standardGrants.support, assignAll] },
  });
  close = async () => {
    await server.close();
    await drop();
  };
});
afterAll(() => close());

const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
const assign = (
  actor: Parameters<TestCompany['actor']>[0],
  id: string,
  to: 'kamA' | 'kamB' | 'head' | 'support' | 'outsider',
  revision = 1,
) =>
  server.call(company.actor(actor), keepers.assignKeeper, {
    params: { id },
    body: { keeperId: company.ids[to], reason: 'Agreed' },
    headers: seen(revision),
  });

describe('give a client to another keeper', () => {
  it('asks who you are, and for a reason', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    const body = { keeperId: company.ids.kamB, reason: ' ' };
    expect((await server.call(null, keepers.assignKeeper, { params: { id }, body })).status).toBe(401);
    expect(
      (await server.call(company.actor('head'), keepers.assignKeeper, { params: { id }, body, headers: seen(1) }))
        .status,
    ).toBe(422);
  });

  it('is not for the keeper without the permit, nor for another company', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    expect((await assign('kamA', id, 'kamB')).status).toBe(403);
    expect((await assign('outsider', id, 'kamB')).status).toBe(403);
    expect((await assign('head', id, 'outsider')).status).toBe(403);
  });

  it('refuses to take another’s client for oneself', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    expect((await assign('kamB', id, 'kamB')).status).toBe(404);
    expect(await assign('support', id, 'support')).toMatchObject({
      status: 403,
      problem: { code: 'clients.self-reassignment' },
    });
    expect((await assign('director', id, 'kamA')).problem.code).toBe('clients.kept-already');
    expect((await assign('head', id, 'head')).status).toBe(200);
  });

  it('refuses a change that was decided on an old card', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    expect((await assign('head', id, 'kamB', 1)).status).toBe(200);
    expect((await assign('head', id, 'kamA', 1)).status).toBe(412);
  });

  it('takes contacts, figures and history along', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'), { since: '2024-05-01' });
    await server.call(company.actor('kamA'), details.addContact, { params: { id }, body: { name: 'Ada' } });
    expect((await assign('head', id, 'kamB')).status).toBe(200);
    expect((await server.call(company.actor('kamA'), at.readClient, { params: { id } })).status).toBe(404);
    const card = await server.call(company.actor('kamB'), at.readClient, { params: { id } });
    expect(card.body).toMatchObject({ keeper: { id: company.ids.kamB }, contacts: [{ name: 'Ada' }] });
    const { body } = await server.call(company.actor('kamB'), keepers.readKeepers, { params: { id } });
    const today = card.body.createdAt.slice(0, 10);
    expect(body.items).toMatchObject([
      { keeper: { id: company.ids.kamB }, from: today, to: null, reason: 'Agreed', setBy: 'Head Test' },
      { keeper: { id: company.ids.kamA }, from: '2024-05-01', to: today },
    ]);
    const timeline = await server.call(company.actor('kamB'), history.readTimeline, { params: { id } });
    expect(timeline.body.items[0]).toMatchObject({
      kind: 'keeper-changed',
      data: { keeper: 'Kamb Test', reason: 'Agreed' },
    });
  });
});

describe('give many at once', () => {
  it('shows beforehand for which it would be refused, and does it for the others', async () => {
    const [one, two] = [
      await aClient(server.runner, company.actor('kamA')),
      await aClient(server.runner, company.actor('kamB')),
    ];
    const unknown = '00000000-0000-7000-8000-000000000000';
    const body = { ids: [one.id, two.id, unknown], input: { keeperId: company.ids.kamB, reason: 'Territory' } };
    const preview = await server.call(company.actor('head'), at.assignMany.preview, { body });
    expect(preview.body).toMatchObject({
      done: 1,
      refusals: [
        { id: two.id, code: 'clients.kept-already' },
        { id: unknown, code: 'clients.unknown-client' },
      ],
    });
    expect((await server.call(company.actor('kamA'), at.assignMany.perform, { body })).status).toBe(403);
    expect((await server.call(company.actor('head'), at.assignMany.perform, { body })).body).toMatchObject({ done: 1 });
    expect((await server.call(company.actor('kamB'), at.readClient, { params: { id: one.id } })).status).toBe(200);
  });
});

describe('hand over a portfolio', () => {
  it('moves every client in one act, with the note, and counts them', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map((name) => aClient(server.runner, company.actor('kamA'), { name: `Portfolio ${name}` })),
    );
    const before = await server.call(company.actor('head'), keepers.previewHandover, {
      query: { fromId: company.ids.kamA },
    });
    expect(before.body.clients).toBeGreaterThanOrEqual(3);
    const wish = { fromId: company.ids.kamA, toId: company.ids.kamB, reason: 'Long leave', note: 'Mind Portfolio b' };
    expect((await server.call(company.actor('kamA'), keepers.handOver, { body: wish })).status).toBe(403);
    const done = await server.call(company.actor('head'), keepers.handOver, { body: wish });
    expect(done).toMatchObject({ status: 201, body: { clients: before.body.clients } });
    expect((await server.call(company.actor('kamA'), at.clientList.read, {})).body.items).toEqual([]);
    const list = await server.call(company.actor('kamB'), at.clientList.read, { query: { 'name.has': 'Portfolio' } });
    expect(list.body.items).toHaveLength(3);
    const again = await server.call(company.actor('head'), keepers.handOver, { body: wish });
    expect(again).toMatchObject({ status: 409, problem: { code: 'clients.nothing-to-hand-over' } });
    const told = await server.call(company.actor('kamB'), keepers.readHandovers, {});
    expect(told.body.items[0]).toMatchObject({
      note: 'Mind Portfolio b',
      reason: 'Long leave',
      from: { id: company.ids.kamA },
      handedBy: 'Head Test',
    });
  });

  it('tells both what passed, with what was open, and takes plans and promised steps along', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'), { name: 'Handed with its plans' });
    const day = Temporal.Now.plainDateISO('UTC').add({ days: 3 }).toString();
    await aContact(server.runner, company.actor('kamA'), {
      clientId: id,
      outcome: 'next-step',
      nextStep: 'Send samples',
      nextOn: day,
    });
    await aPlannedVisit(server.runner, company.actor('kamA'), { clientId: id, plannedOn: day });
    const preview = await server.call(company.actor('head'), keepers.previewHandover, {
      query: { fromId: company.ids.kamA },
    });
    expect(preview.body.open).toMatchObject({
      planned: { count: 1, href: `/activities?keeper=${company.ids.kamA}&state=planned&sort=day` },
      'next-steps': { count: 1 },
    });
    const body = {
      fromId: company.ids.kamA,
      toId: company.ids.kamB,
      reason: 'New territory',
      note: 'Samples promised',
    };
    const { body: done } = await server.call(company.actor('head'), keepers.handOver, { body });
    const received = await server.call(company.actor('kamB'), keepers.readHandover, { params: { id: done.id } });
    expect(received.body).toMatchObject({
      note: 'Samples promised',
      figures: {
        planned: { count: 1, href: `/activities?keeper=${company.ids.kamB}&state=planned&sort=day` },
        'next-steps': { count: 1 },
      },
    });
    expect(received.body.items.map((each) => each.id)).toContain(id);
    for (const query of [{ state: 'planned' }, { nextOpen: 'true' }] as const) {
      const { items } = (
        await server.call(company.actor('kamB'), activityList.read, { query: { ...query, client: id } })
      ).body;
      expect(items).toHaveLength(1);
    }
    const given = await server.call(company.actor('kamA'), keepers.readHandover, { params: { id: done.id } });
    expect(given.body).toMatchObject({ clients: done.clients, items: [] });
    const inbox = async (person: 'kamA' | 'kamB') =>
      (await server.call(company.actor(person), notifications, {})).body.items.filter(
        ({ href }) => href === `/handovers/${done.id}`,
      );
    expect(await inbox('kamB')).toMatchObject([{ kind: 'clients.received' }]);
    expect(await inbox('kamA')).toMatchObject([{ kind: 'clients.given' }]);
    const stranger = await server.call(company.actor('outsider'), keepers.readHandover, { params: { id: done.id } });
    expect(stranger).toMatchObject({ status: 404, problem: { code: 'clients.unknown-handover' } });
  });

  it('tells of a single client, too', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'), { name: 'Alone' });
    expect((await assign('head', id, 'kamB')).status).toBe(200);
    const told = (await server.call(company.actor('kamB'), notifications, {})).body.items;
    expect(told).toContainEqual(expect.objectContaining({ kind: 'clients.received', href: `/clients/${id}` }));
  });

  it('refuses the same person, a client of someone else, and taking for oneself', async () => {
    const { id } = await aClient(server.runner, company.actor('kamB'));
    const own = { fromId: company.ids.kamB, toId: company.ids.kamB, reason: 'x' };
    expect((await server.call(company.actor('head'), keepers.handOver, { body: own })).problem.code).toBe(
      'clients.kept-already',
    );
    const wrong = { fromId: company.ids.head, toId: company.ids.kamA, clientIds: [id], reason: 'x' };
    expect((await server.call(company.actor('head'), keepers.handOver, { body: wrong })).problem.code).toBe(
      'clients.nothing-to-hand-over',
    );
    const grab = { fromId: company.ids.kamA, toId: company.ids.kamB, reason: 'x' };
    expect(await server.call(company.actor('kamB'), keepers.handOver, { body: grab })).toMatchObject({
      status: 403,
      problem: { code: 'clients.self-reassignment' },
    });
  });

  it('leaves every history whole', async () => {
    for (const { name, query } of verifications) expect(await company.owner(query), name).toEqual([]);
  });
});

describe('class by share of sales', () => {
  const sold: Record<string, number> = {};

  it('proposes by the rule, over all of the company, and tells what is within reach', async () => {
    for (const [index, sales] of [600, 250, 100, 50, 0].entries()) {
      const { id } = await aClient(server.runner, company.actor(index === 1 ? 'kamB' : 'kamA'), {
        name: `Classed ${index}`,
      });
      await server.runner.write(company.actor('head'), (w) => tellSales(w, id, sales, null));
      sold[id] = sales;
    }
    const { body } = await server.call(company.actor('head'), classes.proposeClasses, {});
    const proposed = body.items
      .filter(({ id }) => id in sold)
      .map(({ name, before, after, shareBp }) => [name, before, after, shareBp]);
    expect(proposed).toEqual([
      ['Classed 0', null, 'key', 6000],
      ['Classed 1', null, 'A', 2500],
      ['Classed 2', null, 'B', 1000],
      ['Classed 3', null, 'C', 500],
      ['Classed 4', null, 'C', 0],
    ]);
  });

  it('agrees with the rule of the screens', async () => {
    const { body } = await server.call(company.actor('head'), classes.proposeClasses, {});
    const all = body.items.reduce((so, { sales12m }) => so + sales12m, 0);
    let before = 0;
    for (const { sales12m, after } of body.items) {
      expect(classByShare(before, sales12m, all, body.bounds)).toBe(after);
      before += sales12m;
    }
  });

  it('is done by a head, with the reason, for the clients within reach', async () => {
    const body = { reason: 'Yearly classing' };
    expect((await server.call(company.actor('kamA'), classes.classBySales, { body })).status).toBe(403);
    const [, second] = Object.keys(sold);
    const done = await server.call(company.actor('head'), classes.classBySales, { body });
    expect(done.body.changed).toBeGreaterThanOrEqual(5);
    expect((await server.call(company.actor('head'), classes.proposeClasses, {})).body.count).toBe(0);
    const timeline = await server.call(company.actor('kamB'), history.readTimeline, { params: { id: second ?? '' } });
    expect(timeline.body.items[0]).toMatchObject({
      kind: 'class-changed',
      data: { after: 'A', reason: 'Yearly classing' },
    });
  });
});

describe('the load of keepers', () => {
  it('is told for those within reach', async () => {
    await aClient(server.runner, company.actor('kamA'));
    const own = await server.call(company.actor('kamA'), keepers.readPortfolios, {});
    expect(own.body.items.map((each: { keeper: { id: string } }) => each.keeper.id)).toEqual([company.ids.kamA]);
    const team = await server.call(company.actor('head'), keepers.readPortfolios, {});
    expect(team.body.items.map((each: { keeper: { id: string } }) => each.keeper.id).sort()).toEqual(
      [company.ids.head, company.ids.kamA, company.ids.kamB].sort(),
    );
    expect((await server.call(company.actor('outsider'), keepers.readPortfolios, {})).body.items).toEqual([]);
  });
});
