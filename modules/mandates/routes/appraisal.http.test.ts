import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { workDue } from '#platform/notifications/slots.ts';
import * as agreed from '../endpoints-actions.ts';
import * as at from '../endpoints-appraisals.ts';
import * as prints from '../endpoints-prints.ts';
import { aCompany, type Person, type TestCompany } from '../testing.ts';

let company: TestCompany;
let server: TestServer;
let close: () => Promise<void>;
let today: Temporal.PlainDate;
let appraisalId: string;
const password = 'correct horse battery';

beforeAll(async () => {
  const clone = await cloneDatabase();
  company = await aCompany(clone, {
    bindings: {
      kamA: [
        { kind: 'duty', key: 'mandates.answer-requests', settings: { withinHours: 24 } },
        { kind: 'duty', key: 'gone.duty', settings: {} },
        { kind: 'pay', key: 'plans.fixed', settings: { amount: 250_000 } },
      ],
    },
  });
  server = await testServer(clone.database);
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
  const [row] = await company.owner<{ today: string }>('select app.today($1)::text as today', [company.id]);
  today = Temporal.PlainDate.from(row?.today ?? '');
});
afterAll(() => close());

const month = (offset: number) => today.add({ months: offset }).toString().slice(0, 7);
const open = async (of: string) =>
  (
    await server.call(company.actor('head'), at.openAppraisal, {
      body: { employeeId: company.ids.kamA, month: of },
    })
  ).body.id;
const read = async (who: Person, id = appraisalId) =>
  (await server.call(company.actor(who), at.readAppraisal, { params: { id } })).body;
const write = async (who: Person, body: object, id = appraisalId) =>
  server.call(company.actor(who), at.writeAppraisal, {
    params: { id },
    body,
    headers: { 'if-match': `"${(await read('hr', id)).revision}"` },
  });
const sign = async (who: 'head' | 'kamA', id = appraisalId) =>
  server.call(company.actor(who), who === 'head' ? at.signAsHead : at.signAsEmployee, {
    params: { id },
    body: { credential: password },
    headers: { 'if-match': `"${(await read('hr', id)).revision}"` },
  });
const agree = (who: Person, body: object, id = appraisalId) =>
  server.call(company.actor(who), agreed.agreeAction, {
    params: { id },
    body: { text: 'Visit three clients', dueOn: today.toString(), who: 'employee', ...body },
  });
const todo = async (who: Person) => (await server.call(company.actor(who), agreed.openActions)).body.items;
const turn = async (who: Person, text: string, state: 'open' | 'done' | 'called-off') => {
  const [found] = await company.owner<{ id: string; revision: number }>(
    'select id, revision from mandates.agreed_actions where text = $1',
    [text],
  );
  return server.call(company.actor(who), agreed.turnAction, {
    params: { id: found?.id ?? '' },
    body: { state },
    headers: { 'if-match': `"${found?.revision}"` },
  });
};
const notes = (who: Person) =>
  company.owner<{ params: { text: string } }>(
    `select params from platform.notifications where employee_id = $1 and kind = 'mandates.action-done'`,
    [company.ids[who]],
  );

