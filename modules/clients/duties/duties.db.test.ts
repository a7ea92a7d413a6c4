import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import type { DutyContext, DutyKind } from '#platform/declare/duty.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import type { Work } from '#platform/work.ts';
import { noteInDossier } from '../actions/keep-details.ts';
import { tellContact, tellOrder } from '../contract.ts';
import { aClient } from '../testing.ts';
import { keepBase } from './keep-base.ts';
import { keepHistory } from './keep-history.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let runner: Runner;
let today: Temporal.PlainDate;
const clients: Record<string, string> = {};

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone.database);
  runner = new Runner(clone.database, compose(modules));
  today = await runner.read(company.actor('kamA'), async (w) => w.today);
  for (const [name, status] of [
    ['Active one', 'active'],
    ['Active two', 'active'],
    ['Lapsed', 'lapsed'],
    ['Potential', 'potential'],
  ] as const) {
    clients[name] = (await aClient(runner, company.actor('kamA'), { name, status, since: '2024-01-01' })).id;
  }
  await aClient(runner, company.actor('kamB'), { name: 'Of a colleague', status: 'active', since: '2024-01-01' });
});
afterAll(() => clone.close());

const as = <T>(act: (w: Work) => Promise<T>) => runner.write(company.actor('kamA'), act);
const context = (settings: object): DutyContext<never> => ({
  employeeId: company.ids.kamA,
  settings: settings as never,
  clauseId: '',
  clauseNumber: '2.1',
});
const agenda = async (kind: DutyKind, settings: object) => (await wholeAgenda(kind, settings, 100)).lines;
const wholeAgenda = (kind: DutyKind, settings: object, most: number) =>
  as(async (w) => {
    if (!kind.agenda) throw new Error(`${kind.key} has no agenda`);
    return kind.agenda(w, context(settings), most);
  });
const thisMonth = () => ({
  from: today.with({ day: 1 }).toString(),
  to: today.with({ day: 1 }).add({ months: 1 }).toString(),
});

describe('keep the active base', () => {
  it('counts the active clients that the employee keeps, with each as evidence', async () => {
    const measured = await as((w) => keepBase.measure(w, context({ minActive: 3 }), thisMonth()));
    expect(measured).toMatchObject({ required: 3, done: 2, missed: 1, unit: 'count' });
    expect(measured.evidence.map(({ label }) => label)).toEqual(['Active one', 'Active two']);
  });

  it('counts a past period as it was then', async () => {
    const [first] = await as((w) =>
      Promise.all([keepBase.measure(w, context({ minActive: 3 }), { from: '2023-11-01', to: '2023-12-01' })]),
    );
    expect(first).toMatchObject({ done: 0, missed: 3 });
  });

  it('asks for as many as are wanting, the lapsed first, and for none when enough are active', async () => {
    expect((await agenda(keepBase, { minActive: 4 })).map(({ subject }) => subject.label)).toEqual([
      'Lapsed',
      'Potential',
    ]);
    expect((await agenda(keepBase, { minActive: 3 })).map(({ subject }) => subject.label)).toEqual(['Lapsed']);
    expect(await agenda(keepBase, { minActive: 2 })).toEqual([]);
  });

  it('is served by an order: the client that ordered is active', async () => {
    await as((w) => tellOrder(w, clients.Potential ?? '', today.toString()));
    expect(await as((w) => keepBase.measure(w, context({ minActive: 3 }), thisMonth()))).toMatchObject({
      done: 3,
      missed: 0,
    });
  });
});

describe('keep the history of each client', () => {
  it('takes anything recorded in the period for done, and the silent for missed', async () => {
    const before = await as((w) => keepHistory.measure(w, context({}), { from: '2025-01-01', to: '2025-02-01' }));
    expect(before).toMatchObject({ required: 2, done: 0, missed: 2 });
    expect(before.evidence.map(({ verdict }) => verdict)).toEqual(['missed', 'missed']);
    await as((w) => noteInDossier(w, clients['Active one'] ?? '', { topic: 'needs', text: 'More tea' }));
    const now = await as((w) => keepHistory.measure(w, context({}), thisMonth()));
    expect(now.evidence.find(({ label }) => label === 'Active one')).toMatchObject({ verdict: 'done', kind: 'client' });
  });

  it('asks for those of whom nothing was recorded for longer than the cadence', async () => {
    await as((w) => tellContact(w, clients['Active two'] ?? '', today.subtract({ days: 40 }).toString()));
    const lines = await agenda(keepHistory, { cadenceDays: 30 });
    expect(lines).toMatchObject([
      { kind: 'clients.silent', params: { client: 'Active two', days: 40 }, href: `/clients/${clients['Active two']}` },
    ]);
    expect(await agenda(keepHistory, { cadenceDays: 60 })).toEqual([]);
  });

  it('shows key clients first, and counts those beyond the lines asked for', async () => {
    for (const [name, of] of [
      ['Silent and small', null],
      ['Silent and key', 'key'],
      ['Silent too', 'C'],
    ] as const) {
      const { id } = await aClient(runner, company.actor('kamA'), { name, status: 'active', since: '2024-01-01' });
      await company.owner('update clients.clients set class = $2 where id = $1', [id, of]);
    }
    const { lines, more } = await wholeAgenda(keepHistory, { cadenceDays: 50 }, 1);
    expect(lines.map(({ subject, urgency }) => [subject.label, urgency])).toEqual([['Silent and key', 'late']]);
    const href = `/clients?keeper=${company.ids.kamA}&status=active&lastContactOn.lte=today-50d&sort=-sales12m`;
    expect(more).toEqual([{ urgency: 'soon', count: 2, href }]);
  });
});

it('keeps status, class and first day beside the figures, whoever changes the client', async () => {
  const { id } = await aClient(runner, company.actor('kamA'), { status: 'potential', since: '2024-01-01' });
  const told = async () => {
    const [row] = await company.owner(
      'select status, class, since::text, last_on::text as "lastOn" from clients.figures where client_id = $1',
      [id],
    );
    return row;
  };
  expect(await told()).toEqual({ status: 'potential', class: null, since: '2024-01-01', lastOn: '2024-01-01' });
  await company.owner(`update clients.clients set class = 'A', since = '2024-02-01' where id = $1`, [id]);
  await as((w) => tellOrder(w, id, '2024-03-01'));
  expect(await told()).toEqual({ status: 'active', class: 'A', since: '2024-02-01', lastOn: '2024-03-01' });
});
