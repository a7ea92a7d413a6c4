import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { passOnInTime } from '../actions/pass-on.ts';
import { openRequest } from '../contract.ts';
import * as at from '../endpoints-work.ts';
import { aCompany, type Person, type TestBinding, type TestCompany } from '../testing.ts';

const permit = 'test.discount';
const asking = {
  name: 'test',
  needs: [],
  permits: { [permit]: { limits: { percent: 'basis-points' as const }, askable: true } },
  refusals: { codes: {} },
  texts: { [`permit.${permit}`]: ['Give a discount', 'Давать скидку'] as const },
  routes: [],
};
const claim: TestBinding = { kind: 'right', key: 'mandates.answered-in-time', settings: { withinHours: 8 } };
const owes: TestBinding = { kind: 'duty', key: 'mandates.answer-requests', settings: { withinHours: 48 } };

let company: TestCompany;
let server: TestServer;
let runner: Runner;
let close: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  const grant = (scope: 'own' | 'all', percent?: number) => [
    { permit, scope, limits: percent === undefined ? {} : { percent } },
  ];
  company = await aCompany(clone, {
    grants: { kamA: grant('own', 500), kamB: grant('own', 500), head: grant('own', 1500), director: grant('all') },
    bindings: { kamA: [claim], head: [owes] },
  });
  runner = new Runner(clone.database, compose([...modules, asking]));
  server = await testServer(clone.database, { modules: [...modules, asking] });
  close = async () => {
    await server.close();
    await clone.close();
  };
});
afterAll(() => close());

/** A request that was asked so many hours ago. */
async function asked(who: Person, hours: number, percent = 1000): Promise<string> {
  const { id } = await runner.write(company.actor(who), (w) =>
    openRequest(w, {
      permit,
      subject: { kind: 'order', id: randomUUID(), label: 'Order of Alpha' },
      keeperId: company.ids[who],
      figures: { percent },
      contentHash: randomUUID(),
      reason: 'To keep the client.',
    }),
  );
  await company.owner(
    `update mandates.requests set asked_at = asked_at - $2 * interval '1 hour', due_at = due_at - $2 * interval '1 hour' where id = $1`,
    [id, hours],
  );
  return id;
}
const linesOf = async (who: Person) => (await server.call(company.actor(who), at.readToday)).body.lines;
const lineOf = async (who: Person, id: string) =>
  (await linesOf(who)).filter((line) => line.id === `mandates.request:${id}`);

describe('a right to an answer in time', () => {
  it('sets when a request is due; who lacks it waits by the norm of whoever is asked, else as the company has it', async () => {
    const hours = async (who: Person, percent?: number) => {
      const { request } = (
        await server.call(company.actor(who), at.readRequest, { params: { id: await asked(who, 0, percent) } })
      ).body;
      return Math.round(Temporal.Instant.from(request.askedAt).until(request.dueAt).total('hours'));
    };
    const ofDirector = 2000;
    expect([await hours('kamA'), await hours('kamB'), await hours('kamB', ofDirector)]).toEqual([8, 48, 24]);
  });
  it('that is not kept stands once on the day of whoever owes it, as late, by the clause of the claimant', async () => {
    const id = await asked('kamA', 9);
    expect(await lineOf('head', id)).toMatchObject([
      {
        urgency: 'late',
        clause: { number: '3.2', text: 'Bound to mandates.answered-in-time.' },
        duty: 'Gets an answer to a request in time',
        title: 'waits for your answer: Kama Test may claim it within 8 hours, clause 3.2',
        href: `/requests/${id}`,
      },
    ]);
  });
  it('stands on the day of the superior of whoever owes it, and of nobody else', async () => {
    const id = await asked('kamA', 9);
    expect(await lineOf('director', id)).toMatchObject([
      { title: 'waits for an answer of somebody below you: Kama Test may claim it within 8 hours, clause 3.2' },
    ]);
    for (const who of ['kamA', 'kamB', 'hr', 'accountant'] as const) expect(await lineOf(who, id)).toEqual([]);
  });
  it('is not broken before its time, nor for whoever has no such right', async () => {
    const [early, others] = [await asked('kamA', 7), await asked('kamB', 9)];
    expect(await lineOf('director', early)).toEqual([]);
    expect(await lineOf('director', others)).toEqual([]);
    expect(await lineOf('head', others)).toMatchObject([{ urgency: 'today', clause: { number: '2.1' } }]);
  });
  it('ends when it is answered, and is counted as late on the mandate and in the facts of the claimant', async () => {
    const id = await asked('kamA', 9);
    const before = (await server.call(company.actor('kamA'), at.readMyMandate)).body.rights;
    const keptBefore = before.find(({ key }) => key === claim.key)?.kept;
    const { request } = (await server.call(company.actor('head'), at.readRequest, { params: { id } })).body;
    const decided = await server.call(company.actor('head'), at.decideRequest, {
      params: { id },
      body: { granted: true, reason: 'Good.' },
      headers: { 'if-match': `"${request.revision}"` },
    });
    expect(decided.status).toBe(200);
    expect(await lineOf('director', id)).toEqual([]);
    const after = (await server.call(company.actor('kamA'), at.readMyMandate)).body.rights;
    const kept = after.find(({ key }) => key === claim.key)?.kept;
    expect([kept?.late, kept?.missed]).toEqual([(keptBefore?.late ?? 0) + 1, (keptBefore?.missed ?? 0) - 1]);
    expect(kept?.evidence.find((each) => each.id === id)).toMatchObject({ verdict: 'late', href: `/requests/${id}` });
    const day = Temporal.Now.plainDateISO('UTC');
    const query = { from: day.subtract({ days: 6 }).toString(), to: day.add({ days: 1 }).toString() };
    const { body } = await server.call(company.actor('kamA'), at.readDutyFacts, { query });
    expect(body.rights).toMatchObject([{ number: '3.2', late: kept?.late, missed: kept?.missed }]);
  });
  it('passes the request on, and whoever had it misses nothing of their own norm until that is over', async () => {
    const counts = async () => {
      const day = Temporal.Now.plainDateISO('UTC');
      const query = { from: day.subtract({ days: 6 }).toString(), to: day.add({ days: 1 }).toString() };
      const [line] = (await server.call(company.actor('head'), at.readDutyFacts, { query })).body.duties;
      return [line?.required, line?.missed];
    };
    const before = await counts();
    const ids = [await asked('kamA', 9), await asked('kamA', 50)];
    await passOnInTime(runner, companyActor(company.id, 'test'));
    const [early = '', late = ''] = ids;
    for (const id of ids) {
      const { request } = (await server.call(company.actor('director'), at.readRequest, { params: { id } })).body;
      expect([request.askedOf.id, request.passings.length]).toEqual([company.ids.director, 1]);
      expect(Temporal.Now.instant().until(request.dueAt).round('hours').hours).toBe(8);
    }
    expect(await lineOf('director', early)).toMatchObject([{ urgency: 'late' }]);
    expect(await lineOf('head', early)).toMatchObject([{ urgency: 'late', clause: { number: '3.2' } }]);
    const answer = async (id: string) => {
      const { request } = (await server.call(company.actor('director'), at.readRequest, { params: { id } })).body;
      return server.call(company.actor('director'), at.decideRequest, {
        params: { id },
        body: { granted: true, reason: 'Good.' },
        headers: { 'if-match': `"${request.revision}"` },
      });
    };
    expect([(await answer(early)).status, (await answer(late)).status]).toEqual([200, 200]);
    const [required = 0, missed = 0] = before;
    expect(await counts()).toEqual([required + 1, missed + 1]);
  });
});
