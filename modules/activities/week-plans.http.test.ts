import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { logContact, replanActivity } from './endpoints.ts';
import * as at from './endpoints-week.ts';
import { weekToPlan } from './rules/week-due.ts';
import { aPlannedVisit } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
let clientId: string;
const today = Temporal.Now.plainDateISO('UTC');
// The week after next: never due yet, whatever the day of the test.
const week = weekToPlan(today.add({ weeks: 1 }));
const monday = today.add({ days: 15 - today.dayOfWeek });

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

type Reply = { problem: { reasons?: unknown } };
const codes = (reply: Reply) => (reply.problem.reasons as { code: string }[]).map((each) => each.code);
const seen = (revision: number | null) => ({ 'if-match': `"${revision}"` });
const read = (person: Person, employee: Person, of = week) =>
  server.call(company.actor(person), at.readWeekPlan, {
    params: { week: of },
    query: { employee: company.ids[employee] },
  });
const submit = (person: Person, body = {}, of = week) =>
  server.call(company.actor(person), at.submitWeekPlan, { params: { week: of }, body });
const approve = (person: Person, employee: Person, revision: number | null, of = week) =>
  server.call(company.actor(person), at.approveWeekPlan, {
    params: { week: of },
    body: { employeeId: company.ids[employee] },
    headers: seen(revision),
  });
const remark = (person: Person, employee: Person, revision: number | null, text: string) =>
  server.call(company.actor(person), at.remarkWeekPlan, {
    params: { week },
    body: { employeeId: company.ids[employee], text },
    headers: seen(revision),
  });

describe('submit a week plan', () => {
  it('asks who you are, rejects a week of another form or year, needs the permit', async () => {
    expect((await server.call(null, at.submitWeekPlan, { params: { week }, body: {} })).status).toBe(401);
    expect((await submit('kamA', {}, '2026-W99')).status).toBe(422);
    expect(codes(await submit('kamA', {}, '2027-W53'))).toEqual(['activities.unknown-week']);
    expect((await submit('support')).status).toBe(403);
  });

  it('knows no plan of someone out of reach', async () => {
    const strange = await submit('kamB', { employeeId: company.ids.kamA });
    expect([strange.status, codes(strange)]).toEqual([404, ['activities.unknown-employee']]);
    expect((await read('kamB', 'kamA')).status).toBe(404);
  });

  it('refuses an empty plan and a week that is over', async () => {
    const empty = await submit('kamA');
    expect([empty.status, codes(empty)]).toEqual([409, ['activities.plan-empty']]);
    const over = await submit('kamA', {}, '2020-W10');
    expect([over.status, codes(over)]).toEqual([409, ['activities.week-is-over']]);
  });

  it('puts items in at once, all or none, and lays them before the head', async () => {
    const item = (plannedOn: Temporal.PlainDate, kind: 'call' | 'visit') => ({
      clientId,
      kind,
      plannedOn: plannedOn.toString(),
      plannedTime: '10:00',
    });
    const half = await server.call(company.actor('kamA'), at.planItems, {
      params: { week },
      body: { items: [item(monday, 'visit'), item(monday.add({ weeks: 1 }), 'call')] },
    });
    expect([half.status, codes(half)]).toEqual([422, ['activities.outside-week']]);
    expect((await read('kamA', 'kamA')).body.items).toEqual([]);
    const whole = await server.call(company.actor('kamA'), at.planItems, {
      params: { week },
      body: { items: [item(monday, 'visit'), item(monday.add({ days: 1 }), 'call')] },
    });
    expect(whole.status).toBe(201);
    const submitted = await submit('kamA');
    expect([submitted.status, submitted.body.inTime]).toEqual([200, true]);
    const plan = await read('head', 'kamA');
    expect(plan.body).toMatchObject({
      state: 'submitted',
      inTime: true,
      can: { decide: true, submit: ['activities.plan-with-head'] },
    });
    expect(plan.body.items.length).toBe(2);
    const twice = await submit('kamA');
    expect([twice.status, codes(twice)]).toEqual([409, ['activities.plan-with-head']]);
  });

  it('lets nothing change a day while the plan lies with the head, but the hour', async () => {
    const [item] = (await read('kamA', 'kamA')).body.items;
    const drag = (body: object) =>
      server.call(company.actor('kamA'), replanActivity, {
        params: { id: item?.id ?? '' },
        body,
        headers: seen(item?.revision ?? 0),
      });
    const other = await drag({ plannedOn: monday.add({ days: 3 }).toString() });
    expect([other.status, codes(other)]).toEqual([409, ['activities.plan-with-head']]);
    expect((await drag({ plannedTime: '16:30' })).status).toBe(200);
  });
});

