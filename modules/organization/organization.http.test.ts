import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { me } from '#platform/http/endpoints.ts';
import * as at from './endpoints.ts';

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

describe('people', () => {
  const newcomer = {
    number: '900',
    firstName: 'New',
    lastName: 'Comer',
    email: 'New.Comer@example.test',
    hiredOn: '2026-01-01',
  };
  it('are added by whoever arranges staff, with position and superior', async () => {
    expect((await http.call(as('kamA'), at.addEmployee, { body: newcomer })).status).toBe(403);
    const position = await http.call(as('hr'), at.addPosition, {
      body: { title: 'Trainee', departmentId: company.departments.sales },
    });
    const body = { ...newcomer, positionId: position.body.id, superiorId: company.ids.head };
    const added = await http.call(as('hr'), at.addEmployee, { body });
    expect(added.status).toBe(201);
    const { body: card } = await http.call(as('kamA'), at.readEmployee, { params: { id: added.body.id } });
    expect(card.email).toBe('new.comer@example.test');
    expect(card.superiors.map((each) => each.id)).toEqual([company.ids.head, company.ids.director]);
    const second = await http.call(as('hr'), at.addEmployee, {
      body: { ...body, number: '901', email: 'other@example.test' },
    });
    expect([second.status, second.problem.code]).toEqual([409, 'organization.overstaffed']);
  });
  it('have a number and an e-mail of their own', async () => {
    const same = (change: object) => http.call(as('hr'), at.addEmployee, { body: { ...newcomer, ...change } });
    expect((await same({ email: 'x@example.test' })).problem.code).toBe('organization.number-taken');
    expect((await same({ number: '902' })).problem.code).toBe('organization.email-taken');
  });
  it('of another company are not there', async () => {
    expect((await http.call(as('hr'), at.readEmployee, { params: { id: company.ids.outsider } })).status).toBe(404);
  });
});

describe('the reporting line', () => {
  const report = (employee: string, superiorId: string | null) =>
    http.call(as('hr'), at.setSuperior, { params: { id: employee }, body: { superiorId, from: today } });
  it('cannot run in a circle, however long', async () => {
    expect((await report(company.ids.director, company.ids.kamA)).problem.code).toBe(
      'organization.reports-in-a-circle',
    );
    expect((await report(company.ids.head, company.ids.head)).problem.code).toBe('organization.reports-to-self');
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
    http.call(as('hr'), at.addAbsence, {
      body: { employeeId: company.ids[person], kind: 'vacation', from: plus(from), until: plus(until) },
    });
  const order = (
    absenceId: string,
    substitute: 'kamA' | 'kamB' | 'support',
    from: number,
    until: number,
    extra: object = {},
  ) =>
    http.call(as('hr'), at.orderSubstitution, {
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
    await http.call(as('hr'), at.cancelAbsence, { params: { id: away.body.id } });
    const left = await company.owner(
      'select from app.grants where employee_id = $1 and on_behalf_of = $2 and valid @> app.today($3)',
      [company.ids.kamB, company.ids.kamA, company.id],
    );
    expect(left).toEqual([]);
  });
  it('is not for everybody to give', async () => {
    const away = await absence('kamA', 30, 31);
    const reply = await http.call(as('kamB'), at.orderSubstitution, {
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
    http.call(as(person), at.addAbsence, {
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
    const reply = await http.call(as('hr'), at.dismissEmployee, {
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
    const again = await http.call(as('hr'), at.dismissEmployee, {
      params: { id: company.ids.support },
      body: { orderNumber: 'D-2', orderDate: today },
    });
    expect(again.problem.code).toBe('organization.already-dismissed');
  });
});

describe('settings', () => {
  it('never act on the past, fit their schema, and are the company’s to set', async () => {
    const set = (person: 'director' | 'kamA', key: string, value: unknown, from: number) =>
      http.call(as(person), at.setSetting, { params: { key }, body: { value, validFrom: plus(from) } });
    const [key] = [...http.runner.registry.settings.keys()];
    if (!key) throw new Error('no setting is declared');
    const value = http.runner.registry.settings.get(key)?.default;
    expect((await set('kamA', key, value, 0)).status).toBe(403);
    expect((await set('director', key, value, -1)).problem.code).toBe('organization.acts-in-past');
    expect((await set('director', key, { no: 'such' }, 0)).problem.code).toBe('organization.setting-does-not-fit');
    expect((await set('director', 'no.such', 1, 0)).problem.code).toBe('organization.unknown-setting');
    const template = 'documents.template.job-description';
    const faulty = await set('director', template, '#view.nonsense', 0);
    expect([faulty.status, faulty.problem.code]).toEqual([422, 'organization.setting-faulty']);
    expect(faulty.problem.detail).toContain('job-description.typ:1');
    const own = '#import "/platform/documents/house.typ": *\n#show: paper\n#view.position';
    expect((await set('director', template, own, 0)).status).toBe(200);
    expect((await set('director', template, null, 0)).status).toBe(200);
    expect((await set('director', key, value, 0)).status).toBe(200);
  });
});
