import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aClient } from '#modules/clients/testing.ts';
import { openAppraisal, readAppraisal, signAsHead } from '#modules/mandates/endpoints-appraisals.ts';
import { readDutyClauses, readDutyFacts, readToday } from '#modules/mandates/endpoints-work.ts';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { textOf } from '#platform/documents/test/prints.ts';
import * as at from './endpoints.ts';
import { planItems, readWeekPlan } from './endpoints-week.ts';
import { weekToPlan } from './rules/week-due.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
const today = Temporal.Now.plainDateISO('UTC').toString();
const tomorrow = Temporal.PlainDate.from(today).add({ days: 1 }).toString();

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database, {
    bindings: {
      kamA: [
        { kind: 'duty', key: 'activities.cadence', settings: { daysKey: 7, daysA: 14, daysB: 30, daysC: 60 } },
        { kind: 'duty', key: 'activities.visits', settings: { perWeek: 1 } },
      ],
      kamB: [{ kind: 'duty', key: 'activities.visits', settings: { perWeek: 1 } }],
    },
  });
  server = await testServer(clone.database);
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

type Reply = { status: number; problem: { reasons?: unknown } };
const codes = (reply: Reply) => (reply.problem.reasons as { code: string }[]).map((each) => each.code);
const seen = (revision: number) => ({ 'if-match': `"${revision}"` });
const clientOf = async (keeper: Person) => (await aClient(server.runner, company.actor(keeper))).id;
const clausesOf = async (who: Person, employee: Person) =>
  server.call(company.actor(who), readDutyClauses, { query: { employee: company.ids[employee], on: today } });
const clauseOf = async (employee: Person, covered: string) =>
  (await clausesOf('head', employee)).body.items.find(({ covers }) => covers.includes(covered))?.id ?? '';
async function plan(who: Person, employee: Person, wish: object = {}) {
  const clientId = await clientOf(employee);
  return server.call(company.actor(who), at.planActivity, {
    body: { clientId, kind: 'visit', plannedOn: today, employeeId: company.ids[employee], ...wish } as never,
  });
}
const read = async (id: string, who: Person = 'head') =>
  (await server.call(company.actor(who), at.readActivity, { params: { id } })).body;

describe('the clauses from which work can be assigned', () => {
  it('are the duties in force of somebody below, with the activities they ask for', async () => {
    const { body } = await clausesOf('head', 'kamA');
    expect(body.items.map(({ number, covers }) => [number, covers])).toEqual([
      ['2.1', []],
      ['2.2', ['visit', 'meeting']],
    ]);
  });
  it('are unknown to whoever does not see that person, and end with the version', async () => {
    expect((await clausesOf('kamB', 'kamA')).status).toBe(404);
    const before = { query: { employee: company.ids.kamA, on: '2019-01-01' } };
    expect((await server.call(company.actor('head'), readDutyClauses, before)).body.items).toEqual([]);
  });
});

