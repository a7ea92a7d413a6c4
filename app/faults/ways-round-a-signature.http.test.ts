import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { modules } from '#app/modules.ts';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import type { Db } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { compose } from '#platform/declare/registry.ts';
import { aLogin, anApiKey, aRealServer, type RealServer } from './test/real-server.ts';
import { totpOf } from './test/totp.ts';

/** Whoever arranges staff may give a password. Each test tries to act with it as the person to whom it was given. */
let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: RealServer;
let hr: string;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  server = await aRealServer(clone.database);
  hr = await anApiKey(company, 'hr');
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

type Sent = { cookie?: string; key?: string; body?: unknown; method?: string };
/** Every request comes from another place, so that none is slowed down for the one before. */
let place = 0;
type Answer = { status: number; code: string; body: Record<string, unknown>; cookie: string };
async function send(path: string, { cookie, key, body, method }: Sent = {}): Promise<Answer> {
  const response = await fetch(`${server.url}/api${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      origin: server.url,
      'x-forwarded-for': `192.0.2.${++place % 250}`,
      ...(cookie && { cookie }),
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const kept = response.headers.getSetCookie().map((each) => each.split(';')[0]);
  const read = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>;
  return { status: response.status, code: String(read.code ?? ''), body: read, cookie: kept.join('; ') };
}
const emailOf = (who: Person) => `${who.toLowerCase()}@example.test`;
const signIn = (who: Person, password: string) =>
  send('/auth/sign-in/email', { body: { email: emailOf(who), password } });
const give = async (who: Person) => {
  const given = await send(`/employees/${company.ids[who]}/access`, { key: hr, body: {} });
  expect(given.status).toBe(201);
  return String(given.body.password);
};
const change = (cookie: string, currentPassword: string, newPassword: string, more = {}) =>
  send('/auth/change-password', { cookie, body: { currentPassword, newPassword, ...more } });
const as = <T>(who: Person, act: (db: Db) => Promise<T>) => clone.database.write(company.actor(who), {}, act);
const toChange = { status: 403, code: 'platform.password-to-change' };

describe('a password given by somebody else', () => {
  it('opens no address but those that lead to changing it', async () => {
    const { cookie } = await signIn('director', await give('director'));
    const open: string[] = [];
    for (const { endpoint } of compose(modules).modules.flatMap((module) => module.routes)) {
      const path = endpoint.path.replace(/:\w+/g, company.ids.director);
      const { status, code } = await send(path, {
        cookie,
        method: endpoint.method,
        ...(endpoint.method !== 'GET' && { body: {} }),
      });
      if (status !== toChange.status || code !== toChange.code) open.push(`${endpoint.method} ${path}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('turns no second step on or off, and makes no key', async () => {
    const password = await give('director');
    const { cookie } = await signIn('director', password);
    for (const path of ['/auth/two-factor/enable', '/auth/two-factor/disable', '/auth/update-user', '/api-keys'])
      expect(await send(path, { cookie, body: { password, name: 'x' } })).toMatchObject(toChange);
  });

  it('ends the sessions and the keys that were open, and leaves the second step as it was', async () => {
    const login = await aLogin(company, 'head');
    const { cookie } = await signIn('head', login.password);
    const key = await anApiKey(company, 'head');
    const enabled = await send('/auth/two-factor/enable', { cookie, body: { password: login.password } });
    const code = () => totpOf(String(enabled.body.totpURI), Date.now());
    const proven = await send('/auth/two-factor/verify-totp', { cookie, body: { code: code() } });
    const proof = proven.cookie || cookie;
    expect((await send('/me', { cookie: proof })).status).toBe(200);

    const password = await give('head');
    await vi.waitFor(
      async () => {
        const answers = [await send('/me', { cookie: proof }), await send('/me', { key })];
        expect(answers.map(({ status }) => status)).toEqual([401, 401]);
      },
      { timeout: 5000, interval: 20 },
    );
    const half = await signIn('head', password);
    expect(half.body).toMatchObject({ twoFactorRedirect: true });
    expect((await send('/me', { cookie: half.cookie })).status).toBe(401);
    const whole = await send('/auth/two-factor/verify-totp', { cookie: half.cookie, body: { code: code() } });
    expect(await send('/me', { cookie: whole.cookie })).toMatchObject(toChange);
  });

  it('is changed to another one, which opens everything', async () => {
    const password = await give('support');
    const { cookie } = await signIn('support', password);
    expect((await change(cookie, password, password)).status).toBe(400);
    expect(await send('/me', { cookie })).toMatchObject(toChange);
    const changed = await change(cookie, password, 'nobody else knows', { revokeOtherSessions: true });
    expect(changed.status).toBe(200);
    expect((await send('/me', { cookie: changed.cookie })).status).toBe(200);
    expect((await signIn('support', password)).status).toBe(401);
  });

  it('leaves no session behind that whoever gave it could go on with', async () => {
    const password = await give('accountant');
    const waiting = await signIn('accountant', password);
    const own = await signIn('accountant', password);
    await change(own.cookie, password, 'nobody else knows', { revokeOtherSessions: false });
    await vi.waitFor(async () => expect((await send('/me', { cookie: waiting.cookie })).status).toBe(401), {
      timeout: 5000,
      interval: 20,
    });
  });

  it('signs nothing, even within a session that was taken for the person’s own', async () => {
    await give('kamB');
    const seen = await as('kamB', (db) => db.all(sql`select app.own_credential() as hash`));
    expect(seen).toEqual([{ hash: null }]);
  });

  it('is no way to a new password of one’s own at a screen left open', async () => {
    const refused = await send(`/employees/${company.ids.hr}/access`, { key: hr, body: {} });
    expect(refused).toMatchObject({ status: 409, code: 'organization.access-to-oneself' });
  });

  it('is written by no code but the function that tells of it', async () => {
    const forged = as('hr', (db) =>
      db.run(sql`insert into organization.given_accesses (company_id, employee_id, given_by)
        values (${company.id}, ${company.ids.kamA}, ${company.ids.director})`),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('a screen left open', () => {
  it('is no place to try passwords by signing: ten a minute, then not even the right one', async () => {
    const password = 'nobody else knows';
    const given = await give('kamB');
    const half = await signIn('kamB', given);
    const { cookie } = await change(half.cookie, given, password, { revokeOtherSessions: true });
    const [sent] = await company.owner<{ id: string; text_hash: string }>(
      `select k.id, v.text_hash from mandates.acknowledgements k join mandates.versions v on v.id = k.version_id
        where k.employee_id = $1`,
      [company.ids.kamB],
    );
    const sign = (credential: string) =>
      send(`/acknowledgements/${sent?.id}/signature`, { cookie, body: { credential, textHash: sent?.text_hash } });
    const codes: string[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) codes.push((await sign(`guess ${attempt}`)).code);
    expect(new Set(codes)).toEqual(new Set(['platform.wrong-credential']));
    expect(await sign(password)).toMatchObject({ status: 429, code: 'platform.too-many-attempts' });
  });
});

describe('whoever was given a password', () => {
  it('is told in the inbox by whom, and the journal says it, too', async () => {
    const password = await give('kamA');
    const { cookie } = await signIn('kamA', password);
    const { cookie: own } = await change(cookie, password, 'nobody else knows', { revokeOtherSessions: true });
    const { body } = await send('/notifications', { cookie: own });
    expect(body.items).toMatchObject([{ kind: 'organization.access-given', params: { by: 'Hr Test' }, href: '/me' }]);
    const entries = await company.owner<{ act: string; employee_id: string }>(
      `select act, employee_id from journal.entries where table_name = 'organization.given_accesses'
         and record_id = (select id from organization.given_accesses where employee_id = $1) order by id`,
      [company.ids.kamA],
    );
    expect(entries).toEqual([
      { act: 'insert', employee_id: company.ids.hr },
      { act: 'update', employee_id: company.ids.kamA },
    ]);
  });

  it('signs with a remark beside the signature for thirty days: access given by whom and when', async () => {
    const password = await give('kamA');
    const { cookie } = await signIn('kamA', password);
    const { cookie: own } = await change(cookie, password, 'nobody else knows', { revokeOtherSessions: true });
    const [sent] = await company.owner<{ id: string; text_hash: string }>(
      `select k.id, v.text_hash from mandates.acknowledgements k join mandates.versions v on v.id = k.version_id
        where k.employee_id = $1`,
      [company.ids.kamA],
    );
    const signed = await send(`/acknowledgements/${sent?.id}/signature`, {
      cookie: own,
      body: { credential: 'nobody else knows', textHash: sent?.text_hash },
    });
    expect([signed.status, signed.code]).toEqual([200, '']);
    const sheet = () => send(`/job-description-versions/${company.versions.kamA}/acknowledgements`, { key: hr });
    expect((await sheet()).body.items).toMatchObject([{ accessGiven: { by: 'Hr Test' } }]);
    await company.owner(`update organization.given_accesses set given_at = given_at - interval '31 days'`);
    expect((await sheet()).body.items).toMatchObject([{ accessGiven: null }]);
  });
});
