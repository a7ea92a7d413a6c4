import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { me } from '#platform/http/endpoints.ts';
import { readSettingFor } from './contract.ts';
import * as absencesAt from './endpoints-absences.ts';
import * as companyAt from './endpoints-company.ts';
import * as peopleAt from './endpoints-people.ts';
import * as staffingAt from './endpoints-staffing.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let http: TestServer;
let today = '';
const as = (person: Parameters<TestCompany['actor']>[0]) => company.actor(person);
const plus = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  http = await testServer(clone.database);
  today = (await company.owner<{ day: string }>('select app.today($1)::text as day', [company.id]))[0]?.day ?? '';
});
afterAll(async () => {
  await http.close();
  await clone.close();
});

const lineOf = async (employee: string, on?: string) => {
  const read = await http.call(as('kamA'), peopleAt.readReportingLine, {
    params: { id: employee },
    query: on ? { on } : {},
  });
  return read.body.superiors.map((each) => each.id);
};

describe('people', () => {
  const newcomer = {
    number: '900',
    firstName: 'New',
    lastName: 'Comer',
    email: 'New.Comer@example.test',
    hiredOn: '2026-01-01',
  };
  it('are added by whoever arranges staff, with position and superior', async () => {
    expect((await http.call(as('kamA'), peopleAt.addEmployee, { body: newcomer })).status).toBe(403);
    const position = await http.call(as('hr'), staffingAt.addPosition, {
      body: { title: 'Trainee', departmentId: company.departments.sales },
    });
    const body = { ...newcomer, positionId: position.body.id, superiorId: company.ids.head };
    const added = await http.call(as('hr'), peopleAt.addEmployee, { body });
    expect(added.status).toBe(201);
    const { body: card } = await http.call(as('kamA'), peopleAt.readEmployee, { params: { id: added.body.id } });
    expect(card.email).toBe('new.comer@example.test');
    expect(await lineOf(added.body.id)).toEqual([company.ids.head, company.ids.director]);
    const second = await http.call(as('hr'), peopleAt.addEmployee, {
      body: { ...body, number: '901', email: 'other@example.test' },
    });
    expect([second.status, second.problem.code]).toEqual([409, 'organization.overstaffed']);
  });
  it('have a number and an e-mail of their own', async () => {
    const same = (change: object) => http.call(as('hr'), peopleAt.addEmployee, { body: { ...newcomer, ...change } });
    expect((await same({ email: 'x@example.test' })).problem.code).toBe('organization.number-taken');
    expect((await same({ number: '902' })).problem.code).toBe('organization.email-taken');
  });
  it('of another company are not there', async () => {
    expect((await http.call(as('hr'), peopleAt.readEmployee, { params: { id: company.ids.outsider } })).status).toBe(
      404,
    );
  });
});

describe('the reporting line', () => {
  const report = (employee: string, superiorId: string | null) =>
    http.call(as('hr'), peopleAt.setSuperior, { params: { id: employee }, body: { superiorId, from: today } });
  it('cannot run in a circle, however long', async () => {
    expect((await report(company.ids.director, company.ids.kamA)).problem.code).toBe(
      'organization.reports-in-a-circle',
    );
    expect((await report(company.ids.head, company.ids.head)).problem.code).toBe('organization.reports-to-self');
  });
  it('is that of any day: of a change the days before keep theirs', async () => {
    const change = (superiorId: string | null, from: string) =>
      http.call(as('hr'), peopleAt.setSuperior, { params: { id: company.ids.support }, body: { superiorId, from } });
    await change(company.ids.kamA, plus(10));
    await change(null, plus(20));
    const { head, director, kamA, support } = company.ids;
    expect(await lineOf(support)).toEqual([head, director]);
    expect(await lineOf(support, plus(9))).toEqual([head, director]);
    expect(await lineOf(support, plus(10))).toEqual([kamA, head, director]);
    expect(await lineOf(support, plus(20))).toEqual([]);
    expect(await lineOf(support, '2019-12-31')).toEqual([]);
  });
  it('names what each above held that day; of another company there is none, and a day is a day', async () => {
    const read = (who: Parameters<TestCompany['actor']>[0], on: string) =>
      http.call(as(who), peopleAt.readReportingLine, { params: { id: company.ids.hr }, query: { on } });
    expect((await read('kamA', today)).body).toEqual({
      on: today,
      superiors: [{ id: company.ids.director, name: 'Director Test', positions: ['Director'], dismissed: false }],
    });
    expect((await read('outsider', today)).status).toBe(404);
    expect((await read('kamA', 'yesterday')).status).toBe(422);
  });
  it('changes what one sees, within the second', async () => {
    await report(company.ids.kamB, company.ids.director);
    http.runner.forget();
    const [reach] = await company.owner<{ sees: boolean }>(
      'select exists (select from app.reach where employee_id = $1 and keeper_id = $2 and valid @> app.today($3)) as sees',
      [company.ids.head, company.ids.kamB, company.id],
    );
    expect(reach).toEqual({ sees: false });
    await report(company.ids.kamB, company.ids.head);
  });
});