describe('the form', () => {
  it('is the description clause by clause: duties, measured or not, and responsibilities with what they came to', async () => {
    appraisalId = await open(month(-1));
    const { clauses } = await read('kamA');
    expect(clauses.map(({ number, pay, payAmount }) => [number, pay.length, payAmount])).toEqual([
      ['2.1', 0, null],
      ['2.2', 0, null],
      ['4.1', 1, 250_000],
    ]);
    expect(clauses[2]?.pay[0]).toMatch(/^Fixed part for \d+ of \d+ working days$/);
  });
  it('does not tell an amount of pay to whoever may not know it', async () => {
    expect((await read('head')).clauses[2]?.payAmount).toBe(250_000);
    const { clauses } = await read('hr');
    expect(clauses.map(({ pay, payAmount }) => [pay, payAmount])).toEqual([
      [[], null],
      [[], null],
      [[], null],
    ]);
  });
  it('is rated clause by clause, each side its own', async () => {
    const [duty, , pay] = (await read('kamA')).clauses.map(({ clauseId }) => clauseId);
    const rated = (clauseId = '', rating: number | null = 4) => [{ clauseId, rating }];
    expect((await write('kamA', { employeeRatings: rated(duty) })).status).toBe(200);
    expect((await write('head', { headRatings: [...rated(duty, 2), ...rated(pay, 5)] })).status).toBe(200);
    expect((await write('kamA', { headRatings: rated(duty) })).status).toBe(403);
    expect((await write('head', { employeeRatings: rated(duty) })).problem.code).toBe('mandates.not-the-employee');
    expect((await write('head', { headRatings: rated(company.ids.kamA) })).problem.code).toBe(
      'mandates.unknown-clause',
    );
    expect((await write('head', { headRatings: rated(duty, 6) })).status).toBe(422);
    const ratings = (await read('hr')).clauses.map(({ employeeRating, headRating }) => [employeeRating, headRating]);
    expect(ratings).toEqual([
      [4, 2],
      [null, null],
      [null, 5],
    ]);
    await write('head', { headRatings: rated(pay, null) });
    expect((await read('head')).clauses[2]?.headRating).toBeNull();
  });
});

describe('agreed actions', () => {
  it('are agreed by the head alone while the appraisal is open, each with a day and somebody who does it', async () => {
    expect((await agree('kamA', {})).status).toBe(403);
    expect((await agree('head', { text: ' ' })).status).toBe(422);
    expect((await agree('head', { dueOn: today.subtract({ days: 1 }).toString() })).problem.code).toBe(
      'mandates.action-due-past',
    );
    expect((await agree('head', {})).status).toBe(201);
    expect((await agree('head', { text: 'Join a visit', who: 'head' })).status).toBe(201);
    expect((await agree('head', { text: 'Never mind' })).status).toBe(201);
    const { actions } = await read('head');
    expect(actions.map(({ text, who, can }) => [text, who.name, can.withdraw, can.finish])).toEqual([
      ['Visit three clients', 'Kama Test', true, false],
      ['Join a visit', 'Head Test', true, false],
      ['Never mind', 'Kama Test', true, false],
    ]);
    const withdrawn = await server.call(company.actor('head'), agreed.withdrawAction, {
      params: { id: actions[2]?.id ?? '' },
    });
    expect(withdrawn.status).toBe(200);
    expect(await todo('kamA')).toEqual([]);
  });

  it('stand on Today of whoever does them once the head has signed, and in the digest when they are due', async () => {
    expect((await sign('head')).status).toBe(200);
    expect((await todo('kamA')).map(({ text, late, can }) => [text, late, can.finish, can.callOff])).toEqual([
      ['Visit three clients', false, true, false],
    ]);
    expect((await todo('head')).map(({ text }) => text)).toEqual(['Join a visit']);
    expect(await todo('kamB')).toEqual([]);
    const due = await server.runner.read(company.actor('kamA'), async (w) =>
      (await Promise.all(w.registry.answers(workDue).map((answer) => answer(w)))).flat(),
    );
    expect(due.map(({ text, late }) => [text, late])).toEqual([
      ['Agreed in an appraisal: Visit three clients (Kama Test)', false],
    ]);
  });

  it('are carried into the next appraisal while they are open', async () => {
    await company.owner(
      `begin; set local session_replication_role = replica;
       update mandates.agreed_actions set due_on = due_on - 3; commit`,
    );
    const next = await open(month(0));
    const carried = async () =>
      (await read('head', next)).actions.map(({ text, month: of, late, state }) => [text, of, late, state]);
    expect(await carried()).toEqual([
      ['Visit three clients', month(-1), true, 'open'],
      ['Join a visit', month(-1), true, 'open'],
    ]);
    // What others are late with, the head sees too.
    expect((await todo('head')).map(({ text, who }) => [text, who.name])).toEqual([
      ['Visit three clients', 'Kama Test'],
      ['Join a visit', 'Head Test'],
    ]);
  });

  it('are ended by whoever does them; only the head calls them off or opens them again', async () => {
    expect((await turn('kamB', 'Visit three clients', 'done')).status).toBe(404);
    expect((await turn('kamA', 'Visit three clients', 'called-off')).problem.code).toBe('mandates.action-not-yours');
    expect((await turn('kamA', 'Visit three clients', 'done')).status).toBe(200);
    expect((await notes('head')).map(({ params }) => params.text)).toEqual(['Visit three clients']);
    expect(await todo('kamA')).toEqual([]);
    expect((await turn('kamA', 'Visit three clients', 'open')).problem.code).toBe('mandates.action-not-yours');
    expect((await turn('head', 'Visit three clients', 'open')).status).toBe(200);
    expect((await turn('head', 'Join a visit', 'called-off')).status).toBe(200);
    expect((await todo('head')).map(({ text }) => text)).toEqual(['Visit three clients']);
  });
});

