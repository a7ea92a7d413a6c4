import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { tellOrder } from '#modules/clients/contract.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import * as at from './endpoints.ts';
import { aContact, aPlannedVisit } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
let clientId: string;
let nextDay = 1;
const today = () => Temporal.Now.plainDateISO('UTC');
const inDays = (days: number) => today().add({ days }).toString();

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  server = await testServer(clone.database);
  clientId = (await aClient(server.runner, company.actor('kamA'))).id;
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

const codes = (reply: { problem: { reasons?: unknown } }) =>
  (reply.problem.reasons as { code: string; field?: string }[]).map((each) => each.code);
const seen = (revision: number) => ({ 'if-match': `"${revision}"` });

describe('carry out a visit', () => {
  const whole = { outcome: 'agreed-terms' as const, note: 'Prices as last year' };
  const visit = () =>
    aPlannedVisit(server.runner, company.actor('kamA'), {
      clientId,
      plannedOn: inDays(nextDay++),
    });

  it('asks who you are', async () => {
    const { id } = await visit();
    expect((await server.call(null, at.carryOutActivity, { params: { id }, body: whole })).status).toBe(401);
  });

  it('rejects an outcome that does not exist', async () => {
    const { id, revision } = await visit();
    const reply = await server.call(company.actor('kamA'), at.carryOutActivity, {
      params: { id },
      body: { outcome: 'fine' },
      headers: seen(revision),
    });
    expect(reply.status).toBe(422);
  });

  it('does not know the visits of another manager', async () => {
    const { id, revision } = await visit();
    const reply = await server.call(company.actor('kamB'), at.carryOutActivity, {
      params: { id },
      body: whole,
      headers: seen(revision),
    });
    expect([reply.status, codes(reply)]).toEqual([404, ['activities.unknown-activity']]);
  });

  it('needs the permit activities.record', async () => {
    const { id, revision } = await visit();
    const reply = await server.call(company.actor('support'), at.carryOutActivity, {
      params: { id },
      body: whole,
      headers: seen(revision),
    });
    expect([reply.status, reply.problem.permit]).toEqual([403, 'activities.record']);
  });

  it('refuses to close without an outcome, naming all that it lacks', async () => {
    const { id, revision } = await visit();
    const close = (body: object) =>
      server.call(company.actor('kamA'), at.carryOutActivity, { params: { id }, body, headers: seen(revision) });
    const without = await close({ note: 'Talked' });
    expect([without.status, codes(without)]).toEqual([422, ['activities.outcome-needed']]);
    const half = await close({ outcome: 'payment-agreement', nextStep: 'Call the accountant' });
    expect(half.problem.reasons).toMatchObject([
      { code: 'activities.next-day-needed', field: '/nextOn' },
      { code: 'activities.sum-needed', field: '/promisedAmount' },
      { code: 'activities.payment-day-needed', field: '/promisedOn' },
    ]);
    const unsaid = await close({ outcome: 'agreed-terms', note: ' ' });
    expect(unsaid.problem.reasons).toMatchObject([{ code: 'activities.terms-needed', field: '/note' }]);
    const [row] = await company.owner('select state, outcome from activities.activities where id = $1', [id]);
    expect(row).toEqual({ state: 'planned', outcome: null });
  });

  it('closes once, keeps who, when and the outcome, and stays', async () => {
    const { id, revision } = await visit();
    const close = (body: object, at0 = revision) =>
      server.call(company.actor('kamA'), at.carryOutActivity, { params: { id }, body, headers: seen(at0) });
    const done = await close({
      outcome: 'next-step',
      nextStep: 'Send samples',
      nextOn: inDays(3),
      note: 'Liked the tea',
    });
    expect(done.status).toBe(200);
    const read = await server.call(company.actor('kamA'), at.readActivity, { params: { id } });
    expect(read.body).toMatchObject({
      state: 'done',
      outcome: 'next-step',
      nextStep: 'Send samples',
      nextOpen: true,
      actingFor: null,
    });
    expect(read.body.employee.id).toBe(company.ids.kamA);
    expect(read.body.can.carryOut).toEqual(['activities.closed']);
    const again = await close(whole, done.body.revision);
    expect([again.status, codes(again)]).toEqual([409, ['activities.closed']]);
  });

  it('refuses a record that has changed since it was seen', async () => {
    const { id } = await visit();
    const reply = await server.call(company.actor('kamA'), at.carryOutActivity, {
      params: { id },
      body: whole,
      headers: seen(7),
    });
    expect([reply.status, codes(reply)]).toEqual([412, ['platform.changed-meanwhile']]);
  });
});