describe('a substitution order', () => {
  const absence = async (person: 'kamA' | 'kamB', from: number, until: number) =>
    http.call(as('hr'), absencesAt.addAbsence, {
      body: { employeeId: company.ids[person], kind: 'vacation', from: plus(from), until: plus(until) },
    });
  const order = (
    absenceId: string,
    substitute: 'kamA' | 'kamB' | 'support',
    from: number,
    until: number,
    extra: object = {},
  ) =>
    http.call(as('hr'), absencesAt.orderSubstitution, {
      body: {
        absenceId,
        substituteId: company.ids[substitute],
        orderNumber: `S-${Math.random()}`,
        orderDate: today,
        from: plus(from),
        until: plus(until),
        permits: null,
        ...extra,
      },
    });

  it('lies within the absence, is given to someone present, and makes no chain', async () => {
    const away = await absence('kamA', 10, 15);
    expect(away.status).toBe(201);
    expect((await order(away.body.id, 'kamB', 9, 15)).problem.reasons.map((each) => each.code)).toEqual([
      'organization.outside-absence',
    ]);
    const other = await absence('kamB', 12, 13);
    expect((await order(away.body.id, 'kamB', 10, 15)).problem.code).toBe('organization.substitute-absent');
    expect((await order(away.body.id, 'kamA', 10, 15)).status).toBe(409);
    expect((await order(other.body.id, 'kamA', 12, 13)).problem.code).toBe('organization.substitute-absent');
    expect((await order(away.body.id, 'support', 10, 15)).status).toBe(201);
    expect((await order(away.body.id, 'support', 12, 13)).problem.code).toBe('organization.substituted-already');
  });
  it('passes only the chosen rights when they are chosen, and all of it ends with the absence', async () => {
    const away = await absence('kamA', 0, 3);
    const ordered = await order(away.body.id, 'kamB', 0, 3, { permits: ['orders.take', 'clients.read'] });
    expect(ordered.status).toBe(201);
    http.runner.forget();
    const granted = await company.owner<{ permit: string; last: string }>(
      'select permit, (upper(valid) - 1)::text as last from app.grants where employee_id = $1 and on_behalf_of = $2 and valid @> app.today($3) order by permit',
      [company.ids.kamB, company.ids.kamA, company.id],
    );
    expect(granted).toEqual([
      { permit: 'clients.read', last: plus(3) },
      { permit: 'orders.take', last: plus(3) },
    ]);
    const { body } = await http.call(as('kamB'), me);
    expect(body.substituting.map((each) => [each.id, each.until])).toEqual([[company.ids.kamA, plus(3)]]);
    await http.call(as('hr'), absencesAt.cancelAbsence, { params: { id: away.body.id } });
    const left = await company.owner(
      'select from app.grants where employee_id = $1 and on_behalf_of = $2 and valid @> app.today($3)',
      [company.ids.kamB, company.ids.kamA, company.id],
    );
    expect(left).toEqual([]);
  });
  it('is not for everybody to give', async () => {
    const away = await absence('kamA', 30, 31);
    const reply = await http.call(as('kamB'), absencesAt.orderSubstitution, {
      body: {
        absenceId: away.body.id,
        substituteId: company.ids.kamB,
        orderNumber: 'X',
        orderDate: today,
        from: plus(30),
        until: plus(31),
        permits: null,
      },
    });
    expect(reply.status).toBe(403);
  });
});

describe('an absence', () => {
  const record = (person: 'kamA' | 'kamB' | 'head', employeeId: string, from: number) =>
    http.call(as(person), absencesAt.addAbsence, {
      body: { employeeId, kind: 'sickness', from: plus(from), until: plus(from + 1) },
    });
  it('is recorded of oneself and of those one answers for, not of a colleague', async () => {
    expect((await record('kamA', company.ids.kamA, 60)).status).toBe(201);
    expect((await record('head', company.ids.kamA, 70)).status).toBe(201);
    expect((await record('kamA', company.ids.kamB, 60)).status).toBe(403);
  });
  it('does not overlap another', async () => {
    expect((await record('kamA', company.ids.kamA, 61)).problem.code).toBe('organization.absent-already');
  });
});

describe('dismissal', () => {
  it('ends assignments, rights and keys at once', async () => {
    const reply = await http.call(as('hr'), peopleAt.dismissEmployee, {
      params: { id: company.ids.support },
      body: { orderNumber: 'D-1', orderDate: today },
    });
    expect(reply.status).toBe(200);
    const grants = await company.owner('select from app.grants where employee_id = $1', [company.ids.support]);
    expect(grants).toEqual([]);
    const found = await company.owner(
      'select from app.employee_of_user((select user_id from organization.employees where id = $1))',
      [company.ids.support],
    );
    expect(found).toEqual([]);
    const again = await http.call(as('hr'), peopleAt.dismissEmployee, {
      params: { id: company.ids.support },
      body: { orderNumber: 'D-2', orderDate: today },
    });
    expect(again.problem.code).toBe('organization.already-dismissed');
  });
});

