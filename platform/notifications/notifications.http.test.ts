import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { modules } from '#app/modules.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { aCompany, type Person, type TestCompany } from '#modules/mandates/testing.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import { defineModule, type ReadAs } from '#platform/declare/module.ts';
import { startWorker } from '#platform/jobs/worker.ts';
import { readable, smtpServer } from '#platform/mail/test/smtp-server.ts';
import { companyActor } from '#platform/run.ts';
import { announceDigests, sendDigest } from './digests.ts';
import * as at from './endpoints.ts';
import { workDue } from './slots.ts';

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: TestCompany;
let http: TestServer;
let post: Awaited<ReturnType<typeof smtpServer>>;

beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aCompany(clone);
  http = await testServer(clone.database, { modules: [...modules, duties] });
  post = await smtpServer();
});
afterAll(async () => {
  await http.close();
  await post.close();
  await clone.close();
});
afterEach(() => vi.unstubAllEnvs());

/** Something is due for the head alone, told by whatever module knows of it. */
const duties = defineModule({
  name: 'duties',
  needs: [],
  permits: {},
  refusals: { codes: {} },
  texts: {},
  routes: [],
  fills: [
    workDue.with(async (w) => {
      if (w.actor.employeeId !== company.ids.head) return [];
      return [{ text: `Call (${w.actor.language})`, late: false, href: '/today' }];
    }),
  ],
});

const as = (person: Person) => company.actor(person);
async function tell(person: Person, text: string): Promise<string> {
  const [row] = await company.owner<{ id: string }>(
    `insert into platform.notifications (company_id, employee_id, kind, params, href)
     values ($1, $2, 'mandates.message', $3, '/requests') returning id`,
    [as(person).companyId, company.ids[person], JSON.stringify({ subject: 'Order 7', text })],
  );
  return row?.id ?? '';
}
const inboxOf = async (person: Person, query: object = {}) =>
  (await http.call(as(person), at.notifications, { query: { ...query } })).body;
const snooze = (person: Person, id: string, until: string | null) =>
  http.call(as(person), at.snoozeNotification, { params: { id }, body: { until } });

describe('what is put off', () => {
  const later = Temporal.Now.instant().add({ hours: 20 }).toString();
  it('leaves the inbox, and stands apart until it comes back unread by itself, on top', async () => {
    const first = await tell('kamA', 'first');
    const second = await tell('kamA', 'second');
    await http.call(as('kamA'), at.readNotifications, { body: {} });
    expect((await snooze('kamA', first, later)).status).toBe(200);
    expect((await inboxOf('kamA')).items.map(({ id }) => id)).toEqual([second]);
    expect(await inboxOf('kamA')).toMatchObject({ unread: 0, snoozed: 1 });
    expect((await inboxOf('kamA', { snoozed: true })).items.map(({ id }) => id)).toEqual([first]);
    // Its moment passes.
    await company.owner('update platform.notifications set snoozed_until = now() where id = $1', [first]);
    const back = await inboxOf('kamA');
    expect([back.items.map(({ id }) => id), back.unread, back.snoozed]).toEqual([[first, second], 1, 0]);
  });
  it('can be brought back at once', async () => {
    const id = await tell('kamA', 'third');
    await snooze('kamA', id, later);
    await snooze('kamA', id, null);
    expect((await inboxOf('kamA')).items[0]?.id).toBe(id);
  });
  it('is one’s own', async () => {
    const id = await tell('kamA', 'fourth');
    expect((await snooze('kamB', id, later)).status).toBe(404);
    expect((await snooze('outsider', id, later)).status).toBe(404);
    expect((await http.call(null, at.snoozeNotification, { params: { id }, body: { until: null } })).status).toBe(401);
  });
  it('needs a moment', async () => {
    const id = await tell('kamA', 'fifth');
    expect((await snooze('kamA', id, 'tomorrow')).status).toBe(422);
  });
});