describe('what was signed', () => {
  it('stays, whoever writes', async () => {
    const signed = await read('hr');
    expect(signed.clauses.map(({ pay }) => pay.length)).toEqual([0, 0, 1]);
    expect(
      (await write('kamA', { employeeRatings: [{ clauseId: signed.clauses[1]?.clauseId, rating: 3 }] })).status,
    ).toBe(200);
    const refusals = [
      `update mandates.appraisals set form = '[]' where state <> 'open'`,
      `update mandates.appraisal_ratings set rating = 5 where side = 'head'`,
      `update mandates.agreed_actions set due_on = due_on + 30`,
      'delete from mandates.agreed_actions',
    ];
    for (const each of refusals) await expect(company.owner(each)).rejects.toThrow('what was signed stays');
    expect((await agree('head', {})).problem.code).toBe('mandates.appraisal-closed');
  });

  it('says who gave the signers access shortly before, to everybody, on the screen and on paper', async () => {
    await company.owner(
      `begin; set local session_replication_role = replica;
       update mandates.appraisals set head_access_given = '{"by": "Hr Test", "at": "2026-01-05T08:00:00Z"}' where state = 'signed-by-head'; commit`,
    );
    await company.owner(
      `insert into organization.given_accesses (company_id, employee_id, given_by, given_at, replaced_at)
       values ($1, $2, $3, now() - interval '2 days', now() - interval '1 day')`,
      [company.id, company.ids.kamA, company.ids.hr],
    );
    expect((await sign('kamA')).status).toBe(200);
    expect(await read('kamA')).toMatchObject({
      state: 'closed',
      headAccessGiven: { by: 'Hr Test' },
      employeeAccessGiven: { by: 'Hr Test' },
    });
    await company.owner(`update organization.given_accesses set given_at = given_at - interval '31 days'`);
    expect(await read('director')).toMatchObject({ employeeAccessGiven: { by: 'Hr Test' } });
    const word = await server.server.inject({
      url: `/api/appraisals/${appraisalId}/print?form=pdf&language=ru`,
      headers: { 'x-test-actor': `${company.id}/${company.ids.head}` },
    });
    expect(word.statusCode).toBe(200);
    await expect(
      company.owner(`update mandates.appraisals set employee_remarks = 'x' where state = 'closed'`),
    ).rejects.toThrow('what was signed stays');
    await expect(company.owner(`delete from mandates.appraisals where state = 'closed'`)).rejects.toThrow(
      'what was signed stays',
    );
  });

  it('prints in both languages and forms, also while it is open', async () => {
    const { items } = (await server.call(company.actor('head'), at.listAppraisals)).body;
    const openOne = items.find(({ state }) => state === 'open');
    for (const id of [appraisalId, openOne?.id ?? '']) {
      for (const query of [
        { form: 'pdf', language: 'en' },
        { form: 'docx', language: 'ru' },
      ] as const)
        expect(
          (await server.call(company.actor('head'), prints.printAppraisal, { params: { id }, query })).status,
        ).toBe(200);
    }
  });
});