describe('settings', () => {
  const due = 'activities.week-plan-due';
  const set = (person: 'director' | 'kamA', key: string, value: unknown, from: number, scope?: Scope) =>
    http.call(as(person), companyAt.setSetting, {
      params: { key },
      body: { value, validFrom: plus(from), ...(scope && { scope }) },
    });
  type Scope = { kind: 'department' | 'position'; id: string };
  const read = async (key: string) =>
    (await http.call(as('kamA'), companyAt.readSettingHistory, { params: { key } })).body;
  const dueOf = (person: 'kamA' | 'head' | 'outsider', on = 0) =>
    http.runner.read(as(person), (w) =>
      readSettingFor<{ dueTime: string }>(w, due, company.ids[person], plus(on)).then(({ dueTime }) => dueTime),
    );
  const by = (dueTime: string) => ({ dueWeekday: 5, dueTime });

  it('never act on the past, fit their schema, and are the company’s to set', async () => {
    expect((await set('kamA', due, by('10:00'), 0)).status).toBe(403);
    expect((await set('director', due, by('10:00'), -1)).problem.code).toBe('organization.acts-in-past');
    expect((await set('director', 'no.such', 1, 0)).problem.code).toBe('organization.unknown-setting');
    expect((await set('director', due, by('10:00'), 0)).status).toBe(200);
  });
  it('that do not work are refused, with what is wrong', async () => {
    const template = 'documents.template.job-description';
    const faulty = await set('director', template, '#view.nonsense', 0);
    expect([faulty.status, faulty.problem.code]).toEqual([422, 'organization.setting-faulty']);
    expect(faulty.problem.detail).toContain('job-description.typ:1');
    const own = '#import "/platform/documents/house.typ": *\n#show: paper\n#view.position';
    expect((await set('director', template, own, 0)).status).toBe(200);
    expect((await set('director', template, null, 0)).status).toBe(200);
  });
  it('that do not fit are refused at each field, in the words of the reader', async () => {
    const { problem } = await set('director', due, { dueWeekday: 9 }, 0);
    expect(problem.code).toBe('organization.setting-does-not-fit');
    expect(problem.reasons.map(({ field, detail }) => [field, detail])).toEqual([
      [undefined, 'The value does not fit this setting.'],
      ['/value/dueTime', 'Fill this in.'],
      ['/value/dueWeekday', 'At most 7.'],
    ]);
  });
  it('may be chosen again on the same day', async () => {
    expect((await set('director', due, by('11:00'), 0)).status).toBe(200);
    expect((await read(due)).value).toEqual(by('11:00'));
  });
  it('keep what was chosen, by whom and from when, and what is still to come', async () => {
    await set('director', due, by('12:00'), 5);
    const { history, next, default: usual } = await read(due);
    expect(history.map(({ value, standing }) => [value, standing])).toEqual([
      [by('12:00'), 'to-come'],
      [by('11:00'), 'in-force'],
    ]);
    expect(history.every(({ setBy }) => setBy !== null)).toBe(true);
    expect([next?.validFrom, usual]).toEqual([plus(5), by('18:00')]);
  });
  it('are narrowed by a department and a position, and widen again', async () => {
    const [position] = await company.owner<{ id: string; department: string }>(
      'select p.id, p.department_id as department from organization.assignments a join organization.positions p on p.id = a.position_id where a.employee_id = $1',
      [company.ids.kamA],
    );
    if (!position) throw new Error('kamA holds no position');
    const place = { kind: 'position', id: position.id } as const;
    await set('director', due, by('13:00'), 0, { kind: 'department', id: position.department });
    expect(await dueOf('kamA')).toBe('13:00');
    await set('director', due, by('14:00'), 0, place);
    expect([await dueOf('kamA'), await dueOf('kamA', 6)]).toEqual(['14:00', '14:00']);
    expect((await read(due)).elsewhere.map(({ scope }) => scope.kind).sort()).toEqual(['department', 'position']);
    await set('director', due, null, 0, place);
    expect(await dueOf('kamA')).toBe('13:00');
    await set('director', due, null, 0, { kind: 'department', id: position.department });
    expect([await dueOf('kamA'), await dueOf('kamA', 5)]).toEqual(['11:00', '12:00']);
    await set('director', due, null, 5);
    expect(await dueOf('kamA', 5)).toBe('18:00');
  });
  it('of another company stay there', async () => {
    expect(await dueOf('outsider')).toBe('18:00');
  });
  it('are narrowed only where they may be, and only for a place that there is', async () => {
    const nowhere = { kind: 'position', id: company.ids.kamA } as const;
    const whole = 'mandates.answer-hours';
    expect((await set('director', whole, 3, 0, nowhere)).problem.code).toBe('organization.setting-of-company');
    expect((await set('director', due, by('10:00'), 0, nowhere)).problem.code).toBe('organization.unknown-place');
  });
});
