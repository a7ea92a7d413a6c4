import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { dismissEmployee, setSuperior } from '#modules/organization/endpoints-people.ts';
import { assign, endAssignment } from '#modules/organization/endpoints-staffing.ts';
import { Database } from '#platform/db/database.ts';
import { appUrl } from '#platform/db/open.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { companyActor, Runner } from '#platform/run.ts';
import { passOnInTime } from '../actions/pass-on.ts';
import { openRequest } from '../contract.ts';
import { answerRequests } from '../duties/answer-requests.ts';
import { readVersion } from '../endpoints-versions.ts';
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
const all = [...modules, asking];
const registry = compose(all);
const grant = (scope: 'own' | 'all', percent?: number) => [
  { permit, scope, limits: percent === undefined ? {} : { percent } },
];
const usual: Partial<Record<Person, ReturnType<typeof grant>>> = {
  kamA: grant('own', 500),
  kamB: grant('own', 500),
  head: grant('own', 1500),
};

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let server: TestServer;
let company: TestCompany;
/** How many hours later than now it is. */
let later = 0;
let runner: Runner;

beforeAll(async () => {
  clone = await cloneDatabase();
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

/** A company of its own for each story, and a server over connections that have acted for nobody. */
async function begin(options: Parameters<typeof aCompany>[1] = {}) {
  await server?.close();
  later = 0;
  company = await aCompany(clone, {
    ...options,
    grants: {
      ...usual,
      director: [...grant('own'), { permit: 'organization.arrange', scope: 'all' }],
      hr: [{ permit: 'organization.arrange', scope: 'all' }],
      ...options.grants,
    },
  });
  await afresh();
}
async function afresh() {
  const database = new Database({ appUrl: appUrl(clone.ownerUrl), ownerUrl: clone.ownerUrl, connections: 2 });
  runner = new Runner(database, registry, () => Temporal.Now.instant().add({ hours: later }));
  const listening = await testServer(database, { modules: all });
  server = {
    ...listening,
    close: async () => {
      await listening.close();
      await database.close();
    },
  };
}

async function ask(who: Person, percent = 700) {
  const { id } = await runner.write(company.actor(who), (w) =>
    openRequest(w, {
      permit,
      subject: { kind: 'order', id: randomUUID(), label: 'Order of Alpha' },
      keeperId: company.ids[who],
      figures: { percent },
      contentHash: 'h1',
      reason: 'The client asks for it.',
    }),
  );
  return id;
}
const inTime = () => passOnInTime(runner, companyActor(company.id, 'test'));
/** Delivers what the acts announced, as the worker does. */
async function deliver() {
  const rows = await company.owner<{ id: string; event: string; payload: never }>(
    'update platform.outbox set handled_at = now() where company_id = $1 and handled_at is null returning id, event, payload',
    [company.id],
  );
  for (const { event, payload } of rows)
    for (const heard of registry.subscriptions.filter((each) => each.event === event))
      await runner.write(companyActor(company.id, 'test'), (w) => heard.handle(w, payload, () => Promise.reject()));
  return rows.map(({ event }) => event);
}
const seen = async (who: Person, id: string) => server.call(company.actor(who), at.readRequest, { params: { id } });
const inbox = async (who: Person) =>
  (await server.call(company.actor(who), at.listRequests, { query: { box: 'inbox' } })).body.items.map(({ id }) => id);
const told = async (who: Person, kind: string) =>
  (
    await company.owner('select from platform.notifications where employee_id = $1 and kind = $2', [
      company.ids[who],
      `mandates.${kind}`,
    ])
  ).length;
const decide = async (who: Person, id: string, revision: number) =>
  server.call(company.actor(who), at.decideRequest, {
    params: { id },
    body: { granted: true, reason: 'Because.' },
    headers: { 'if-match': `"${revision}"` },
  });
const dismiss = (person: Person) =>
  server.call(company.actor('hr'), dismissEmployee, {
    params: { id: company.ids[person] },
    body: { orderNumber: randomUUID().slice(0, 8), orderDate: '2026-11-01' },
  });

describe('a request that is not answered in time', () => {
  beforeEach(() => begin());

  it('goes to the next above, once; both see it, all are told, and the journal and the request say so', async () => {
    const id = await ask('kamA');
    await inTime();
    expect((await seen('kamA', id)).body.request.passings).toEqual([]);

    later = 25;
    await inTime();
    await inTime();
    const { request } = (await seen('kamA', id)).body;
    expect(request.askedOf.id).toBe(company.ids.director);
    expect(request.passings).toMatchObject([
      { from: { id: company.ids.head }, to: { id: company.ids.director }, cause: 'unanswered' },
    ]);
    expect(Temporal.Instant.compare(request.dueAt, Temporal.Now.instant().add({ hours: 48 })) > 0).toBe(true);
    for (const who of ['kamA', 'head', 'director'] as const) expect(await told(who, 'passed-on-unanswered')).toBe(1);
    expect([await inbox('head'), await inbox('director'), await inbox('kamB')]).toEqual([[id], [id], []]);
    // Who had it sees it also when the asker has come to stand under another.
    await server.call(company.actor('hr'), setSuperior, {
      params: { id: company.ids.kamA },
      body: { superiorId: company.ids.director, from: Temporal.Now.plainDateISO('UTC').toString() },
    });
    await afresh();
    expect([(await seen('head', id)).status, (await seen('kamB', id)).status]).toEqual([200, 404]);
    const journaled = await company.owner<{ table_name: string }>(
      `select table_name from journal.entries where company_id = $1 and employee_id is null
        and (record_id = $2 or after ->> 'request_id' = $2::text) order by id`,
      [company.id, id],
    );
    expect(journaled.map((entry) => entry.table_name)).toEqual(['mandates.request_passings', 'mandates.requests']);
  });

  it('may then be decided by either; above the highest there is nobody to go to', async () => {
    const [one, other] = [await ask('kamA'), await ask('kamB')];
    later = 25;
    await inTime();
    later = 100;
    await inTime();
    const { request } = (await seen('head', one)).body;
    expect([request.passings.length, request.can.decide]).toEqual([1, true]);
    expect((await decide('head', one, request.revision)).status).toBe(200);
    expect((await decide('director', other, request.revision)).status).toBe(200);
    expect([await inbox('head'), await inbox('director')]).toEqual([[], []]);
  });

  it('is due by the norm of whoever is asked, where their clauses say one', async () => {
    await begin({
      bindings: { head: [{ kind: 'duty', key: 'mandates.answer-requests', settings: { withinHours: 2 } }] },
    });
    const id = await ask('kamA');
    later = 3;
    await inTime();
    expect((await seen('kamA', id)).body.request.askedOf.id).toBe(company.ids.director);
  });

  it('stays the missed answer of the one who had it, also when the next above decides', async () => {
    const id = await ask('kamA');
    later = 25;
    await inTime();
    const asDuty = (employee: Person) =>
      runner.read(company.actor(employee), async (w) => {
        const about = {
          employeeId: company.ids[employee],
          settings: { withinHours: 24 },
          clause: { id: '', number: '2.1', text: '', versionId: '' },
          onBehalfOf: null,
        };
        const day = Temporal.Now.plainDateISO('UTC');
        const period = { from: day.toString(), to: day.add({ days: 3 }).toString() };
        const lines = await answerRequests.agenda?.(w, about as never, 10);
        const { done, missed } = await answerRequests.measure(w, about as never, period);
        return { waits: lines?.lines.length, done, missed };
      });
    expect(await asDuty('head')).toEqual({ waits: 1, done: 0, missed: 1 });
    const { request } = (await seen('director', id)).body;
    expect((await decide('director', id, request.revision)).status).toBe(200);
    expect(await asDuty('head')).toEqual({ waits: 0, done: 0, missed: 1 });
    expect(await asDuty('director')).toEqual({ waits: 0, done: 1, missed: 0 });
  });
});

describe('a request asked of somebody who can no longer decide it', () => {
  beforeEach(() => begin());

  it('goes to the next who may as soon as they are dismissed', async () => {
    const id = await ask('kamA');
    expect((await dismiss('head')).status).toBe(200);
    expect(await deliver()).toContain('mandates.access-changed');
    const { request } = (await seen('kamA', id)).body;
    expect([request.askedOf.id, request.passings[0]?.cause]).toEqual([company.ids.director, 'cannot-decide']);
    await afresh();
    expect(await inbox('director')).toEqual([id]);
    expect(await told('kamA', 'passed-on-cannot-decide')).toBe(1);
    expect((await decide('director', id, request.revision)).status).toBe(200);
  });

  it('goes when their position ends, and to HR’s reach when nobody in the line may decide', async () => {
    await begin({ grants: { director: [], hr: [{ permit: 'organization.arrange', scope: 'all' }] } });
    const id = await ask('kamA');
    const [held] = await company.owner<{ id: string }>(
      'select id from organization.assignments where employee_id = $1',
      [company.ids.head],
    );
    const day = Temporal.Now.plainDateISO('UTC').toString();
    const ended = await server.call(company.actor('hr'), endAssignment, {
      params: { id: held?.id ?? '' },
      body: { on: day },
    });
    expect(ended.status).toBe(200);
    await deliver();
    await afresh();
    // The director heads the line and can see to it, though no clause lets them decide.
    const { request } = (await seen('director', id)).body;
    expect([await inbox('director'), request.can.decide]).toEqual([[id], ['platform.not-granted']]);

    await company.owner('update organization.employees set dismissed_at = now() where id = $1', [company.ids.director]);
    await deliver();
    await afresh();
    expect([await inbox('hr'), (await seen('hr', id)).body.request.askedOf.id]).toEqual([[id], company.ids.hr]);

    // Somebody is put above who may: it comes back to the line.
    await server.call(company.actor('hr'), setSuperior, {
      params: { id: company.ids.kamA },
      body: { superiorId: company.ids.kamB, from: day },
    });
    await server.call(company.actor('hr'), assign, {
      body: { employeeId: company.ids.kamB, positionId: company.positions.head, from: day },
    });
    await deliver();
    await afresh();
    expect([await inbox('kamB'), await inbox('hr')]).toEqual([[id], []]);
    expect((await seen('kamA', id)).body.request.passings).toHaveLength(3);
  });

  it('stays with the head who is away while somebody stands in, and is decided under both names', async () => {
    const id = await ask('kamA');
    await company.substitute('head', 'kamB');
    await deliver();
    await afresh();
    const { request } = (await seen('kamB', id)).body;
    expect([request.askedOf.id, request.passings, await inbox('kamB')]).toEqual([company.ids.head, [], [id]]);
    expect((await decide('kamB', id, request.revision)).status).toBe(200);
    const decided = (await seen('kamA', id)).body.request;
    expect([decided.decidedBy?.id, decided.decidedFor?.id]).toEqual([company.ids.kamB, company.ids.head]);
    const box = await server.call(company.actor('head'), at.listRequests, { query: { box: 'decided' } });
    expect(box.body.items.map((each) => each.id)).toEqual([id]);
  });

  it('goes up when the one who asked comes to stand in for the one who was asked', async () => {
    const id = await ask('kamB');
    await company.substitute('head', 'kamB');
    await deliver();
    expect((await seen('kamB', id)).body.request.askedOf.id).toBe(company.ids.director);
  });
});

describe('a review asked of somebody who left', () => {
  it('goes to the next above who works here, and says whose place it takes', async () => {
    await begin({
      grants: {
        hr: [
          { permit: 'organization.arrange', scope: 'all' },
          { permit: 'mandates.draft', scope: 'all' },
        ],
      },
    });
    const version = randomUUID();
    await company.owner(
      `with described as (insert into mandates.job_descriptions (company_id, position_id, employee_id, form, title)
          values ($1, $2, $3, 'annex', 'Annex') returning id),
        drafted as (insert into mandates.versions (id, company_id, job_description_id, number, state, text_hash, drafted_by)
          select $4, $1, id, 1, 'in-review', 'h', $5 from described returning id)
        insert into mandates.reviews (company_id, version_id, reviewer_id) select $1, id, $6 from drafted`,
      [company.id, company.positions.kamA, company.ids.kamA, version, company.ids.hr, company.ids.head],
    );
    expect((await dismiss('head')).status).toBe(200);
    await deliver();
    const { body } = await server.call(company.actor('hr'), readVersion, { params: { id: version } });
    expect(body.reviews).toMatchObject([
      { reviewer: { id: company.ids.director }, passedFrom: { id: company.ids.head }, verdict: null },
    ]);
    expect([await told('director', 'review-asked'), await told('hr', 'review-passed-on')]).toEqual([1, 1]);
  });
});

describe('a new holder of a position', () => {
  it('is told at the appointment what to read and sign', async () => {
    const binding: TestBinding = { kind: 'duty', key: 'mandates.answer-requests', settings: { withinHours: 24 } };
    await begin({ bindings: { head: [binding] } });
    await company.owner('update organization.positions set headcount = 2 where id = $1', [company.positions.head]);
    expect(await told('kamB', 'to-sign')).toBe(0);
    const day = Temporal.Now.plainDateISO('UTC').add({ days: 5 }).toString();
    const appointed = await server.call(company.actor('hr'), assign, {
      body: { employeeId: company.ids.kamB, positionId: company.positions.head, from: day },
    });
    expect(appointed.status).toBe(201);
    expect(await deliver()).toContain('organization.assigned');
    const lines = await company.owner<{ href: string }>(
      `select href from platform.notifications where employee_id = $1 and kind = 'mandates.to-sign'`,
      [company.ids.kamB],
    );
    expect(lines).toEqual([{ href: `/job-descriptions/versions/${company.versions.head}` }]);
  });
});
