import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { agendaOf } from '#platform/declare/agenda.ts';
import { duty, type WorkLine } from '#platform/declare/duty.ts';
import { payRule } from '#platform/declare/pay-rule.ts';
import { right } from '#platform/declare/right.ts';
import { listDocuments } from '#platform/documents/endpoints.ts';
import { workDue } from '#platform/notifications/slots.ts';
import * as appraisals from '../endpoints-appraisals.ts';
import * as prints from '../endpoints-prints.ts';
import * as at from '../endpoints-work.ts';
import { aCompany, type Person, type TestCompany } from '../testing.ts';

const line = (id: string, urgency: WorkLine['urgency'], stake: number): WorkLine => ({
  id,
  kind: 'test.call',
  params: { amount: stake, currency: 'USD' },
  subject: { kind: 'client', id, label: id },
  since: null,
  due: null,
  stake,
  urgency,
  href: `/clients/${id}`,
});
const calls = duty({
  key: 'test.calls',
  settings: Type.Object({ perWeek: Type.Integer() }),
  defaults: { perWeek: 5 },
  grants: [],
  agenda: async (_, { employeeId }) =>
    agendaOf(
      [
        line(`small-${employeeId}`, 'today', 100),
        line(`big-${employeeId}`, 'today', 900),
        line(`old-${employeeId}`, 'late', 1),
      ],
      { late: 1, today: 134 },
      '/calls',
    ),
  measure: async (_, { settings }, period) => ({
    required: settings.perWeek,
    done: 3,
    late: 1,
    missed: 1,
    unit: 'count',
    evidence: [
      {
        kind: 'call',
        id: period.from,
        label: 'A call',
        at: `${period.from}T10:00:00Z`,
        href: '/calls/1',
        verdict: 'done',
      },
    ],
  }),
});
const spend = right({
  key: 'test.spend',
  settings: Type.Object({ amount: Type.Integer() }),
  defaults: { amount: 1 },
  grants: ({ amount }) => [{ permit: 'test.spend', scope: 'own', limits: { amount } }],
  used: async () => ({ amount: 300 }),
});
const fixed = payRule({
  key: 'test.fixed',
  settings: Type.Object({ amount: Type.Integer() }),
  defaults: { amount: 1 },
  gather: async () => null,
  compute: () => [],
});
const work = {
  name: 'test',
  needs: [],
  permits: { 'test.spend': { limits: { amount: 'money' as const } } },
  refusals: { codes: {} },
  texts: {
    'permit.test.spend': ['Spend', 'Тратить'],
    'duty.test.calls': ['Calls clients', 'Звонит клиентам'],
    'duty.test.calls.norm': ['{perWeek} calls a week', '{perWeek} звонков в неделю'],
    'right.test.spend': ['Spends', 'Тратит'],
    'right.test.spend.limit': ['up to {amountMoney}', 'до {amountMoney}'],
    'pay.test.fixed': ['Fixed part', 'Постоянная часть'],
    'pay.test.fixed.rate': ['{amountMoney} a month', '{amountMoney} в месяц'],
    'work.test.call': ['Call about {amountMoney}', 'Позвонить: {amountMoney}'],
  } as const,
  routes: [],
  duties: [calls],
  rights: [spend],
  payRules: [fixed],
};

let company: TestCompany;
let standard: () => Promise<TestCompany>;
let server: TestServer;
let close: () => Promise<void>;
const password = 'correct horse battery';

beforeAll(async () => {
  const clone = await cloneDatabase();
  standard = () =>
    aCompany(clone, {
      bindings: {
        kamA: [
          { kind: 'duty', key: 'test.calls', settings: { perWeek: 5 } },
          { kind: 'pay', key: 'test.fixed', settings: { amount: 250_000 } },
        ],
        kamB: [{ kind: 'right', key: 'test.spend', settings: { amount: 1000 } }],
      },
    });
  company = await standard();
  const bound = `update mandates.bindings set grants = '[{"permit":"test.spend","scope":"own","limits":{"amount":1000}}]' where key = 'test.spend'`;
  await company.owner(`begin; set local session_replication_role = replica; ${bound}; commit`);
  server = await testServer(clone.database, { modules: [...modules, work] });
  close = async () => {
    await server.close();
    await clone.close();
  };
  for (const who of ['kamA', 'head'] as const) {
    await company.owner(
      `with made as (insert into identity."user" (id, name, email, "emailVerified") values ($1, $1, $1 || '@example.test', true) returning id),
        told as (insert into identity.account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
          select id, id, 'credential', id, $2, now(), now() from made)
        update organization.employees set user_id = $1 where id = $3`,
      [who, await hash(password), company.ids[who]],
    );
  }
});
afterAll(() => close());

