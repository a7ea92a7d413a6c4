import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { submitWeekPlan } from './actions/decide-week-plan.ts';
import { aPlannedVisit } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let clientId: string;
const norm = { kind: 'duty' as const, key: 'activities.week-plan', settings: { dueWeekday: 4, dueTime: '17:00' } };

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database, { bindings: { kamA: [norm] } });
  await company.owner(`update platform.companies set time_zone = 'America/New_York' where id = $1`, [company.id]);
  clientId = (await aClient(new Runner(clone.database, compose(modules)), company.actor('kamA'))).id;
});
afterAll(() => clone.close());

it.each([
  ['2027-W02', '2027-01-07T22:00:00Z', true, 'Thursday 17:00 in New York, to the moment'],
  ['2027-W03', '2027-01-14T22:00:00.001Z', false, 'a millisecond after'],
  ['2027-W12', '2027-03-18T21:00:00Z', true, 'after the clock went forward it is an hour earlier in UTC'],
  ['2027-W13', '2027-03-25T22:00:00Z', false, 'and what was in time in winter is late'],
])('the plan of %s submitted at %s is in time: %s — %s', async (week, moment, inTime) => {
  const runner = new Runner(clone.database, compose(modules), () => Temporal.Instant.from(moment));
  const plannedOn = Temporal.Instant.from(moment).toZonedDateTimeISO('America/New_York').toPlainDate().add({ days: 4 });
  await aPlannedVisit(runner, company.actor('kamA'), { clientId, plannedOn: plannedOn.toString() });
  const submitted = await runner.write(company.actor('kamA'), (w) => submitWeekPlan(w, week));
  expect(submitted.inTime).toBe(inTime);
  const [kept] = await company.owner(
    'select in_time, state from activities.week_plans where employee_id = $1 and week = $2',
    [company.ids.kamA, week],
  );
  expect(kept).toEqual({ in_time: inTime, state: 'submitted' });
});

it('keeps the first submission, whoever writes', async () => {
  const change = company.owner(
    `update activities.week_plans set submitted_at = submitted_at - interval '1 day' where week = '2027-W03'`,
  );
  await expect(change).rejects.toThrow(/first submission stays/);
});
