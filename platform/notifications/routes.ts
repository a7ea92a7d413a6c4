import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { mailSetup } from '#platform/mail/mail.ts';
import { actingEmployee, type Work } from '#platform/work.ts';
import type { DigestTime } from './digest-due.ts';
import { chooseDigest, notifications, readDigest, readNotifications, snoozeNotification } from './endpoints.ts';

type Item = {
  id: string;
  kind: string;
  params: Record<string, unknown>;
  href: string | null;
  createdAt: string;
  readAt: string | null;
  snoozedUntil: string | null;
};

async function inbox(w: Work, { limit = 30, snoozed = false }: { limit?: number; snoozed?: boolean }) {
  const away = sql`snoozed_until > now()`;
  const shown = snoozed ? away : sql`${away} is not true`;
  const order = snoozed ? sql`snoozed_until` : sql`coalesce(snoozed_until, created_at) desc`;
  const [items, count] = await Promise.all([
    w.db.all(sql<Item>`select id, kind, params, href, created_at as "createdAt", read_at as "readAt",
        snoozed_until as "snoozedUntil"
      from platform.notifications where employee_id = ${w.actor.employeeId} and ${shown} order by ${order} limit ${limit}`),
    w.db.one(sql<{
      unread: number;
      snoozed: number;
    }>`select count(*) filter (where read_at is null and ${away} is not true) as unread,
        count(*) filter (where ${away}) as snoozed
      from platform.notifications where employee_id = ${w.actor.employeeId}`),
  ]);
  return { items, ...count };
}

const never: DigestTime = { frequency: 'off', hour: 8, weekday: 1 };

/** Routes of one's own inbox, and of the digest of it by mail. */
export const notificationRoutes: readonly Route[] = [
  answer(notifications, (w, { query }) => inbox(w, query)),
  answer(readNotifications, async (w, { body }) => {
    await w.db.run(sql`update platform.notifications set read_at = now() where employee_id = ${w.actor.employeeId}
      and read_at is null and (${body.ids ?? null}::uuid[] is null or id = any (${body.ids ?? null}::uuid[]))`);
    return {};
  }),
  answer(snoozeNotification, async (w, { params, body }) => {
    // What comes back is new again: read, it would come back unseen.
    const touched = await w.db.run(sql`update platform.notifications set snoozed_until = ${body.until}, read_at = null
      where id = ${params.id} and employee_id = ${w.actor.employeeId}`);
    if (touched === 0) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
    return {};
  }),
  answer(readDigest, async (w) => {
    const [chosen, { email }] = await Promise.all([
      w.db.first(sql<DigestTime>`select frequency, hour, weekday from platform.digests
        where employee_id = ${actingEmployee(w)}`),
      w.db.one(sql<{ email: string }>`select email from organization.employees where id = ${actingEmployee(w)}`),
    ]);
    return { ...(chosen ?? never), email, mail: mailSetup() !== null };
  }),
  answer(chooseDigest, async (w, { body: { frequency, hour, weekday } }) => {
    // The first one is the next to fall due, and tells of what has come since now.
    await w.db.run(sql`insert into platform.digests (id, employee_id, company_id, frequency, hour, weekday, sent_for)
      values (${w.newId()}, ${actingEmployee(w)}, ${w.actor.companyId}, ${frequency}, ${hour}, ${weekday}, ${w.now.toString()})
      on conflict (employee_id) do update set frequency = excluded.frequency, hour = excluded.hour,
        weekday = excluded.weekday, sent_for = excluded.sent_for`);
    return {};
  }),
];
