import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { weekProposals } from '#modules/activities/endpoints-week.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { renewContracts } from './duties/renew-contracts.ts';
import * as at from './endpoints-contracts.ts';
import { assignKeeper } from './endpoints-keepers.ts';
import { aClient } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
let clientId: string;
const today = Temporal.Now.plainDateISO('UTC');
const inDays = (days: number) => today.add({ days }).toString();
const seen = (revision: number) => ({ 'if-match': `"${revision}"` });

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  server = await testServer(clone.database);
  clientId = (await aClient(server.runner, company.actor('kamA'), { name: 'With contracts' })).id;
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

type Who = 'kamA' | 'kamB' | 'head' | 'support' | 'outsider';
const wish = { number: 'S-1', subject: 'Supply of tea', signedOn: inDays(-300), validUntil: inDays(20) };
const enter = (body: object, who: Who = 'kamA') =>
  server.call(company.actor(who), at.enterContract, { params: { id: clientId }, body });
const all = async () =>
  (await server.call(company.actor('kamA'), at.readContracts, { params: { id: clientId } })).body.items;

describe('enter a contract', () => {
  it('is for whoever edits the client, and nobody else', async () => {
    expect((await server.call(null, at.enterContract, { params: { id: clientId }, body: wish })).status).toBe(401);
    expect((await enter({ ...wish, number: ' ' })).status).toBe(422);
    expect((await enter(wish, 'kamB')).status).toBe(404);
    expect((await enter(wish, 'support')).status).toBe(403);
    expect((await enter(wish, 'outsider')).status).toBe(404);
  });

  it('refuses days that cannot be, and a number that is taken', async () => {
    expect((await enter({ ...wish, signedOn: inDays(1) })).problem.code).toBe('clients.contract-signed-in-future');
    expect((await enter({ ...wish, validUntil: inDays(-301) })).problem.code).toBe('clients.contract-ends-before');
    expect((await enter(wish)).status).toBe(201);
    expect((await enter(wish)).problem.code).toBe('clients.contract-number-taken');
    expect(await all()).toMatchObject([{ number: 'S-1', standing: 'runs-out', noticeDays: 30 }]);
  });
});

describe('a contract that runs out', () => {
  const context = (daysBefore: number) =>
    ({ employeeId: company.ids.kamA, settings: { daysBefore }, clauseId: '', clauseNumber: '2.9' }) as never;
  const lines = async () =>
    (
      await server.runner.read(
        company.actor('kamA'),
        (w) => renewContracts.agenda?.(w, context(7), 10) ?? Promise.reject(),
      )
    ).lines;
  const measured = (daysBefore: number) =>
    server.runner.read(company.actor('kamA'), (w) =>
      renewContracts.measure(w, context(daysBefore), { from: inDays(-30), to: inDays(1) }),
    );

  it('stands on Today of the keeper and in the proposals of the week', async () => {
    expect(await lines()).toMatchObject([
      { kind: 'clients.contract', params: { number: 'S-1', until: inDays(20) }, due: inDays(13), urgency: 'soon' },
    ]);
    const next = today.add({ days: 7 });
    const week = `${next.yearOfWeek}-W${String(next.weekOfYear).padStart(2, '0')}`;
    const { body } = await server.call(company.actor('kamA'), weekProposals, { params: { week } });
    const proposed = body.items.find((each) => each.clientId === clientId);
    expect(proposed?.reasons.map(({ key }) => key)).toContain('contract');
  });

  it('is counted beyond the lines shown, with the list that has them all', async () => {
    const id = (await aClient(server.runner, company.actor('kamA'))).id;
    await server.call(company.actor('kamA'), at.enterContract, {
      params: { id },
      body: { ...wish, validUntil: inDays(5) },
    });
    const agenda = await server.runner.read(
      company.actor('kamA'),
      (w) => renewContracts.agenda?.(w, context(7), 1) ?? Promise.reject(),
    );
    expect(agenda.lines.map(({ urgency }) => urgency)).toEqual(['late']);
    const [more] = agenda.more;
    expect(agenda.more).toMatchObject([{ urgency: 'soon', count: 1 }]);
    const query = Object.fromEntries(new URL(`http://x${more?.href}`).searchParams);
    const listed = await server.call(company.actor('kamA'), at.contractList.read, { query });
    expect(listed.body.items).toHaveLength(2);
    expect((await server.call(company.actor('kamB'), at.contractList.read, { query })).body.items).toEqual([]);
    const { body } = await server.call(company.actor('kamA'), at.readContracts, { params: { id } });
    await server.call(company.actor('kamA'), at.endContract, {
      params: { id: body.items[0]?.id ?? '' },
      body: { reason: 'Another supplier' },
      headers: seen(1),
    });
  });

  it('is missed when its day passes, and done when it was renewed in time by another', async () => {
    expect(await measured(21)).toMatchObject({ missed: 1, late: 1 });
    const [old] = await all();
    const renewed = await enter({
      ...wish,
      number: 'S-2',
      signedOn: inDays(0),
      validUntil: inDays(385),
      renews: old?.id,
    });
    expect(renewed.status).toBe(201);
    expect(await all()).toMatchObject([
      { number: 'S-2', standing: 'holds' },
      { number: 'S-1', standing: 'renewed', renewedBy: 'S-2' },
    ]);
    expect(await lines()).toEqual([]);
    expect(await measured(20)).toMatchObject({ done: 1, missed: 0 });
    const again = await enter({ ...wish, number: 'S-3', renews: old?.id });
    expect(again.problem.code).toBe('clients.contract-closed');
  });

  it('may be changed while it holds, ended with a reason, and then stays', async () => {
    const mine = company.actor('kamA');
    const [now] = await all();
    const params = { id: now?.id ?? '' };
    const revision = now?.revision ?? 0;
    const edited = await server.call(mine, at.editContract, {
      params,
      body: { validUntil: null },
      headers: seen(revision),
    });
    expect(edited.status).toBe(200);
    const end = (reason: string, of: number) =>
      server.call(mine, at.endContract, { params, body: { reason }, headers: seen(of) });
    expect((await end('Sold', revision)).status).toBe(412);
    expect((await end(' ', edited.body.revision)).status).toBe(422);
    const ended = await end('The client was sold', edited.body.revision);
    expect(ended.status).toBe(200);
    expect((await all())[0]).toMatchObject({ standing: 'ended', endReason: 'The client was sold' });
    const late = await server.call(mine, at.editContract, {
      params,
      body: { subject: 'Coffee' },
      headers: seen(ended.body.revision),
    });
    expect(late.problem.code).toBe('clients.contract-closed');
  });

  it('goes with the client to the new keeper', async () => {
    const id = (await aClient(server.runner, company.actor('kamA'))).id;
    const entered = await server.call(company.actor('kamA'), at.enterContract, { params: { id }, body: wish });
    const body = { keeperId: company.ids.kamB, reason: 'Territory' };
    await server.call(company.actor('head'), assignKeeper, { params: { id }, body, headers: seen(1) });
    const params = { id: entered.body.id };
    const change = (who: Who) =>
      server.call(company.actor(who), at.editContract, {
        params,
        body: { subject: 'Tea' },
        headers: seen(entered.body.revision + 1),
      });
    expect((await change('kamA')).status).toBe(404);
    expect((await change('kamB')).status).toBe(200);
  });
});
