import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { type Cadence, type CadenceClass, cadenceClasses } from '../rules/contact-cadence.ts';

export type QuietClient = {
  clientId: string;
  client: string;
  city: string;
  class: CadenceClass;
  waitingSince: string;
  lastOn: string | null;
};

/** With whom of a keeper's clients something is planned from today on: read once, as `planned`, for all classes. */
const planned = (w: Work, keeperId: string) => sql`planned as materialized (
  select a.client_id from activities.activities a where a.company_id = ${w.actor.companyId} and a.keeper_id = ${keeperId}
    and a.state = 'planned' and a.planned_on >= ${w.today.toString()}::date)`;

/** Who waits in each class and is not among `planned`: a range of the index of the keeper's clients. */
function waitingIn(w: Work, keeperId: string, cadence: Cadence, on: Temporal.PlainDate) {
  return cadenceClasses.map(
    (of) => sql`from activities.last_contacts l
      where l.company_id = ${w.actor.companyId} and l.keeper_id = ${keeperId} and l.cadence_class = ${of}
        and l.waiting_since < ${on.subtract({ days: cadence[of] }).toString()}::date
        and not exists (select from planned p where p.client_id = l.client_id)`,
  );
}

/**
 * Clients of a keeper that will have waited longer than their cadence on a day, and with whom nothing is planned from today
 * on: at most `most` of each class, those that waited longest.
 */
export function quietClients(
  w: Work,
  keeperId: string,
  cadence: Cadence,
  on: Temporal.PlainDate,
  most = 100,
): Promise<QuietClient[]> {
  const branches = waitingIn(w, keeperId, cadence, on).map(
    (waiting) => sql`(select l.client_id, l.cadence_class, l.waiting_since, l.last_on ${waiting}
      order by l.waiting_since limit ${most})`,
  );
  return w.db.all(sql<QuietClient>`with ${planned(w, keeperId)}
    select q.client_id as "clientId", c.name as client, c.city, q.cadence_class as class, q.waiting_since as "waitingSince",
      q.last_on as "lastOn"
    from (${sql.join(branches, sql` union all `)}) q join clients.v_clients c on c.id = q.client_id`);
}

/** How many clients of a keeper will have waited longer than their cadence on a day, as `quietClients` finds them. */
export async function quietCount(w: Work, keeperId: string, cadence: Cadence, on: Temporal.PlainDate): Promise<number> {
  const counts = waitingIn(w, keeperId, cadence, on).map((waiting) => sql`(select count(*) ${waiting})`);
  const { count } = await w.db.one(
    sql<{ count: number }>`with ${planned(w, keeperId)} select ${sql.join(counts, sql` + `)} as count`,
  );
  return count;
}

export type OpenStep = {
  id: string;
  clientId: string;
  client: string;
  city: string;
  class: CadenceClass | null;
  nextStep: string;
  nextOn: string;
  /** How many there are up to yesterday, and for today and later. */
  late: number;
  others: number;
};

/** Next steps promised to clients of a keeper for days up to, not including, `before`, that nobody has taken; the oldest first. */
export function openSteps(w: Work, keeperId: string, before: string, most = 200): Promise<OpenStep[]> {
  const today = w.today.toString();
  return w.db.all(sql<OpenStep>`select s.id, s.client_id as "clientId", c.name as client, c.city, c.class, s.next_step as "nextStep",
      s.next_on as "nextOn", s.late, s.others
    from (select a.id, a.client_id, a.next_step, a.next_on, count(*) filter (where a.next_on < ${today}::date) over () as late,
        count(*) filter (where a.next_on >= ${today}::date) over () as others
      from activities.activities a
      where a.company_id = ${w.actor.companyId} and a.keeper_id = ${keeperId} and a.next_on < ${before}::date
        and a.next_on is not null and a.next_closed_at is null
        and not exists (select from activities.activities p where p.client_id = a.client_id and p.state = 'planned'
          and p.planned_on >= ${today}::date)
      order by a.next_on, a.id limit ${most}) s
    join clients.v_clients c on c.id = s.client_id order by s.next_on, s.id`);
}

export type ProposedClient = { clientId: string; client: string; city: string; class: CadenceClass | null };

/** Which of the clients are a keeper's own, and not planned from today up to `before`. */
export function proposable(
  w: Work,
  keeperId: string,
  clientIds: readonly string[],
  before: string,
): Promise<ProposedClient[]> {
  return w.db.all(sql<ProposedClient>`select c.id as "clientId", c.name as client, c.city, c.class from clients.v_clients c
    where c.company_id = ${w.actor.companyId} and c.keeper_id = ${keeperId} and c.id = any (${clientIds}::uuid[])
      and not exists (select from activities.activities p where p.client_id = c.id and p.state = 'planned'
        and p.planned_on >= ${w.today.toString()}::date and p.planned_on < ${before}::date)`);
}

export type DayLoad = { date: string; calls: number; visits: number };

/** How many calls and visits an employee has planned for each day of a period. */
export function plannedLoad(w: Work, employeeId: string, period: { from: string; to: string }): Promise<DayLoad[]> {
  return w.db.all(sql<DayLoad>`select planned_on as date, count(*) filter (where kind in ('call', 'letter')) as calls,
      count(*) filter (where kind in ('visit', 'meeting')) as visits
    from activities.activities where company_id = ${w.actor.companyId} and employee_id = ${employeeId} and state = 'planned'
      and planned_on >= ${period.from}::date and planned_on < ${period.to}::date group by planned_on`);
}
