import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, standardGrants, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { proposalsFor } from './actions/propose-week.ts';
import { cadenceDuty } from './duties/cadence.ts';
import * as at from './endpoints.ts';
import { usualCadence } from './settings.ts';
import { aPlannedVisit } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: TestServer;
/** The clause of kamA is stricter than the company's usual cadence; kamB has none. */
const norm = { daysKey: 3, daysA: 5, daysB: 10, daysC: 20 };

beforeAll(async () => {
  clone = await cloneDatabase();
  const everyone = [...standardGrants.support, { permit: 'activities.read', scope: 'all' } as const];
  company = await aCompany(clone.database, {
    grants: { support: everyone },
    bindings: { kamA: [{ kind: 'duty', key: cadenceDuty.key, settings: norm }] },
  });
  server = await testServer(clone.database);
  for (const keeper of ['kamA', 'kamB'] as const) {
    for (const [of, days] of Object.entries(usualCadence)) {
      const since = Temporal.Now.plainDateISO('UTC').subtract({ days }).toString();
      const { id } = await aClient(server.runner, company.actor(keeper), { name: `${of} of ${keeper}`, since });
      await company.owner('update clients.clients set class = $2 where id = $1', [id, of]);
    }
  }
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

const listed = async (person: 'kamA' | 'kamB' | 'head' | 'support', query = {}) =>
  (await server.call(company.actor(person), at.quietClientList.read, { query })).body.items;
const labels = (items: readonly { client: { label: string } | string }[]) =>
  items.map(({ client }) => (typeof client === 'string' ? client : client.label)).toSorted();
const ofKamA = ['A of kamA', 'B of kamA', 'C of kamA', 'key of kamA'];

it('lists by the clause of the keeper, and by the company where no clause says', async () => {
  const items = await listed('kamA');
  expect(labels(items as never)).toEqual(ofKamA);
  expect(items.map(({ class: of, daysOverdue }) => [of, daysOverdue])).toEqual([
    ['C', usualCadence.C - norm.daysC],
    ['B', usualCadence.B - norm.daysB],
    ['A', usualCadence.A - norm.daysA],
    ['key', usualCadence.key - norm.daysKey],
  ]);
  expect(await listed('kamB')).toEqual([]);
});

it('says the same to those who do not read the keeper’s job description', async () => {
  expect(labels((await listed('head')) as never)).toEqual(ofKamA);
  expect(labels((await listed('support')) as never)).toEqual(ofKamA);
});

it('counts in the list what Today, the appraisal, the week’s proposals and the card count', async () => {
  const mine = company.actor('kamA');
  const context = { employeeId: company.ids.kamA, settings: norm, clauseId: '', clauseNumber: '2.3' } as never;
  const today = await server.runner.read(mine, (w) => cadenceDuty.agenda?.(w, context, 100) ?? Promise.reject());
  expect(today.lines.map((line) => line.subject.label).toSorted()).toEqual(ofKamA);
  const days = (await listed('kamA')).map(({ id, daysOverdue }) => [id, daysOverdue]);
  const overdue = today.lines.map(({ subject, params }) => [subject.id, Number(params.days) - Number(params.cadence)]);
  expect(Object.fromEntries(overdue)).toEqual(Object.fromEntries(days));

  const now = Temporal.Now.plainDateISO('UTC');
  const period = { from: now.subtract({ days: 90 }).toString(), to: now.add({ days: 1 }).toString() };
  const measured = await server.runner.read(mine, (w) => cadenceDuty.measure(w, context, period));
  const missed = measured.evidence.filter(({ verdict }) => verdict === 'missed').map(({ label }) => label);
  expect(missed.toSorted()).toEqual(ofKamA);

  const next = now.add({ days: 7 });
  const week = `${next.yearOfWeek}-W${String(next.weekOfYear).padStart(2, '0')}`;
  const proposed = await server.runner.read(mine, (w) => proposalsFor(w, week));
  expect(proposed.map(({ client }) => client).toSorted()).toEqual(ofKamA);
  for (const [id, late] of days) {
    const card = await server.call(mine, at.clientContacts, { params: { id: String(id) } });
    expect(card.body.daysOverdue).toBe(late);
  }
});

it('leaves whoever is planned in the list, marked, and off Today', async () => {
  const mine = company.actor('kamA');
  const [first] = await listed('kamA');
  const clientId = String(first?.id);
  const plannedOn = Temporal.Now.plainDateISO('UTC').add({ days: 2 }).toString();
  await aPlannedVisit(server.runner, mine, { clientId, plannedOn });
  expect((await listed('kamA')).find(({ id }) => id === clientId)).toMatchObject({ plannedOn });
  const context = { employeeId: company.ids.kamA, settings: norm, clauseId: '', clauseNumber: '2.3' } as never;
  const agenda = await server.runner.read(mine, (w) => cadenceDuty.agenda?.(w, context, 1) ?? Promise.reject());
  const [more] = agenda.more;
  const query = Object.fromEntries(new URL(`http://x${more?.href}`).searchParams);
  expect((await listed('kamA', query)).length).toBe(agenda.lines.length + (more?.count ?? 0));
});

it('says the same default of the cadence in SQL and in the declaration', async () => {
  const { days } = await server.runner.read(company.actor('kamB'), (w) =>
    w.db.one(sql<{ days: object }>`select days from activities.cadences() where employee_id = ${company.ids.kamB}`),
  );
  expect(days).toEqual(usualCadence);
});
