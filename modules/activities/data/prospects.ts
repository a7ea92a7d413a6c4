import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type Prospect = {
  id: string;
  name: string;
  city: string;
  phone: string;
  contact: { name: string; title: string; phone: string } | null;
  lastTriedOn: string | null;
  lastNote: string;
};

/**
 * Potential clients of a keeper that may be called now: none of them was tried within `quietDays`, is planned, or asked not
 * to be called. First those never tried, then those tried longest ago.
 */
export function prospects(w: Work, keeperId: string, quietDays: number, limit: number): Promise<Prospect[]> {
  const since = w.today.subtract({ days: quietDays }).toString();
  return w.db.all(sql<Prospect>`select c.id, c.name, c.city, c.phone, l.last_tried_on as "lastTriedOn",
      (select jsonb_build_object('name', k.name, 'title', k.title, 'phone', k.phone) from clients.v_contacts k
        where k.client_id = c.id order by k.is_main desc, k.name limit 1) as contact,
      coalesce((select a.note from activities.activities a where a.client_id = c.id and a.state = 'done' and a.note <> ''
        order by coalesce(a.done_at, a.closed_at, a.planned_at, a.created_at) desc, a.id desc limit 1), '') as "lastNote"
    from activities.last_contacts l join clients.v_clients c on c.id = l.client_id
    where l.company_id = ${w.actor.companyId} and l.keeper_id = ${keeperId} and l.potential
      and (l.last_tried_on is null or l.last_tried_on < ${since}::date)
      and not exists (select from activities.call_bans b where b.client_id = l.client_id)
      and not exists (select from activities.activities p where p.client_id = l.client_id and p.state = 'planned'
        and p.planned_on >= ${w.today.toString()}::date)
    order by l.last_tried_on nulls first, l.client_id limit ${limit}`);
}

export type CallBan = { reason: string; by: string | null; at: string };

/** That a client within reach asked not to be called, if so. */
export function callBanOf(w: Work, clientId: string): Promise<CallBan | undefined> {
  return w.db.first(sql<CallBan>`select b.reason, (select e.name from organization.employees e where e.id = b.set_by) as by, b.set_at as at
    from activities.call_bans b where b.client_id = ${clientId} and b.company_id = ${w.actor.companyId}`);
}