describe('what a head plans for somebody', () => {
  it('comes from the clause named', async () => {
    const [cadence] = (await clausesOf('head', 'kamA')).body.items;
    const { body } = await plan('head', 'kamA', { clauseId: cadence?.id });
    expect((await read(body.id)).assigned).toEqual({
      clause: { id: cadence?.id, number: '2.1', text: 'Bound to activities.cadence.' },
    });
  });
  it('comes from the clause that asks for such an activity when none is named, else is outside', async () => {
    const visit = await plan('head', 'kamA');
    expect((await read(visit.body.id)).assigned?.clause?.number).toBe('2.2');
    const call = await plan('head', 'kamA', { kind: 'call' });
    expect((await read(call.body.id)).assigned).toEqual({ clause: null });
    const said = await plan('head', 'kamA', { clauseId: null });
    expect((await read(said.body.id)).assigned).toEqual({ clause: null });
  });
  it('is refused by a clause of somebody else, of another section, or of no version in force that day', async () => {
    const strange = await plan('head', 'kamA', { clauseId: await clauseOf('kamB', 'visit') });
    expect([strange.status, codes(strange)]).toEqual([422, ['activities.clause-does-not-bind']]);
    const [right] = await company.owner<{ id: string }>(
      'select id from mandates.clauses where version_id = $1 and section = 3',
      [company.versions.kamA],
    );
    expect(codes(await plan('head', 'kamA', { clauseId: right?.id }))).toEqual(['activities.clause-does-not-bind']);
  });
  it('is guarded by the database, whoever writes', async () => {
    const { body } = await plan('head', 'kamA');
    const write = (clause: string) =>
      company.owner('update activities.activities set clause_id = $2 where id = $1', [body.id, clause]);
    await expect(write(await clauseOf('kamB', 'visit'))).rejects.toMatchObject({
      constraint: 'activities__clause_binds',
    });
  });
  it('goes into a whole week at once by the same rule', async () => {
    const week = weekToPlan(Temporal.PlainDate.from(today));
    const monday = Temporal.PlainDate.from(today).add({ days: 8 - Temporal.PlainDate.from(today).dayOfWeek });
    const clientId = await clientOf('kamB');
    const items = [{ clientId, kind: 'visit' as const, plannedOn: monday.toString() }];
    const { body } = await server.call(company.actor('head'), planItems, {
      params: { week },
      body: { employeeId: company.ids.kamB, items },
    });
    expect((await read(body.items[0]?.id ?? '')).assigned?.clause?.number).toBe('2.1');
    const readWeek = (who: Person) =>
      server.call(company.actor(who), readWeekPlan, { params: { week }, query: { employee: company.ids.kamB } });
    expect((await readWeek('head')).body.can.assign).toBe(true);
    expect((await readWeek('kamB')).body.can.assign).toBe(false);
  });
});

describe('one’s own plan', () => {
  it('comes from no clause, and names none', async () => {
    const { body } = await plan('kamA', 'kamA');
    expect((await read(body.id, 'kamA')).assigned).toBeNull();
    const named = await plan('kamA', 'kamA', { clauseId: null });
    expect([named.status, codes(named)]).toEqual([403, ['activities.not-yours-to-assign']]);
  });
  it('stays one’s own when the substitute makes it', async () => {
    const another = await aCompany(clone.database);
    const client = await aClient(server.runner, another.actor('kamA'));
    await another.substitute('kamA', 'kamB');
    const made = await server.call(another.actor('kamB'), at.planActivity, {
      body: { clientId: client.id, kind: 'visit', plannedOn: today, employeeId: another.ids.kamA },
    });
    const params = { id: made.body.id };
    expect((await server.call(another.actor('kamB'), at.readActivity, { params })).body.assigned).toBeNull();
  });
});

