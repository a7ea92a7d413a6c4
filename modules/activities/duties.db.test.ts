import { afterAll, beforeAll, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { tellOrder } from '#modules/clients/contract.ts';
import { aClient } from '#modules/clients/testing.ts';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import type { DutyKind } from '#platform/declare/duty.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { approveWeekPlan, submitWeekPlan } from './actions/decide-week-plan.ts';
import { approvePlansDuty } from './duties/approve-plans.ts';
import { cadenceDuty } from './duties/cadence.ts';
import { callsDuty, visitsDuty } from './duties/contacts.ts';
import { weekPlanDuty } from './duties/week-plan.ts';
import { aContact, aPlannedVisit, carriedOut } from './testing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
/** Monday of a week without a holiday; the tests speak of the days around it. */
const monday = '2027-03-08';
const at = (moment: string) => new Runner(clone.database, compose(modules), () => Temporal.Instant.from(moment));

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
});
afterAll(() => clone.close());

const agenda = async (person: Person, of: DutyKind, moment: string, settings: object, asker = person, most = 100) =>
  (await wholeAgenda(person, of, moment, settings, asker, most)).lines;
const wholeAgenda = (person: Person, of: DutyKind, moment: string, settings: object, asker = person, most = 100) =>
  at(moment).read(company.actor(asker), async (w) => {
    if (!of.agenda) throw new Error(`${of.key} has no agenda`);
    return of.agenda(w, context(person, settings), most);
  });
const measure = (
  person: Person,
  of: DutyKind,
  moment: string,
  settings: object,
  period: { from: string; to: string },
) => at(moment).read(company.actor('head'), (w) => of.measure(w, context(person, settings), period));
const context = (person: Person, settings: object) =>
  ({ employeeId: company.ids[person], settings, clauseId: '', clauseNumber: '2.2' }) as never;

it('asks for the next week’s plan until it is submitted, and measures each week', async () => {
  const norm = { dueWeekday: 5, dueTime: '18:00' };
  const { id: clientId } = await aClient(at(`${monday}T08:00:00Z`), company.actor('kamA'));
  const line = async (moment: string) =>
    (await agenda('kamA', weekPlanDuty, moment, norm)).map((each) => [each.kind, each.urgency, each.params.week]);
  expect(await line('2027-03-08T08:00:00Z')).toEqual([['activities.plan-week', 'soon', '2027-W11']]);
  expect(await line('2027-03-12T08:00:00Z')).toEqual([['activities.plan-week', 'today', '2027-W11']]);
  expect(await line('2027-03-12T18:00:01Z')).toEqual([['activities.plan-week', 'late', '2027-W11']]);

  const submit = async (week: string, day: string, moment: string) => {
    await aPlannedVisit(at(moment), company.actor('kamA'), { clientId, plannedOn: day });
    return at(moment).write(company.actor('kamA'), (w) => submitWeekPlan(w, week));
  };
  await submit('2027-W11', '2027-03-15', '2027-03-12T17:00:00Z');
  expect(await line('2027-03-12T18:00:01Z')).toEqual([]);
  await submit('2027-W12', '2027-03-22', '2027-03-20T09:00:00Z');
  const month = { from: '2027-03-08', to: '2027-04-08' };
  const measured = await measure('kamA', weekPlanDuty, '2027-03-27T00:00:00Z', norm, month);
  expect(measured).toMatchObject({ required: 3, done: 1, late: 1, missed: 1 });
  expect(measured.evidence.map((each) => [each.label, each.verdict])).toEqual([
    ['2027-W11', 'done'],
    ['2027-W12', 'late'],
    ['2027-W13', 'missed'],
  ]);
  await company.owner(
    `insert into organization.absences (company_id, employee_id, kind, valid) values ($1, $2, 'vacation', '[2027-03-27,2027-04-06)')`,
    [company.id, company.ids.kamA],
  );
  expect(await measure('kamA', weekPlanDuty, '2027-03-27T00:00:00Z', norm, month)).toMatchObject({
    required: 2,
    missed: 0,
  });
});

it('brings submitted plans before the head, and measures how soon they were answered', async () => {
  const lines = await agenda('head', approvePlansDuty, '2027-03-13T10:00:00Z', { withinHours: 24 });
  expect(lines.map((line) => [line.kind, line.subject.id, line.params.week, line.urgency])).toEqual([
    ['activities.approve-plan', company.ids.kamA, '2027-W11', 'today'],
    ['activities.approve-plan', company.ids.kamA, '2027-W12', 'soon'],
  ]);
  await at('2027-03-13T16:00:00Z').write(company.actor('head'), (w) =>
    approveWeekPlan(w, '2027-W11', company.ids.kamA),
  );
  expect((await agenda('head', approvePlansDuty, '2027-03-13T17:00:00Z', { withinHours: 24 })).length).toBe(1);
  const period = { from: '2027-03-01', to: '2027-04-01' };
  const measured = await measure('head', approvePlansDuty, '2027-03-30T00:00:00Z', { withinHours: 24 }, period);
  expect(measured).toMatchObject({ required: 2, done: 1, late: 0, missed: 1 });
});