describe('activities exist for the keeper and those above', () => {
  it('shows kamA and the head a call that kamB, support and another company do not see', async () => {
    const { id } = await aContact(server.runner, company.actor('kamA'), { clientId, note: 'Only ours' });
    const statusFor = async (person: 'kamA' | 'head' | 'director' | 'kamB' | 'support' | 'outsider') =>
      (await server.call(company.actor(person), at.readActivity, { params: { id } })).status;
    expect(await Promise.all((['kamA', 'head', 'director'] as const).map(statusFor))).toEqual([200, 200, 200]);
    expect(await Promise.all((['kamB', 'support', 'outsider'] as const).map(statusFor))).toEqual([404, 403, 403]);
    const listed = await server.call(company.actor('kamB'), at.activityList.read, { query: { client: clientId } });
    expect(listed.body.items).toEqual([]);
    expect((await server.call(company.actor('kamB'), at.clientContacts, { params: { id: clientId } })).status).toBe(
      404,
    );
  });

  it('lists them by day, filters and exports', async () => {
    const { status, body } = await server.call(company.actor('kamA'), at.activityList.read, {
      query: { client: clientId, kind: 'call', state: 'done', employee: 'me', totals: true },
    });
    expect(status).toBe(200);
    expect(body.items.length).toBe(body.totals?.count);
    expect(body.items[0]).toMatchObject({ kind: 'call', state: 'done', client: { id: clientId } });
  });
});

describe('plan a visit', () => {
  const wish = () => ({ clientId, kind: 'visit' as const, plannedOn: inDays(6000) });

  it('asks who you are, rejects a wrong day, needs the permit and a client within reach', async () => {
    expect((await server.call(null, at.planActivity, { body: wish() })).status).toBe(401);
    expect(
      (await server.call(company.actor('kamA'), at.planActivity, { body: { ...wish(), plannedOn: '2026-02-30' } }))
        .status,
    ).toBe(422);
    expect((await server.call(company.actor('support'), at.planActivity, { body: wish() })).status).toBe(403);
    const strange = await server.call(company.actor('kamB'), at.planActivity, { body: wish() });
    expect([strange.status, codes(strange)]).toEqual([404, ['clients.unknown-client']]);
  });

  it('refuses a day that has passed, and the same contact twice on a day', async () => {
    const past = await server.call(company.actor('kamA'), at.planActivity, {
      body: { ...wish(), plannedOn: inDays(-1) },
    });
    expect([past.status, codes(past)]).toEqual([422, ['activities.planned-for-past']]);
    expect((await server.call(company.actor('kamA'), at.planActivity, { body: wish() })).status).toBe(201);
    const twice = await server.call(company.actor('kamA'), at.planActivity, { body: wish() });
    expect([twice.status, codes(twice)]).toEqual([409, ['activities.planned-already']]);
  });

  it('keeps the hour by the company’s clock, and moves by PATCH', async () => {
    const { body } = await server.call(company.actor('kamA'), at.planActivity, {
      body: { ...wish(), plannedOn: inDays(6001), plannedTime: '09:30' },
    });
    const dragged = await server.call(company.actor('kamA'), at.replanActivity, {
      params: { id: body.id },
      body: { plannedOn: inDays(6002), plannedTime: '14:00', minutes: 45 },
      headers: seen(body.revision),
    });
    expect(dragged.status).toBe(200);
    const read = await server.call(company.actor('kamA'), at.readActivity, { params: { id: body.id } });
    expect(read.body).toMatchObject({ plannedOn: inDays(6002), plannedTime: '14:00', minutes: 45, planState: 'draft' });
    const removed = await server.call(company.actor('kamA'), at.removeActivity, {
      params: { id: body.id },
      headers: seen(read.body.revision),
    });
    expect(removed.status).toBe(204);
    expect((await server.call(company.actor('kamA'), at.readActivity, { params: { id: body.id } })).status).toBe(404);
  });
});

