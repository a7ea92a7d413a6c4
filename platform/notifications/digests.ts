import type { Language } from '#kernel/texts.ts';
import { sql } from '#platform/db/sql.ts';
import type { ReadAs } from '#platform/declare/module.ts';
import { mailSetup, sendLetter } from '#platform/mail/mail.ts';
import { sentence } from '#platform/sentence.ts';
import { announce, type Work } from '#platform/work.ts';
import { type DigestTime, latestDigest } from './digest-due.ts';
import { digestLetter } from './digest-letter.ts';
import { workDue } from './slots.ts';

/** The event that one person's digest is due; `since` is what the one before covered. */
export type DigestDue = { readonly employeeId: string; readonly since: string; readonly slot: string };

/** Announces every digest that has fallen due. Where no mail can leave, nothing is announced and nothing piles up. */
export async function announceDigests(w: Work): Promise<void> {
  if (!mailSetup()) return;
  const wanted = await w.db.all(sql<DigestTime & { employeeId: string; sentFor: string }>`
    select d.employee_id as "employeeId", d.frequency, d.hour, d.weekday, d.sent_for as "sentFor" from platform.digests d
    join organization.employees e on e.id = d.employee_id and e.dismissed_at is null
    where d.company_id = ${w.actor.companyId} and d.frequency <> 'off' for update of d`);
  for (const { employeeId, sentFor, ...time } of wanted) {
    const slot = latestDigest(time, w.now, w.company.timeZone);
    if (!slot || Temporal.Instant.compare(slot, Temporal.Instant.from(sentFor)) <= 0) continue;
    await w.db.run(sql`update platform.digests set sent_for = ${slot.toString()} where employee_id = ${employeeId}`);
    const due: DigestDue = { employeeId, since: sentFor, slot: slot.toString() };
    await announce(w, 'notifications.digest-due', due);
  }
}

/**
 * Writes to a person what is due and what is new, in their language and by their own rights; nothing when there is nothing.
 * @throws when the mail server does not take the letter: the event is then delivered again later.
 */
export async function sendDigest(w: Work, { employeeId, since, slot }: DigestDue, readAs: ReadAs): Promise<void> {
  const setup = mailSetup();
  if (!setup) return;
  const reader = await w.db.first(sql<{ name: string; email: string; language: Language }>`
    select name, email, language from organization.employees
    where id = ${employeeId} and company_id = ${w.actor.companyId} and dismissed_at is null`);
  if (!reader) return;
  const content = await readAs({ employeeId, language: reader.language }, async (mine) => {
    const [due, news] = await Promise.all([dueToday(mine), newsSince(mine, since)]);
    return { due, news };
  });
  if (content.due.length + content.news.length === 0) return;
  const options = { id: `digest-${employeeId}-${Date.parse(slot)}`, base: process.env.MANDATE_URL };
  await sendLetter(setup, digestLetter(w.registry, reader, content, options));
}

async function dueToday(w: Work) {
  return (await Promise.all(w.registry.answers(workDue).map((answer) => answer(w)))).flat();
}

/** What came into the inbox, or came back to it, and was not read there. */
async function newsSince(w: Work, since: string) {
  const rows = await w.db.all(sql<{ kind: string; params: Record<string, unknown>; href: string | null }>`
    select kind, params, href from platform.notifications
    where employee_id = ${w.actor.employeeId} and read_at is null and coalesce(snoozed_until, created_at) > ${since}
      and coalesce(snoozed_until, created_at) <= ${w.now.toString()}
    order by coalesce(snoozed_until, created_at) desc limit 200`);
  return rows.map(({ kind, params, href }) => ({
    text: sentence(w.registry, w.actor.language, `notification.${kind}`, params),
    href,
  }));
}