describe('what was assigned', () => {
  it('is taken out by the head and not by whoever owes it', async () => {
    const { body } = await plan('head', 'kamA');
    const remove = (who: Person) =>
      server.call(company.actor(who), at.removeActivity, { params: { id: body.id }, headers: seen(body.revision) });
    expect((await read(body.id, 'kamA')).can).toMatchObject({
      remove: ['activities.assigned-stays'],
      assign: ['activities.not-yours-to-assign'],
      carryOut: true,
    });
    const refused = await remove('kamA');
    expect([refused.status, codes(refused)]).toEqual([409, ['activities.assigned-stays']]);
    expect((await remove('head')).status).toBe(204);
  });
  it('gets another clause from the head alone', async () => {
    const { body } = await plan('head', 'kamA');
    const replan = (who: Person, clauseId: string | null) =>
      server.call(company.actor(who), at.replanActivity, {
        params: { id: body.id },
        body: { clauseId },
        headers: seen(body.revision),
      });
    expect((await replan('kamA', null)).status).toBe(403);
    expect((await replan('head', null)).status).toBe(200);
    expect((await read(body.id)).assigned).toEqual({ clause: null });
  });
  it('goes to another day by the same clause, as long as one in force that day holds it', async () => {
    const another = await aCompany(clone.database, {
      bindings: { kamA: [{ kind: 'duty', key: 'activities.visits', settings: { perWeek: 1 } }] },
    });
    await another.owner(
      `update mandates.versions set in_force = daterange('2020-01-01', $2::date), state = 'approved' where id = $1`,
      [another.versions.kamA, Temporal.PlainDate.from(tomorrow).add({ days: 1 }).toString()],
    );
    const client = await aClient(server.runner, another.actor('kamA'));
    const made = await server.call(another.actor('head'), at.planActivity, {
      body: { clientId: client.id, kind: 'visit', plannedOn: today, employeeId: another.ids.kamA },
    });
    const move = (id: string, plannedOn: string, revision: number) =>
      server.call(another.actor('kamA'), at.moveActivity, {
        params: { id },
        body: { plannedOn, reason: 'The client asked.' },
        headers: seen(revision),
      });
    const assigned = async (id: string) =>
      (await server.call(another.actor('kamA'), at.readActivity, { params: { id } })).body.assigned;
    const once = await move(made.body.id, tomorrow, made.body.revision);
    expect((await assigned(once.body.movedTo))?.clause?.number).toBe('2.1');
    const { revision } = (
      await server.call(another.actor('kamA'), at.readActivity, { params: { id: once.body.movedTo } })
    ).body;
    // Until then nobody plans: the mandate ends with the version.
    const later = Temporal.PlainDate.from(tomorrow).add({ days: 1 }).toString();
    const twice = await move(once.body.movedTo, later, revision);
    expect(await assigned(twice.body.movedTo)).toEqual({ clause: null });
  });
  it('leaves what is not the new keeper’s duty when the client goes over', async () => {
    const clientId = await clientOf('kamA');
    const { body } = await server.call(company.actor('head'), at.planActivity, {
      body: { clientId, kind: 'visit', plannedOn: tomorrow, employeeId: company.ids.kamA },
    });
    await server.runner.write(company.actor('director'), (w) =>
      w.db.run(sql`update clients.clients set keeper_id = ${company.ids.kamB} where id = ${clientId}`),
    );
    expect(await read(body.id)).toMatchObject({ employee: { id: company.ids.kamB }, assigned: null });
  });
  it('is found in the list by its clause, or as outside', async () => {
    const list = async (query: object) =>
      (await server.call(company.actor('head'), at.activityList.read, { query: query as never })).body.items;
    const outside = await list({ basis: 'outside', employee: company.ids.kamA });
    expect(outside.length).toBeGreaterThan(0);
    expect(new Set(outside.map(({ basis, clause }) => [basis, clause].join()))).toEqual(new Set(['outside,']));
    const byClause = await list({ clause: '2.2', employee: company.ids.kamA });
    expect(new Set(byClause.map(({ basis, clause }) => [basis, clause].join()))).toEqual(new Set(['clause,2.2']));
    expect(byClause.length).toBeGreaterThan(0);
  });
});