describe('move and miss', () => {
  it('keeps the old day with its reason and plans the new one', async () => {
    const { id, revision } = await aPlannedVisit(server.runner, company.actor('kamA'), {
      clientId,
      plannedOn: inDays(7000),
    });
    const moved = await server.call(company.actor('kamA'), at.moveActivity, {
      params: { id },
      body: { plannedOn: inDays(7020), plannedTime: '10:00', reason: 'The buyer is ill' },
      headers: seen(revision),
    });
    expect(moved.status).toBe(200);
    const [old, fresh] = await Promise.all(
      [id, moved.body.movedTo].map((each) =>
        server.call(company.actor('kamA'), at.readActivity, { params: { id: each } }),
      ),
    );
    expect(old?.body).toMatchObject({
      state: 'moved',
      movedReason: 'The buyer is ill',
      movedTo: { id: moved.body.movedTo, plannedOn: inDays(7020) },
    });
    expect(fresh?.body).toMatchObject({ state: 'planned', plannedTime: '10:00' });
  });

  it('asks for the reason of a miss and tells plan from fact, existing from potential clients', async () => {
    const active = await aClient(server.runner, company.actor('kamB'));
    await server.runner.write(company.actor('kamB'), (w) => tellOrder(w, active.id, inDays(0)));
    const potential = await aClient(server.runner, company.actor('kamB'));
    const planned = await aPlannedVisit(server.runner, company.actor('kamB'), { clientId: active.id });
    const reasonless = await server.call(company.actor('kamB'), at.missActivity, {
      params: { id: planned.id },
      body: { reason: ' ' },
      headers: seen(planned.revision),
    });
    expect(reasonless.status).toBe(422);
    const missed = await server.call(company.actor('kamB'), at.missActivity, {
      params: { id: planned.id },
      body: { reason: 'The shop was shut' },
      headers: seen(planned.revision),
    });
    expect(missed.status).toBe(200);
    await aContact(server.runner, company.actor('kamB'), { clientId: potential.id, kind: 'visit', cause: 'free-time' });
    const asked = { query: { from: inDays(0), to: inDays(1) } };
    const { body } = await server.call(company.actor('kamB'), at.planFact, asked);
    const none = { planned: 0, done: 0, moved: 0, missed: 0, open: 0, offPlan: 0 };
    expect(body).toEqual({ existing: { ...none, planned: 1, missed: 1 }, potential: { ...none, offPlan: 1 } });
    const strange = await server.call(company.actor('kamA'), at.planFact, {
      query: { ...asked.query, employee: company.ids.kamB },
    });
    expect(strange.status).toBe(404);
  });
});

describe('log a contact', () => {
  it('needs a cause and an outcome, and tells the client’s card when the last contact was', async () => {
    const body = { clientId, kind: 'call' as const, cause: 'client-asked' as const };
    const without = await server.call(company.actor('kamA'), at.logContact, { body });
    expect([without.status, codes(without)]).toEqual([422, ['activities.outcome-needed']]);
    const causeless = await server.call(company.actor('kamA'), at.logContact, {
      body: { ...body, cause: undefined, outcome: 'no-contact' },
    });
    expect(causeless.status).toBe(422);
    const logged = await server.call(company.actor('kamA'), at.logContact, {
      body: { ...body, outcome: 'agreed-terms', note: 'Prices as last year' },
    });
    expect(logged.status).toBe(201);
    const card = await server.call(company.actor('kamA'), at.clientContacts, { params: { id: clientId } });
    expect(card.body).toMatchObject({ lastOn: inDays(0), can: { log: true, plan: true } });
    expect(card.body.done[0]?.id).toBe(logged.body.id);
  });

  it('takes what was noted without a network, but neither the future nor last month', async () => {
    const log = (doneAt: Temporal.Instant) =>
      server.call(company.actor('kamA'), at.logContact, {
        body: { clientId, kind: 'call', cause: 'other', outcome: 'no-contact', doneAt: doneAt.toString() },
      });
    const now = Temporal.Now.instant();
    expect((await log(now.subtract({ hours: 30 }))).status).toBe(201);
    expect(codes(await log(now.add({ hours: 1 })))).toEqual(['activities.done-in-future']);
    expect(codes(await log(now.subtract({ hours: 31 * 24 })))).toEqual(['activities.done-too-long-ago']);
  });
});