const mandateOf = async (who: Person) => (await server.call(company.actor(who), at.readMyMandate)).body;
const todayOf = async (who: Person) => (await server.call(company.actor(who), at.readToday)).body;

describe('my mandate', () => {
  it('asks who you are', async () => {
    expect((await server.call(null, at.readMyMandate)).status).toBe(401);
  });
  it('says each duty with its norm and where it stands', async () => {
    const { duties, pay, positions } = await mandateOf('kamA');
    expect(positions).toMatchObject([{ position: 'Key account manager A', number: 1 }]);
    expect(duties).toMatchObject([
      {
        clause: { number: '2.1' },
        name: 'Calls clients',
        norm: '5 calls a week',
        registered: true,
        measured: { required: 5, done: 3, late: 1, missed: 1, share: 6000 },
      },
    ]);
    expect(pay).toMatchObject([{ name: 'Fixed part', rate: '$2,500.00 a month' }]);
  });
  it('says each right with its limit and what is left of it', async () => {
    const { rights } = await mandateOf('kamB');
    expect(rights.find(({ key }) => key === 'test.spend')).toMatchObject({
      limit: 'up to $10.00',
      limits: [{ dimension: 'amount', unit: 'money', limit: 1000, used: 300, left: 700 }],
    });
  });
});

describe('the description in force', () => {
  it('stands whole on my mandate, with who approved it and whether I signed', async () => {
    const [held] = (await mandateOf('kamA')).positions;
    expect(held).toMatchObject({
      number: 1,
      inForce: { from: '2020-01-01', to: null },
      approvedOn: '2020-01-01',
      approvalKind: 'stamp',
      signedAt: null,
    });
    expect(held?.clauses.map(({ section, number }) => [section, number])).toEqual([
      [1, '1.1'],
      [2, '2.1'],
      [3, '3.1'],
      [4, '4.1'],
    ]);
  });
});

describe('who may decide beyond a limit', () => {
  it('is named with position and limit, the nearest first', async () => {
    const { rights } = await mandateOf('kamA');
    const limits = rights.flatMap((right) => right.limits);
    const beyond = (permit: string, dimension: string) =>
      limits
        .find((each) => each.permit === permit && each.dimension === dimension)
        ?.beyond.map(({ employee, position, limit }) => [employee.name, position, limit]);
    expect(beyond('orders.discount', 'percent')).toEqual([
      ['Head Test', 'Head of sales', 1500],
      ['Director Test', 'Director', null],
    ]);
    expect((await mandateOf('kamB')).rights.find(({ key }) => key === 'test.spend')?.limits[0]?.beyond).toEqual([]);
  });
});

describe('the facts of a chosen period', () => {
  const facts = (who: Person, query: { employee?: string; from: string; to: string }) =>
    server.call(company.actor(who), at.readDutyFacts, { query });

  it('count clause by clause, for oneself and for those below', async () => {
    const period = { from: '2026-03-02', to: '2026-03-09' };
    const { body } = await facts('kamA', period);
    expect(body).toMatchObject({
      employee: { name: 'Kama Test' },
      ...period,
      duties: [{ number: '2.1', required: 5, done: 3, late: 1, missed: 1, share: 6000, from: '2026-03-02' }],
      outside: { required: 0, evidence: [] },
      late: 1,
      missed: 1,
      overall: 6000,
    });
    expect(body.duties[0]?.evidence).toMatchObject([{ id: '2026-03-02', href: '/calls/1' }]);
    expect((await facts('head', { ...period, employee: company.ids.kamA })).body.duties).toEqual(body.duties);
  });
  it('are not told of somebody out of sight', async () => {
    const period = { from: '2026-03-02', to: '2026-03-09' };
    expect((await facts('kamB', { ...period, employee: company.ids.kamA })).status).toBe(404);
    expect((await facts('hr', { ...period, employee: company.ids.kamA })).status).toBe(404);
  });
  it('need a period of a day to a year', async () => {
    const code = async (from: string, to: string) => (await facts('kamA', { from, to })).problem.code;
    expect(await code('2026-03-09', '2026-03-09')).toBe('mandates.period-empty');
    expect(await code('2025-03-09', '2026-03-11')).toBe('mandates.period-too-long');
    expect((await facts('kamA', { from: '2025-03-09', to: '2026-03-09' })).status).toBe(200);
  });
  it('go no further than the clause binds', async () => {
    const { body } = await facts('kamA', { from: '2019-12-30', to: '2020-01-06' });
    expect(body.duties).toMatchObject([{ from: '2020-01-01', to: '2020-01-06' }]);
  });
});

