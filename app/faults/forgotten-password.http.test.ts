import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { readable, smtpServer } from '#platform/mail/test/smtp-server.ts';
import { aLogin, aRealServer, type RealServer } from './test/real-server.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let post: Awaited<ReturnType<typeof smtpServer>>;
let server: RealServer;
let withoutMail: RealServer;
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  withoutMail = await aRealServer(clone.database);
  post = await smtpServer();
  vi.stubEnv('MANDATE_SMTP_URL', post.url);
  vi.stubEnv('MANDATE_MAIL_FROM', 'Mandate <mandate@example.test>');
  vi.stubEnv('MANDATE_URL', 'https://mandate.example.test');
  server = await aRealServer(clone.database);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
  await withoutMail.close();
  await post.close();
  await clone.close();
});

let callers = 0;
/** Each from an address of its own, so that one test does not use up what another may ask. */
const send = (path: string, body: unknown, { cookie = '', from = `192.0.2.${++callers}`, to = server } = {}) =>
  fetch(`${to.url}/api${path}`, {
    method: 'POST',
    headers: { origin: to.url, 'content-type': 'application/json', 'x-forwarded-for': from, cookie },
    body: JSON.stringify(body),
  });
const emailOf = (who: Person) => `${who.toLowerCase()}@example.test`;
const ask = (email: string, options = {}) => send('/auth/request-password-reset', { email }, options);
const reset = (token: string, newPassword: string) => send('/auth/reset-password', { token, newPassword });
const signIn = (email: string, password: string) => send('/auth/sign-in/email', { email, password });
const linkIn = (text: string) => /https:\/\/mandate\.example\.test\/new-password#(\S+)/.exec(text)?.[1] ?? '';
async function linkFor(who: Person): Promise<string> {
  const coming = post.next();
  expect((await ask(emailOf(who))).status).toBe(200);
  return linkIn(readable(await coming).text);
}
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const me = async (cookie: string) => (await fetch(`${server.url}/api/me`, { headers: { cookie } })).status;

describe('a forgotten password', () => {
  it('is replaced by the link of a letter, once; all sessions end, and it is told by mail', async () => {
    const login = await aLogin(company, 'kamA');
    await company.owner(`update organization.employees set language = 'ru' where id = $1`, [company.ids.kamA]);
    const cookie = cookiesOf(await signIn(login.email, login.password));
    expect(await me(cookie)).toBe(200);
    const coming = post.next();
    await ask(login.email);
    const letter = await coming;
    expect(letter.to.toLowerCase()).toBe(login.email);
    const { subject, text, html } = readable(letter);
    expect(subject).toBe('Mandate: выберите новый пароль');
    const token = linkIn(text);
    expect(html).toContain(`#${token}"`);

    const told = post.next();
    expect((await reset(token, 'a password of my own')).status).toBe(200);
    expect(readable(await told).subject).toBe('Mandate: ваш пароль изменён');
    await vi.waitFor(async () => expect(await me(cookie)).toBe(401), { timeout: 5000, interval: 20 });
    expect((await signIn(login.email, login.password)).status).toBe(401);
    expect((await signIn(login.email, 'a password of my own')).status).toBe(200);
    expect((await reset(token, 'another password')).status).toBe(400);
    expect((await signIn(login.email, 'another password')).status).toBe(401);
  });

  it('leaves no other link behind, and none works for longer than half an hour', async () => {
    await aLogin(company, 'kamB');
    const [first, second] = [await linkFor('kamB'), await linkFor('kamB')];
    expect((await reset(first, 'a password of my own')).status).toBe(200);
    expect((await reset(second, 'another password')).status).toBe(400);
    const third = await linkFor('kamB');
    await company.owner(`update identity.verification set "expiresAt" = "expiresAt" - interval '30 minutes'`);
    expect((await reset(third, 'another password')).status).toBe(400);
  });

  it('must be as long as any', async () => {
    await aLogin(company, 'support');
    const token = await linkFor('support');
    expect((await reset(token, 'short')).status).toBe(400);
    expect((await reset(token, 'long enough now')).status).toBe(200);
  });

  it('opens what a password that somebody gave did not', async () => {
    const login = await aLogin(company, 'accountant');
    await company.owner(
      `insert into organization.given_accesses (company_id, employee_id, given_by) values ($1, $2, $3)`,
      [company.id, company.ids.accountant, company.ids.hr],
    );
    const given = cookiesOf(await signIn(login.email, login.password));
    expect(await me(given)).toBe(403);
    expect((await reset(await linkFor('accountant'), 'chosen by myself')).status).toBe(200);
    expect(await me(cookiesOf(await signIn(login.email, 'chosen by myself')))).toBe(200);
  });

  it('is answered in the same words whether or not anybody has that address, and no stranger is written to', async () => {
    await aLogin(company, 'hr');
    await company.owner('update organization.employees set dismissed_at = now() where id = $1', [company.ids.hr]);
    const before = post.letters.length;
    const [known, unknown, dismissed] = [
      await ask(emailOf('kamA')),
      await ask('nobody@example.test'),
      await ask(emailOf('hr')),
    ];
    const replies = await Promise.all(
      [known, unknown, dismissed].map(async (reply) => [reply.status, await reply.text()]),
    );
    expect(replies[1]).toEqual(replies[0]);
    expect(replies[2]).toEqual(replies[0]);
    await vi.waitFor(() => expect(post.letters).toHaveLength(before + 1), { timeout: 5000, interval: 20 });
    await aLogin(company, 'director');
    await linkFor('director');
    expect(post.letters.slice(before).map(({ to }) => to.toLowerCase())).toEqual([
      emailOf('kamA'),
      emailOf('director'),
    ]);
  });

  it('is asked for so often and no more: by one caller, and for one person', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 12; n += 1)
      statuses.push((await ask(`nobody${n}@example.test`, { from: '198.51.100.1' })).status);
    expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([10, 429]);
    await aLogin(company, 'head');
    const links = [await linkFor('head'), await linkFor('head'), await linkFor('head')];
    const before = post.letters.length;
    expect((await ask(emailOf('head'))).status).toBe(200);
    await reset(links[0] ?? '', 'a password of my own');
    // What was told is the change alone: a fourth link was not sent.
    await vi.waitFor(() => expect(post.letters.length).toBeGreaterThan(before), { timeout: 5000, interval: 20 });
    expect(post.letters.slice(before).map((each) => readable(each).subject)).toEqual([
      'Mandate: your password was changed',
    ]);
  });

  it('is offered only where letters can leave', async () => {
    const ways = async (of: RealServer) => (await fetch(`${of.url}/api/ways-to-sign-in`)).json();
    expect([await ways(server), await ways(withoutMail)]).toEqual([{ resetByMail: true }, { resetByMail: false }]);
    expect((await ask(emailOf('kamA'), { to: withoutMail })).status).toBe(400);
  });
});
