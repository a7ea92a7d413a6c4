import { randomUUID } from 'node:crypto';
import Type from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { endpoint } from '#kernel/endpoint.ts';
import { aCompany, type TestCompany } from '#modules/mandates/testing.ts';
import { listEmployees } from '#modules/organization/endpoints-people.ts';
import { addDepartment, addPosition, editPosition } from '#modules/organization/endpoints-staffing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { defineModule } from '#platform/declare/module.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { me, search } from './endpoints.ts';
import { answer } from './route.ts';
import { buildServer } from './server.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let http: TestServer;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  http = await testServer(clone.database);
});
afterAll(async () => {
  await http.close();
  await clone.close();
});

describe('the gate', () => {
  it('lets nobody in without sign-in', async () => {
    const reply = await http.call(null, listEmployees);
    expect(reply.status).toBe(401);
    expect(reply.problem.type).toBe('urn:mandate:refusal:platform.not-signed-in');
  });
  it('names the permit that the mandate does not grant', async () => {
    const reply = await http.call(company.actor('kamA'), addDepartment, { body: { name: 'Mine' } });
    expect(reply.status).toBe(403);
    expect(reply.problem).toMatchObject({ code: 'platform.not-granted', permit: 'organization.arrange' });
  });
  it('says it in the language asked for', async () => {
    const reply = await http.call(null, listEmployees, { headers: { 'accept-language': 'ru-RU,ru;q=0.9' } });
    expect(reply.problem.title).toBe('Сначала войдите');
  });
  it('stops the boot over a route without a declared permit', async () => {
    const stray = endpoint({
      id: 'x.y',
      method: 'GET',
      path: '/stray',
      permit: 'x.undeclared',
      summary: '',
      reply: Type.Object({}),
    });
    const planted = defineModule({
      name: 'x',
      needs: [],
      permits: {},
      refusals: { codes: {} },
      texts: {},
      routes: [answer(stray, async () => ({}))],
    });
    const runner = new Runner(clone.database, compose([...modules, planted]));
    const server = await buildServer({ runner, identify: async () => null, version: 'test' });
    await expect(server.ready()).rejects.toThrow('undeclared permit x.undeclared');
  });
});

describe('input', () => {
  const hr = () => company.actor('hr');
  it.each([
    ['a missing field', {}],
    ['a wrong type', { name: 5 }],
    ['null', { name: null }],
    ['blank', { name: '   ' }],
    ['an unknown field', { name: 'Ok', surprise: 1 }],
    ['a NUL', { name: 'a\u0000b' }],
    ['too long', { name: 'x'.repeat(201) }],
    ['an array', [1]],
  ])('%s is refused and writes nothing', async (_name, body) => {
    const count = async () => (await company.owner('select from organization.departments')).length;
    const before = await count();
    const reply = await http.call(hr(), addDepartment, { body });
    expect(reply.status).toBe(422);
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect(await count()).toBe(before);
  });
  it('broken JSON is a problem, not a crash', async () => {
    const reply = await http.server.inject({
      method: 'POST',
      url: '/api/departments',
      headers: { 'x-test-actor': `${company.id}/${company.ids.hr}`, 'content-type': 'application/json' },
      payload: '{"name": ',
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().code).toBe('platform.malformed');
  });
  it('a body over the limit is a problem', async () => {
    const reply = await http.call(hr(), addDepartment, { body: { name: 'x'.repeat(2_000_000) } });
    expect(reply.status).toBe(413);
  });
  it('a constraint speaks through its module', async () => {
    const reply = await http.call(hr(), addDepartment, { body: { name: 'Sales' } });
    expect([reply.status, reply.problem.code]).toEqual([409, 'organization.department-taken']);
  });
  it('a reference to nothing is the caller’s fault', async () => {
    const body = { title: 'X', departmentId: randomUUID() };
    const reply = await http.call(hr(), addPosition, { body });
    expect([reply.status, reply.problem.code]).toEqual([422, 'platform.unknown-reference']);
  });
});

describe('one key, one effect', () => {
  it('at once and later: the first reply again, and one department', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const post = () => http.call(company.actor('hr'), addDepartment, { body: { name: 'Once' }, headers });
    const replies = [...(await Promise.all([post(), post(), post()])), await post()];
    expect(replies.map((reply) => reply.status)).toEqual([201, 201, 201, 201]);
    expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
    expect(await company.owner("select from organization.departments where name = 'Once'")).toHaveLength(1);
  });
  it('another request under the same key is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    await http.call(company.actor('hr'), addDepartment, { body: { name: 'First' }, headers });
    const second = await http.call(company.actor('hr'), addDepartment, { body: { name: 'Second' }, headers });
    expect([second.status, second.problem.code]).toEqual([422, 'platform.key-reused']);
  });
});

describe('two people edit one record', () => {
  it('the second is told, with what stands now', async () => {
    const hr = company.actor('hr');
    const made = await http.call(hr, addPosition, {
      body: { title: 'Courier', departmentId: company.departments.office },
    });
    const edit = (title: string, revision: number) =>
      http.call(hr, editPosition, {
        params: { id: made.body.id },
        body: { title },
        headers: { 'if-match': `"${revision}"` },
      });
    const first = await edit('Driver', 1);
    expect([first.status, first.headers.etag]).toEqual([200, '"2"']);
    const second = await edit('Messenger', 1);
    expect(second.status).toBe(412);
    expect(second.problem).toMatchObject({
      code: 'platform.changed-meanwhile',
      current: { title: 'Driver', revision: 2 },
    });
  });
  it('and nobody edits without saying what they saw', async () => {
    const reply = await http.call(company.actor('hr'), editPosition, {
      params: { id: randomUUID() },
      body: { title: 'X' },
    });
    expect([reply.status, reply.problem.code]).toEqual([412, 'platform.revision-needed']);
  });
});

describe('what I may', () => {
  it('follows from my mandate alone', async () => {
    const { body } = await http.call(company.actor('kamA'), me);
    expect(body.permits['orders.take']).toBe(true);
    expect(body.permits['orders.enter']).toBeUndefined();
  });
  it('search finds people by a part of the name, with a typing error too', async () => {
    const exact = await http.call(company.actor('kamA'), search, { query: { q: 'Accou' } });
    expect(exact.body.items.map((hit) => hit.title)).toContain('Accountant Test');
    const mistyped = await http.call(company.actor('kamA'), search, { query: { q: 'Acountant' } });
    expect(mistyped.body.items.map((hit) => hit.title)).toContain('Accountant Test');
  });
  it('and nobody of another company', async () => {
    const reply = await http.call(company.actor('kamA'), search, { query: { q: 'Outsider' } });
    expect(reply.body.items.filter((hit) => hit.id === company.ids.outsider)).toEqual([]);
  });
});