describe('the digest', () => {
  const chosen = { frequency: 'daily', hour: 0, weekday: 1 } as const;
  const choose = (person: Person, body: object = chosen) => http.call(as(person), at.chooseDigest, { body });
  const mailIsSetUp = () => {
    vi.stubEnv('MANDATE_SMTP_URL', post.url);
    vi.stubEnv('MANDATE_MAIL_FROM', 'Mandate <mandate@example.test>');
    vi.stubEnv('MANDATE_URL', 'https://mandate.example.test');
  };
  const daysPass = () => company.owner(`update platform.digests set sent_for = sent_for - interval '2 days'`);
  const announced = () => company.owner(`select 1 from platform.outbox where event = 'notifications.digest-due'`);
  const announceAll = () => http.runner.write(companyActor(company.id, 'test'), announceDigests);
  const readAs: ReadAs = (reader, read) =>
    http.runner.read({ ...reader, companyId: company.id, requestId: 'test' }, read);
  const send = (person: Person) =>
    http.runner.write(companyActor(company.id, 'test'), (w) =>
      sendDigest(
        w,
        { employeeId: company.ids[person], since: '2026-01-01T00:00:00Z', slot: '2026-01-02T00:00:00Z' },
        readAs,
      ),
    );

  it('is off until a person wants it, and each chooses for oneself', async () => {
    expect((await http.call(as('kamA'), at.readDigest)).body).toMatchObject({ frequency: 'off', mail: false });
    expect((await choose('kamA')).status).toBe(200);
    expect((await http.call(as('kamA'), at.readDigest)).body).toMatchObject(chosen);
    expect((await http.call(as('kamB'), at.readDigest)).body).toMatchObject({ frequency: 'off' });
    expect((await choose('kamA', { ...chosen, hour: 24 })).status).toBe(422);
  });
  it('is not announced where no mail can leave', async () => {
    await daysPass();
    await announceAll();
    expect(await announced()).toEqual([]);
  });
  it('goes out once a moment through the outbox, in the reader’s language, with what is theirs alone', async () => {
    mailIsSetUp();
    await company.owner(`update organization.employees set language = 'ru' where id = $1`, [company.ids.kamA]);
    await tell('kamA', 'mine & <new>');
    await tell('kamB', 'not mine');
    const worker = await startWorker(http.runner);
    const coming = post.next();
    await announceAll();
    const letter = await coming;
    await announceAll();
    await worker.stop();
    expect(await announced()).toHaveLength(1);
    expect([letter.to, letter.from]).toEqual([`${await emailOf('kamA')}`, 'mandate@example.test']);
    const { subject, text, html } = readable(letter);
    expect(subject).toMatch(/^Mandate: на сегодня: 0, новых: \d+$/);
    expect(text).toContain('Новое во входящих');
    expect(text).toContain('– Order 7: mine & <new>');
    expect(text).not.toContain('not mine');
    expect(html).toContain('<a href="https://mandate.example.test/requests">Order 7: mine &amp; &lt;new&gt;</a>');
  });
  it('names what is late or due by the person’s duties', async () => {
    mailIsSetUp();
    const coming = post.next();
    await send('head');
    const { subject, text } = readable(await coming);
    expect(subject).toBe('Mandate: 1 due today, 0 new');
    expect(text).toContain('Due today\r\n– Call (en)');
  });
  it('is not written when there is nothing to tell, nor to whoever was dismissed', async () => {
    mailIsSetUp();
    const before = post.letters.length;
    await send('accountant');
    await tell('support', 'too late');
    await company.owner('update organization.employees set dismissed_at = now() where id = $1', [company.ids.support]);
    await send('support');
    expect(post.letters).toHaveLength(before);
  });
  it('that the mail server does not take fails, so that it is tried again', async () => {
    mailIsSetUp();
    post.refusing = true;
    await expect(send('kamA')).rejects.toThrow('Not now');
    post.refusing = false;
  });
});

async function emailOf(person: Person): Promise<string> {
  const [row] = await company.owner<{ email: string }>('select email from organization.employees where id = $1', [
    company.ids[person],
  ]);
  return row?.email ?? '';
}