describe('today', () => {
  it('begins with what is late, then what is most at stake, each line with its clause and in words', async () => {
    const { lines, counts } = await todayOf('kamA');
    expect(lines.map(({ id }) => id.split('-')[0])).toEqual(['old', 'big', 'small']);
    expect(lines[1]).toMatchObject({
      title: 'Call about $9.00',
      clause: { number: '2.1' },
      duty: 'Calls clients',
      onBehalfOf: null,
    });
    expect(counts).toEqual({ late: 1, today: 134, soon: 0 });
  });
  it('counts what a duty has beyond its most urgent lines, and says where all of it is', async () => {
    const { more } = await todayOf('kamA');
    expect(more).toMatchObject([{ urgency: 'today', count: 132, href: '/calls', clause: { number: '2.1' } }]);
  });
  it('tells the digest what is late or for today, and only to whoever owes it', async () => {
    const told = (who: Person) =>
      server.runner.read(company.actor(who), async (w) =>
        (await Promise.all(w.registry.answers(workDue).map((answer) => answer(w)))).flat(),
      );
    expect((await told('kamA')).map(({ text, late }) => [/Call about \$9\.00$/.test(text), late])).toEqual([
      [false, true],
      [true, false],
      [false, false],
    ]);
    expect(await told('kamB')).toEqual([]);
  });
  it('is empty for whoever owes nothing today', async () => {
    expect((await todayOf('kamB')).lines).toEqual([]);
  });
});

describe('who could decide what', () => {
  it('tells, by clause, for a date', async () => {
    const ask = async (who: Person, date: string) =>
      (
        await server.call(company.actor(who), at.mandatesAt, { query: { date, permit: 'orders.discount' } })
      ).body.items.map(({ employee, limits }) => [employee.name, limits.percent]);
    expect(await ask('director', '2021-05-05')).toEqual([
      ['Director Test', undefined],
      ['Head Test', 1500],
      ['Kama Test', 500],
      ['Kamb Test', 500],
    ]);
    expect(await ask('director', '2019-05-05')).toEqual([]);
    expect(await ask('kamA', '2021-05-05')).toEqual([['Kama Test', 500]]);
  });
});