describe('agreed terms', () => {
  const values = (
    id: string,
    note: string,
  ) => `insert into activities.activities (company_id, client_id, keeper_id, employee_id, kind,
      state, off_plan_cause, done_at, done_on, outcome, note, closed_at)
    select company_id, id, keeper_id, keeper_id, 'call', 'done', 'other', now(), current_date, 'agreed-terms', '${note}', now()
      from clients.clients where id = '${id}'`;

  it('are refused by the database, too, while nobody wrote them down', async () => {
    await expect(company.owner(values(clientId, ' '))).rejects.toMatchObject({ constraint: 'activities__terms_given' });
    await expect(company.owner(values(clientId, 'Net thirty days'))).resolves.toEqual([]);
  });

  it('of before that rule follow their client to another keeper all the same', async () => {
    const { id } = await aClient(server.runner, company.actor('kamA'));
    await company.owner(
      `set session_replication_role = replica; ${values(id, '')}; set session_replication_role = default`,
    );
    await server.runner.write(company.actor('director'), (w) =>
      w.db.run(sql`update clients.clients set keeper_id = ${company.ids.kamB} where id = ${id}`),
    );
    const rows = await company.owner('select keeper_id from activities.activities where client_id = $1', [id]);
    expect(rows).toEqual([{ keeper_id: company.ids.kamB }]);
  });
});

describe('clients without contact', () => {
  it('lists whoever waits longer than the class allows, the longest first, within reach', async () => {
    const waiting = async (of: string, days: number) => {
      const { id } = await aClient(server.runner, company.actor('kamB'));
      await server.runner.write(company.actor('kamB'), (w) =>
        w.db.run(sql`update clients.clients set class = ${of}, since = ${inDays(-days)}::date where id = ${id}`),
      );
      return id;
    };
    const [keyLate, , cLate, contacted] = [
      await waiting('key', 8),
      await waiting('key', 7),
      await waiting('C', 61),
      await waiting('A', 90),
    ];
    await aContact(server.runner, company.actor('kamB'), { clientId: contacted });
    const ask = (person: 'kamA' | 'kamB' | 'head') => server.call(company.actor(person), at.quietClientList.read, {});
    const { items } = (await ask('kamB')).body;
    expect(items.map((item) => [item.id, item.class, item.daysOverdue])).toEqual([
      [cLate, 'C', 1],
      [keyLate, 'key', 1],
    ]);
    expect((await ask('head')).body.items.length).toBe(2);
    expect((await ask('kamA')).body.items).toEqual([]);
    expect((await server.call(company.actor('support'), at.quietClientList.read, {})).status).toBe(403);
  });
});

describe('potential clients to call', () => {
  it('offers whoever was not tried lately, is not planned and did not ask to be left alone', async () => {
    const head = company.actor('head');
    const names = ['Never tried', 'Tried long ago', 'Tried today', 'Planned', 'Left alone', 'Active'];
    const ids = new Map<string, string>();
    for (const name of names) ids.set(name, (await aClient(server.runner, head, { name })).id);
    const idOf = (name: string) => ids.get(name) ?? '';
    const ask = async () =>
      (await server.call(head, at.prospectsToCall, {})).body.items.map((item) => item.name).toSorted();
    expect(await ask()).toEqual(names.toSorted());

    await aContact(server.runner, head, { clientId: idOf('Tried today'), outcome: 'no-contact' });
    await aContact(server.runner, head, { clientId: idOf('Tried long ago'), outcome: 'no-contact' });
    await company.owner('update activities.last_contacts set last_tried_on = current_date - 15 where client_id = $1', [
      idOf('Tried long ago'),
    ]);
    await aPlannedVisit(server.runner, head, { clientId: idOf('Planned') });
    await server.runner.write(head, (w) => tellOrder(w, idOf('Active'), inDays(0)));
    const ban = (person: 'head' | 'kamA', reason: string) =>
      server.call(company.actor(person), at.banCalls, { params: { id: idOf('Left alone') }, body: { reason } });
    expect((await ban('kamA', 'Not mine')).status).toBe(404);
    expect((await ban('head', ' ')).status).toBe(422);
    expect((await ban('head', 'Asked by the owner')).status).toBe(201);
    const twice = await ban('head', 'Again');
    expect([twice.status, codes(twice)]).toEqual([409, ['activities.not-to-be-called']]);
    expect(await ask()).toEqual(['Never tried', 'Tried long ago']);

    const lift = () => server.call(head, at.liftCallBan, { params: { id: idOf('Left alone') } });
    expect((await lift()).status).toBe(204);
    expect((await lift()).status).toBe(404);
    expect(await ask()).toEqual(['Left alone', 'Never tried', 'Tried long ago']);
    expect((await server.call(company.actor('support'), at.prospectsToCall, {})).status).toBe(403);
  });
});
