import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { aLogin, anApiKey, aRealServer, type RealServer } from './test/real-server.ts';
import { totpOf } from './test/totp.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let server: RealServer;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  server = await aRealServer(clone.database);
});
afterAll(async () => {
  await server.close();
  await clone.close();
});

type Sent = { cookie?: string; key?: string; body?: unknown; headers?: Record<string, string>; method?: string };
/** A request as a browser page of ours makes it, unless `headers` say otherwise. */
function send(path: string, { cookie, key, body, headers, method }: Sent = {}): Promise<Response> {
  return fetch(`${server.url}/api${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      origin: server.url,
      ...(cookie && { cookie }),
      ...(key && { authorization: `Bearer ${key}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
/** Signs in; gives the cookies that the browser keeps. */
async function signIn(who: Person): Promise<{ cookie: string; password: string; response: Response }> {
  const login = await aLogin(company, who);
  const response = await send('/auth/sign-in/email', { body: login });
  expect(response.status).toBe(200);
  return { cookie: cookiesOf(response), password: login.password, response };
}
const me = async (by: Sent) => (await send('/me', by)).status;

describe('signing in', () => {
  it('gives a cookie that no script reads, no other host gets and no plain connection carries', async () => {
    const { response, cookie } = await signIn('support');
    const [set = ''] = response.headers.getSetCookie().filter((each) => each.includes('session_token'));
    expect(set).toMatch(/^__Host-mandate\.session_token=[^;]{30,};/);
    for (const part of ['HttpOnly', 'Secure', 'Path=/', 'SameSite=Lax']) expect(set).toContain(part);
    expect(set).not.toContain('Domain');
    expect(await me({ cookie })).toBe(200);
    expect(await me({ cookie: cookie.slice(0, -4) })).toBe(401);
    expect(await me({})).toBe(401);
  });

  it('works behind a proxy that ends TLS', async () => {
    const login = await aLogin(company, 'accountant');
    const headers = { origin: server.url.replace('http:', 'https:'), 'x-forwarded-proto': 'https' };
    const signedIn = await send('/auth/sign-in/email', { body: login, headers });
    expect(signedIn.status).toBe(200);
    const cookie = cookiesOf(signedIn);
    expect((await send('/me/language', { method: 'PUT', cookie, body: { language: 'ru' }, headers })).status).toBe(200);
    expect((await send('/auth/sign-out', { cookie, body: {}, headers })).status).toBe(200);
  });

  it('nobody signs up', async () => {
    const body = { email: 'stranger@example.test', password: 'a long password', name: 'Stranger' };
    expect((await send('/auth/sign-up/email', { body })).status).toBeGreaterThanOrEqual(400);
    expect(await company.owner(`select from identity."user" where "email" = 'stranger@example.test'`)).toEqual([]);
  });

  it('out again ends the session', async () => {
    const { cookie } = await signIn('director');
    expect((await send('/auth/sign-out', { cookie, body: {} })).status).toBe(200);
    await vi.waitFor(async () => expect(await me({ cookie })).toBe(401), { timeout: 2000, interval: 20 });
  });
});

describe('dismissal', () => {
  it('cuts sessions and keys within a second, and there is no way back in', async () => {
    const { cookie, password } = await signIn('kamB');
    const key = await anApiKey(company, 'kamB');
    expect([await me({ cookie }), await me({ key })]).toEqual([200, 200]);
    const hr = await anApiKey(company, 'hr');
    const body = { orderNumber: '77', orderDate: '2026-01-15' };
    expect((await send(`/employees/${company.ids.kamB}/dismissal`, { key: hr, body })).status).toBe(200);
    const dismissed = performance.now();
    let lastIn = 0;
    await vi.waitFor(
      async () => {
        const asked = performance.now();
        const answers = [await me({ cookie }), await me({ key })];
        if (answers.includes(200)) lastIn = asked - dismissed;
        expect(answers).toEqual([401, 401]);
      },
      { timeout: 5000, interval: 10 },
    );
    expect(lastIn).toBeLessThan(1000);
    const again = await send('/auth/sign-in/email', { body: { email: 'kamb@example.test', password } });
    expect(await me({ cookie: cookiesOf(again) })).toBe(401);
    const left = await company.owner(
      `select from identity.session s join organization.employees e on e.user_id = s."userId" where e.id = $1 and s."createdAt" < now() - interval '1 hour'
       union all select from identity.api_keys where employee_id = $1 and revoked_at is null`,
      [company.ids.kamB],
    );
    expect(left).toEqual([]);
  });

  it('a revoked key is cut in the same way, and only its owner may revoke it', async () => {
    const key = await anApiKey(company, 'kamA');
    const { items } = (await (await send('/api-keys', { key })).json()) as { items: { id: string }[] };
    const [{ id } = { id: '' }] = items;
    const stranger = await anApiKey(company, 'outsider');
    expect((await send(`/api-keys/${id}/revoke`, { key: stranger, body: {} })).status).toBe(404);
    expect((await send(`/api-keys/${id}/revoke`, { key, body: {} })).status).toBe(200);
    await vi.waitFor(async () => expect(await me({ key })).toBe(401), { timeout: 5000, interval: 10 });
  });
});

describe('a page of another site', () => {
  const departments = () => company.owner('select from organization.departments');
  it.each([
    ['by its origin', { origin: 'https://evil.example' }],
    ['by an opaque origin', { origin: 'null' }],
    ['by what the browser says of it', { 'sec-fetch-site': 'cross-site' }],
    ['of a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('cannot act with the cookie of whoever is signed in: told %s', async (_name, headers) => {
    const { cookie } = await signedInHr();
    const before = (await departments()).length;
    const answer = await send('/departments', { cookie, body: { name: 'Forged' }, headers });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'platform.foreign-page']);
    expect((await departments()).length).toBe(before);
  });

  it('cannot sign anybody out, in or change a password', async () => {
    const { cookie, password } = await signedInHr();
    const headers = { origin: 'https://evil.example' };
    const change = { currentPassword: password, newPassword: 'chosen by somebody else' };
    expect((await send('/auth/change-password', { cookie, body: change, headers })).status).toBe(403);
    expect((await send('/auth/sign-out', { cookie, body: {}, headers })).status).toBe(403);
    expect(await me({ cookie })).toBe(200);
  });

  it('ours can', async () => {
    const { cookie } = await signedInHr();
    const headers = { 'sec-fetch-site': 'same-origin' };
    expect((await send('/departments', { cookie, body: { name: 'Real' }, headers })).status).toBe(201);
  });

  let hr: Promise<{ cookie: string; password: string }> | undefined;
  const signedInHr = () => {
    hr ??= signIn('hr');
    return hr;
  };
});

describe('a second factor', () => {
  it('is enrolled, asked for at the next sign-in, and nothing is open before it is given', async () => {
    const { cookie, password } = await signIn('head');
    const enabled = await send('/auth/two-factor/enable', { cookie, body: { password } });
    expect(enabled.status).toBe(200);
    const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
    expect(backupCodes.length).toBeGreaterThan(4);
    const code = () => totpOf(totpURI, Date.now());
    expect((await send('/auth/two-factor/verify-totp', { cookie, body: { code: code() } })).status).toBe(200);

    const email = 'head@example.test';
    const half = await send('/auth/sign-in/email', { body: { email, password } });
    expect(await half.json()).toMatchObject({ twoFactorRedirect: true });
    expect(await me({ cookie: cookiesOf(half) })).toBe(401);
    const wrong = await send('/auth/two-factor/verify-totp', { cookie: cookiesOf(half), body: { code: '000000' } });
    expect(wrong.status).toBe(401);
    const right = await send('/auth/two-factor/verify-totp', { cookie: cookiesOf(half), body: { code: code() } });
    expect(right.status).toBe(200);
    expect(await me({ cookie: cookiesOf(right) })).toBe(200);
  });
});

describe('trying passwords', () => {
  it('is slowed down: too many attempts at one person are refused, also with the right one', async () => {
    const login = await aLogin(company, 'outsider');
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 15; attempt += 1) {
      const body = { email: attempt % 2 ? login.email : login.email.toUpperCase(), password: `guess ${attempt} guess` };
      const headers = { 'x-mandate-address': `10.0.0.${attempt}` };
      statuses.push((await send('/auth/sign-in/email', { body, headers })).status);
    }
    expect(statuses).toEqual([...Array(10).fill(401), ...Array(5).fill(429)]);
    expect((await send('/auth/sign-in/email', { body: login })).status).toBe(429);
  });

  it('at one person does not keep out the colleagues behind the same address', async () => {
    const login = await aLogin(company, 'kamA');
    expect((await send('/auth/sign-in/email', { body: login })).status).toBe(200);
  });

  it('counts by the address that a proxy on this machine tells, and by no other', async () => {
    const attempt = async (headers: Record<string, string>) =>
      (
        await send('/auth/sign-in/email', {
          body: { email: 'outsider@example.test', password: 'guess guess' },
          headers,
        })
      ).status;
    expect(await attempt({ 'x-forwarded-for': '192.0.2.7' })).toBe(401);
    expect(await attempt({ 'x-mandate-address': '192.0.2.8' })).toBe(429);
  });

  it('is slowed down behind one address, whoever they are', async () => {
    const headers = { 'x-forwarded-for': '192.0.2.9' };
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 125; attempt += 1) {
      const body = { email: `nobody.${attempt}@example.test`, password: 'guess guess' };
      statuses.push((await send('/auth/sign-in/email', { body, headers })).status);
    }
    expect(statuses.slice(0, 120).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(120).every((status) => status === 429)).toBe(true);
  });
});