describe('an appraisal', () => {
  const thisMonth = () => Temporal.Now.plainDateISO('UTC').toString().slice(0, 7);
  const revision = (n: number) => ({ headers: { 'if-match': `"${n}"` } });
  const open = (who: Person, of: Person, month = thisMonth()) =>
    server.call(company.actor(who), appraisals.openAppraisal, { body: { employeeId: company.ids[of], month } });

  it('is opened by the head, once, for a month that has begun, never for oneself', async () => {
    expect((await open('kamB', 'kamA')).status).toBe(403);
    expect((await open('head', 'head')).problem.code).toBe('mandates.not-the-head');
    expect((await open('head', 'accountant')).status).toBe(403);
    expect((await open('head', 'kamB', '2099-01')).problem.code).toBe('mandates.month-not-begun');
    expect((await open('head', 'kamB')).status).toBe(201);
    expect((await open('head', 'kamB')).problem.code).toBe('mandates.appraisal-exists');
  });
  it('writes itself, takes both sides’ words, is signed by the head and then by the employee, and stays', async () => {
    const { body: opened } = await open('head', 'kamA');
    const params = { id: opened.id };
    const read = async (who: Person) => server.call(company.actor(who), appraisals.readAppraisal, { params });
    expect((await read('kamB')).status).toBe(404);
    const live = (await read('kamA')).body;
    expect(live.lines).toMatchObject([
      { number: '2.1', required: 5, done: 3, late: 1, missed: 1, share: 6000, evidence: [{ href: '/calls/1' }] },
    ]);
    expect((await read('hr')).body.lines).toEqual([]);

    const write = (who: Person, body: object, n: number) =>
      server.call(company.actor(who), appraisals.writeAppraisal, { params, body, ...revision(n) });
    expect((await write('kamA', { headRemarks: 'Great!' }, 1)).status).toBe(403);
    expect((await write('head', { employeeRemarks: 'I agree.' }, 1)).problem.code).toBe('mandates.not-the-employee');
    expect((await write('kamA', { employeeRemarks: 'I was ill.', employeeRating: 4 }, 1)).status).toBe(200);
    expect((await write('head', { headRemarks: 'More calls.', headRating: 3 }, 2)).status).toBe(200);

    const sign = (
      who: Person,
      endpoint: typeof appraisals.signAsHead | typeof appraisals.signAsEmployee,
      n: number,
      credential = password,
    ) =>
      server.call(company.actor(who), endpoint as typeof appraisals.signAsHead, {
        params,
        body: { credential },
        ...revision(n),
      });
    expect((await sign('kamA', appraisals.signAsEmployee, 3)).problem.code).toBe('mandates.head-signs-first');
    expect((await sign('head', appraisals.signAsHead, 3, 'wrong')).problem.code).toBe('platform.wrong-credential');
    expect((await sign('head', appraisals.signAsHead, 3)).status).toBe(200);
    expect((await write('head', { headRemarks: 'Otherwise.' }, 4)).problem.code).toBe('mandates.appraisal-closed');
    expect((await sign('kamA', appraisals.signAsEmployee, 4)).status).toBe(200);
    expect((await write('kamA', { employeeRemarks: 'Otherwise.' }, 5)).problem.code).toBe('mandates.appraisal-closed');

    const closed = (await read('hr')).body;
    expect(closed).toMatchObject({
      state: 'closed',
      overall: 6000,
      headRating: 3,
      lines: [{ done: 3 }],
      outside: { required: 0 },
    });
    const list = (await server.call(company.actor('kamA'), appraisals.listAppraisals)).body;
    expect(list.items).toMatchObject([{ overall: 6000, state: 'closed' }]);
    expect(list.appraisable).toEqual([]);
  });
  it('is issued as a numbered document when both have signed, and read by both and by nobody else', async () => {
    const { items } = (await server.call(company.actor('kamA'), appraisals.listAppraisals)).body;
    const subjectId = items[0]?.id ?? '';
    const issued = async (who: Person) =>
      (await server.call(company.actor(who), listDocuments, { query: { subjectId } })).body.items;
    const [paper, ...others] = await issued('kamA');
    expect([paper?.kind, paper?.number, others]).toEqual(['appraisal', expect.stringMatching(/^\d{4}-0001$/), []]);
    expect((await issued('head')).map(({ id }) => id)).toEqual([paper?.id]);
    expect(await issued('kamB')).toEqual([]);
    const print = await server.server.inject({
      url: `/api/appraisals/${subjectId}/print?form=pdf&language=en`,
      headers: { 'x-test-actor': `${company.id}/${company.ids.head}` },
    });
    expect(createHash('sha256').update(print.rawPayload).digest('hex')).toBe(paper?.pdfSha256);
  });
  it('prints in both languages and both forms', async () => {
    const { items } = (await server.call(company.actor('kamA'), appraisals.listAppraisals)).body;
    const print = (form: string, language: string) =>
      server.call(company.actor('kamA'), prints.printAppraisal, {
        params: { id: items[0]?.id ?? '' },
        query: { form, language },
      });
    const printed = await Promise.all([print('pdf', 'en'), print('docx', 'ru')]);
    expect(printed.map(({ status, headers }) => [status, headers['content-type']])).toEqual([
      [200, 'application/pdf'],
      [200, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ]);
  });
});

describe('while somebody is away', () => {
  it('the mandate and the day’s work pass to whoever stands in, marked, and come from no one else', async () => {
    company = await standard();
    await company.substitute('kamA', 'kamB');
    const day = await todayOf('kamB');
    expect(day.lines).toHaveLength(3);
    expect(new Set(day.lines.map(({ onBehalfOf }) => onBehalfOf?.id))).toEqual(new Set([company.ids.kamA]));
    expect((await todayOf('kamA')).lines).toEqual([]);
    const mine = await mandateOf('kamB');
    expect(mine.duties.map(({ onBehalfOf }) => onBehalfOf?.name)).toEqual(['Kama Test']);
    const away = await mandateOf('kamA');
    expect([away.duties, away.absentUntil, away.pay.length]).toEqual([[], expect.any(String), 1]);
  });
});