describe('on Today and in the facts', () => {
  it('stands once, by its clause or as outside, though no duty lists work of its kind', async () => {
    const another = await aCompany(clone.database, {
      bindings: { kamA: [{ kind: 'duty', key: 'activities.visits', settings: { perWeek: 1 } }] },
    });
    const client = async () => (await aClient(server.runner, another.actor('kamA'))).id;
    const assign = async (kind: 'visit' | 'call') =>
      server.call(another.actor('head'), at.planActivity, {
        body: { clientId: await client(), kind, plannedOn: today, employeeId: another.ids.kamA, purpose: 'Ask.' },
      });
    await server.call(another.actor('kamA'), at.planActivity, {
      body: { clientId: await client(), kind: 'visit', plannedOn: today },
    });
    const [visit, call] = [await assign('visit'), await assign('call')];
    const { lines, counts } = (await server.call(another.actor('kamA'), readToday)).body;
    const of = (id: string) => lines.filter((line) => line.id === `activity:${id}`);
    expect(of(visit.body.id)).toMatchObject([{ clause: { number: '2.1' } }]);
    expect(of(call.body.id)).toMatchObject([
      { clause: null, duty: 'Outside the job description', title: 'Call. Ask.' },
    ]);
    expect([lines.length, counts.today]).toEqual([3, 3]);
    expect((await server.call(another.actor('head'), readToday)).body.lines).toEqual([]);

    const close = (id: string, revision: number) =>
      server.call(another.actor('kamA'), at.carryOutActivity, {
        params: { id },
        body: { outcome: 'agreed-terms' },
        headers: seen(revision),
      });
    await close(visit.body.id, visit.body.revision);
    await close(call.body.id, call.body.revision);
    const { body } = await server.call(another.actor('head'), readDutyFacts, {
      query: { employee: another.ids.kamA, from: today, to: tomorrow },
    });
    expect(body.duties).toMatchObject([{ number: '2.1', done: 1, evidence: [{ verdict: 'done' }] }]);
    expect(body.outside).toMatchObject({ required: 1, done: 1, late: 0, missed: 0 });
    expect(body.outside.evidence).toMatchObject([{ href: `/activities/${call.body.id}`, verdict: 'done' }]);
  });
  it('counts a visit outside the description apart from the duty of visits', async () => {
    const another = await aCompany(clone.database, {
      bindings: { kamA: [{ kind: 'duty', key: 'activities.visits', settings: { perWeek: 1 } }] },
    });
    const client = (await aClient(server.runner, another.actor('kamA'))).id;
    const made = await server.call(another.actor('head'), at.planActivity, {
      body: { clientId: client, kind: 'visit', plannedOn: today, employeeId: another.ids.kamA, clauseId: null },
    });
    await server.call(another.actor('kamA'), at.carryOutActivity, {
      params: { id: made.body.id },
      body: { outcome: 'agreed-terms' },
      headers: seen(made.body.revision),
    });
    const { body } = await server.call(another.actor('kamA'), readDutyFacts, { query: { from: today, to: tomorrow } });
    expect(body.duties).toMatchObject([{ number: '2.1', done: 0 }]);
    expect(body.outside).toMatchObject({ required: 1, done: 1 });
  });
  it('stands apart in the appraisal, on the screen and on paper, and stays as the head signed it', async () => {
    const another = await aCompany(clone.database, {
      bindings: {
        kamA: [
          { kind: 'duty', key: 'activities.visits', settings: { perWeek: 1 } },
          { kind: 'pay', key: 'plans.fixed', settings: { amount: 250_000 } },
        ],
      },
    });
    const password = 'correct horse battery';
    await another.owner(
      `with made as (insert into identity."user" (id, name, email, "emailVerified") values ($1, 'Head', 'outside@example.test', true) returning id),
        told as (insert into identity.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
          select id, id, 'credential', id, $2, now(), now() from made)
        update organization.employees set user_id = $1 where id = $3`,
      ['outside-head', await hash(password), another.ids.head],
    );
    const client = (await aClient(server.runner, another.actor('kamA'))).id;
    const doOutside = async () => {
      const { body } = await server.call(another.actor('head'), at.planActivity, {
        body: { clientId: client, kind: 'call', plannedOn: today, employeeId: another.ids.kamA, clauseId: null },
      });
      const reply = await server.call(another.actor('kamA'), at.carryOutActivity, {
        params: { id: body.id },
        body: { outcome: 'agreed-terms' },
        headers: seen(body.revision),
      });
      expect(reply.status).toBe(200);
    };
    await doOutside();
    const { id } = (
      await server.call(another.actor('head'), openAppraisal, {
        body: { employeeId: another.ids.kamA, month: today.slice(0, 7) },
      })
    ).body;
    const card = async () => (await server.call(another.actor('kamA'), readAppraisal, { params: { id } })).body;
    const onPaper = async (language: 'en' | 'ru') => {
      const reply = await server.server.inject({
        url: `/api/appraisals/${id}/print?form=docx&language=${language}`,
        headers: { 'x-test-actor': `${another.id}/${another.ids.head}` },
      });
      return textOf(reply.rawPayload);
    };
    const open = await card();
    expect(open.clauses.map(({ number, pay }) => [number, pay.length])).toEqual([
      ['2.1', 0],
      ['4.1', 1],
    ]);
    expect(open.lines).toMatchObject([{ number: '2.1', done: 0 }]);
    expect(open.outside).toMatchObject({ required: 1, done: 1, evidence: [{ verdict: 'done' }] });
    expect(await onPaper('en')).toContain('Assigned outside the job description, and counted for no duty: 1; done 1');
    const signed = await server.call(another.actor('head'), signAsHead, {
      params: { id },
      body: { credential: password },
      headers: seen(open.revision),
    });
    expect(signed.status).toBe(200);
    await doOutside();
    expect((await card()).outside).toEqual(open.outside);
    expect(await onPaper('ru')).toContain(
      'Поручено вне должностной инструкции и не засчитано ни в одну обязанность: 1',
    );
    await expect(another.owner(`update mandates.appraisals set outside = null where id = $1`, [id])).rejects.toThrow(
      'what was signed stays',
    );
  });
});