it('shows the visits of today and those overdue, and counts what was done in proportion to the days worked', async () => {
  const morning = '2027-05-04T08:00:00Z';
  const { id: clientId } = await aClient(at(morning), company.actor('kamB'));
  const first = await aPlannedVisit(at('2027-05-03T08:00:00Z'), company.actor('kamB'), {
    clientId,
    plannedOn: '2027-05-03',
    plannedTime: '11:00',
  });
  await aPlannedVisit(at(morning), company.actor('kamB'), { clientId, plannedOn: '2027-05-04', purpose: 'New shelf' });
  await aPlannedVisit(at(morning), company.actor('kamB'), { clientId, plannedOn: '2027-05-05' });
  const lines = await agenda('kamB', visitsDuty, morning, { perWeek: 5 });
  expect(lines.map((line) => [line.kind, line.urgency, line.due, line.params.time])).toEqual([
    ['activities.visit', 'late', '2027-05-03', '11:00'],
    ['activities.visit', 'today', '2027-05-04', null],
  ]);
  expect((await wholeAgenda('kamB', visitsDuty, morning, { perWeek: 5 }, 'kamB', 1)).more).toMatchObject([
    { urgency: 'today', count: 1 },
  ]);
  expect(await agenda('kamB', callsDuty, morning, { perWeek: 5 })).toEqual([]);
  await carriedOut(at(morning), company.actor('kamB'), first.id);
  const week = { from: '2027-05-03', to: '2027-05-10' };
  expect(await measure('kamB', visitsDuty, '2027-05-07T08:00:00Z', { perWeek: 5 }, week)).toMatchObject({
    required: 4,
    done: 1,
    missed: 3,
  });
  expect(await measure('kamB', visitsDuty, '2027-05-03T08:00:00Z', { perWeek: 5 }, week)).toMatchObject({
    required: 0,
    missed: 0,
  });
});

it('keeps the evidence with the employee when the client goes to another keeper, and the plan with the client', async () => {
  const moment = '2027-06-07T08:00:00Z';
  const { id: clientId } = await aClient(at(moment), company.actor('kamB'));
  const done = await aContact(at(moment), company.actor('kamB'), { clientId, kind: 'visit' });
  const planned = await aPlannedVisit(at(moment), company.actor('kamB'), { clientId, plannedOn: '2027-06-09' });
  await at(moment).write(company.actor('director'), (w) =>
    w.db.run(sql`update clients.clients set keeper_id = ${company.ids.head} where id = ${clientId}`),
  );
  const week = { from: '2027-06-07', to: '2027-06-14' };
  const measured = await measure('kamB', visitsDuty, '2027-06-14T08:00:00Z', { perWeek: 1 }, week);
  expect(measured).toMatchObject({ required: 1, done: 1, missed: 0 });
  expect(measured.evidence.map((each) => each.id)).toEqual([done.id]);
  const [row] = await company.owner(
    'select employee_id, keeper_id, week_plan_id from activities.activities where id = $1',
    [planned.id],
  );
  expect(row).toEqual({ employee_id: company.ids.head, keeper_id: company.ids.head, week_plan_id: null });
});

it('finds clients whose last contact is older than the cadence of their class', async () => {
  const entered = '2027-07-01T08:00:00Z';
  const mine = company.actor('kamA');
  const names = new Map<string, string>();
  const known = async (name: string, of: string | null) => {
    const { id } = await aClient(at(entered), mine, { name });
    await at(entered).write(mine, (w) =>
      w.db.run(sql`update clients.clients set class = ${of}, since = '2027-07-01' where id = ${id}`),
    );
    names.set(of ?? 'none', id);
  };
  for (const of of ['key', 'A', 'C'] as const) await known(`Of class ${of}`, of);
  await known('Potential, not classed', null);
  await known('Active, not classed', null);
  await at(entered).write(mine, (w) => tellOrder(w, names.get('none') ?? '', '2027-07-01'));
  const norm = { daysKey: 7, daysA: 14, daysB: 30, daysC: 60 };
  const quiet = async (moment: string) =>
    (await agenda('kamA', cadenceDuty, moment, norm)).map((line) => line.subject.label);
  expect(await quiet('2027-07-08T08:00:00Z')).toEqual([]);
  expect(await quiet('2027-07-09T08:00:00Z')).toEqual(['Of class key']);
  expect(await quiet('2027-07-16T08:00:00Z')).toEqual(['Of class key', 'Of class A']);
  await aContact(at('2027-07-16T09:00:00Z'), mine, { clientId: names.get('key') ?? '', outcome: 'no-contact' });
  await aContact(at('2027-07-16T09:00:00Z'), mine, { clientId: names.get('A') ?? '' });
  expect(await quiet('2027-07-16T10:00:00Z')).toEqual(['Of class key']);
  await aPlannedVisit(at('2027-07-16T10:00:00Z'), mine, { clientId: names.get('key') ?? '', plannedOn: '2027-07-19' });
  expect(await quiet('2027-07-16T11:00:00Z')).toEqual([]);
  const measured = await measure('kamA', cadenceDuty, '2027-07-16T11:00:00Z', norm, {
    from: '2027-07-01',
    to: '2027-08-01',
  });
  const verdicts = Object.fromEntries(measured.evidence.map((each) => [each.label, each.verdict]));
  expect(verdicts).toMatchObject({
    'Of class key': 'missed',
    'Of class A': 'done',
    'Of class C': 'done',
    'Active, not classed': 'done',
  });
  const later = (await quiet('2027-09-01T08:00:00Z')).toSorted();
  expect(later).toEqual(['Active, not classed', 'Of class A', 'Of class C', 'Of class key']);
  const few = await wholeAgenda('kamA', cadenceDuty, '2027-09-01T08:00:00Z', norm, 'kamA', 1);
  expect(few.lines.map((line) => line.subject.label)).toEqual(['Of class key']);
  expect(few.more).toEqual([
    { urgency: 'late', count: 3, href: `/quiet-clients?keeper=${company.ids.kamA}&plannedOn.is=null` },
  ]);
  expect(await agenda('kamA', cadenceDuty, '2027-09-01T08:00:00Z', norm, 'kamB')).toEqual([]);
});