describe('decide about a week plan', () => {
  it('asks who you are, needs the permit, and knows only plans within reach', async () => {
    const { revision } = (await read('head', 'kamA')).body;
    expect(
      (await server.call(null, at.approveWeekPlan, { params: { week }, body: { employeeId: company.ids.kamA } }))
        .status,
    ).toBe(401);
    expect((await approve('kamA', 'kamA', revision)).status).toBe(403);
    expect((await approve('kamB', 'kamA', revision)).status).toBe(403);
    expect((await approve('head', 'director', 1)).status).toBe(404);
    expect((await remark('head', 'kamA', revision, '  ')).status).toBe(422);
  });

  it('sends back with a remark, takes it mended, approves once', async () => {
    const { revision } = (await read('head', 'kamA')).body;
    const back = await remark('head', 'kamA', revision, 'Visit the new client too');
    expect(back.status).toBe(200);
    const mine = await read('kamA', 'kamA');
    expect(mine.body).toMatchObject({ state: 'remarked', remark: 'Visit the new client too', can: { submit: true } });
    const again = await submit('kamA');
    expect(again.body.inTime).toBe(true);
    const stale = await approve('head', 'kamA', revision);
    expect([stale.status, codes(stale)]).toEqual([412, ['platform.changed-meanwhile']]);
    expect((await approve('head', 'kamA', again.body.revision)).status).toBe(200);
    const { body } = await read('kamA', 'kamA');
    expect(body.state).toBe('approved');
    expect(body.acts.map((act) => [act.act, act.by.id])).toEqual([
      ['approve', company.ids.head],
      ['submit', company.ids.kamA],
      ['remark', company.ids.head],
      ['submit', company.ids.kamA],
    ]);
    const late = await approve('head', 'kamA', body.revision);
    expect([late.status, codes(late)]).toEqual([409, ['activities.plan-not-waiting']]);
  });

  it('lets nobody decide about their own plan, not even past the interface', async () => {
    const own = await aClient(server.runner, company.actor('head'));
    await aPlannedVisit(server.runner, company.actor('head'), {
      clientId: own.id,
      plannedOn: monday.toString(),
      employeeId: company.ids.head,
    });
    const submitted = await submit('head');
    const mine = await approve('head', 'head', submitted.body.revision);
    expect([mine.status, codes(mine)]).toEqual([403, ['activities.own-plan']]);
    const forced = server.runner.write(company.actor('head'), (w) =>
      w.db.client.query(
        `update activities.week_plans set state = 'approved', waiting_since = null, decided_by = '${company.ids.director}', decided_at = now()
          where employee_id = '${company.ids.head}'`,
      ),
    );
    await expect(forced).rejects.toThrow(/not yours to decide/);
    expect((await approve('director', 'head', submitted.body.revision)).status).toBe(200);
  });

  it('takes no item into an approved plan without a cause, and takes back only what waits', async () => {
    const item = { clientId, kind: 'visit' as const, plannedOn: monday.add({ days: 2 }).toString() };
    const added = await server.call(company.actor('kamA'), at.planItems, { params: { week }, body: { items: [item] } });
    expect([added.status, codes(added)]).toEqual([409, ['activities.plan-with-head']]);
    const recall = await server.call(company.actor('kamA'), at.recallWeekPlan, { params: { week }, body: {} });
    expect([recall.status, codes(recall)]).toEqual([409, ['activities.plan-not-waiting']]);
  });

  it('shows the head the team: who submitted, who did not', async () => {
    const { body } = await server.call(company.actor('head'), at.teamWeekPlans, { query: { week } });
    const states = Object.fromEntries(body.items.map((each) => [each.employee.id, [each.state, each.late]]));
    expect(states).toEqual({ [company.ids.kamA]: ['approved', false], [company.ids.kamB]: ['draft', false] });
    expect((await server.call(company.actor('kamA'), at.teamWeekPlans, { query: { week } })).status).toBe(403);
  });
});

describe('proposals', () => {
  it('brings what was promised on its day, and nobody who is planned already', async () => {
    const { id } = await aClient(server.runner, company.actor('kamB'), { name: 'Promised Ltd' });
    const nextOn = monday.add({ days: 2 }).toString();
    const body = {
      clientId: id,
      kind: 'call' as const,
      cause: 'client-asked' as const,
      outcome: 'next-step' as const,
      nextStep: 'Bring the offer',
      nextOn,
    };
    expect((await server.call(company.actor('kamB'), logContact, { body })).status).toBe(201);
    const ask = () => server.call(company.actor('kamB'), at.weekProposals, { params: { week } });
    const { items } = (await ask()).body;
    expect(items).toMatchObject([
      { clientId: id, kind: 'call', day: nextOn, reasons: [{ key: 'next-step', params: { step: 'Bring the offer' } }] },
    ]);
    await aPlannedVisit(server.runner, company.actor('kamB'), { clientId: id, plannedOn: nextOn });
    expect((await ask()).body.items).toEqual([]);
    const strange = await server.call(company.actor('kamB'), at.weekProposals, {
      params: { week },
      query: { employee: company.ids.kamA },
    });
    expect(strange.status).toBe(404);
  });
});
