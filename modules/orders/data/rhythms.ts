import { sql } from '#platform/db/sql.ts';
import type { ListSource } from '#platform/lists/source.ts';
import type { Work } from '#platform/work.ts';
import { rhythmDays } from '../rules/judge-lapse.ts';

export type LapsedClient = {
  id: string;
  name: string;
  everyDays: number;
  lastOn: string;
  dueOn: string;
  usual: number;
  /** How many there are for whom the days to react are over, and how many others. */
  late: number;
  others: number;
};

/**
 * Clients of a keeper whose rhythm has broken by a day, more than `graceDays` beyond their usual interval, and whom nobody
 * reached since: those first for whom the days to react are over, then the greatest usual order. One range of the index
 * of the keeper's rhythms.
 */
export function lapsedOf(
  w: Work,
  keeperId: string,
  ask: { graceDays: number; reactionDays: number; on: Temporal.PlainDate; most: number },
): Promise<LapsedClient[]> {
  const { graceDays, reactionDays, on, most } = ask;
  const broken = on.subtract({ days: graceDays }).toString();
  const late = sql`r.due_on < ${on.subtract({ days: graceDays + reactionDays }).toString()}::date`;
  return w.db.all(sql<LapsedClient>`
    select r.client_id as id, c.name, r.every_days as "everyDays", r.last_on as "lastOn", r.due_on as "dueOn", r.usual, r.late, r.others
    from (select r.client_id, r.every_days, r.last_on, r.due_on, r.usual, ${late} as is_late,
        count(*) filter (where ${late}) over () as late, count(*) filter (where not ${late}) over () as others
      from orders.rhythms r
      where r.company_id = ${w.actor.companyId} and r.keeper_id = ${keeperId} and r.due_on <= ${broken}::date
        and r.last_on > ${w.today.subtract({ days: rhythmDays }).toString()}::date
        and not exists (select from activities.v_last_contacts l where l.client_id = r.client_id
          and l.last_on >= r.due_on + ${graceDays}::int)
      order by is_late desc, r.usual desc, r.client_id limit ${most}) r
    join clients.v_clients c on c.id = r.client_id order by r.is_late desc, r.usual desc, r.client_id`);
}

/** The days beyond the usual interval that an employee's own clause allows; null where none binds the duty. */
export async function graceOf(w: Work, employeeId: string): Promise<number | null> {
  const row = await w.db.first(sql<{ days: number }>`select (n.settings ->> 'days')::int as days
    from mandates.duty_norms(array['orders.lapsing'], ${w.today.toString()}::date, ${employeeId}::uuid) n`);
  return row?.days ?? null;
}

/** Where the list of clients whose order is late by their own rhythm comes from; who is silent for two years is gone. */
export const lapsingSource: ListSource = {
  // Without a join: the planner cannot know how few are late, and would read every client for it.
  from: sql`orders.rhythms r`,
  id: sql`r.client_id`,
  keeper: sql`r.keeper_id`,
  where: (w) => sql`r.due_on < ${w.today.toString()}::date
    and r.last_on > ${w.today.subtract({ days: rhythmDays }).toString()}::date`,
  columns: {
    client: { value: sql`r.client_id`, label: sql`(select c.name from clients.v_clients c where c.id = r.client_id)` },
    dueOn: sql`r.due_on`,
    daysLate: sql`(app.today(r.company_id) - r.due_on)`,
    everyDays: sql`r.every_days`,
    lastOn: sql`r.last_on`,
    usual: sql`r.usual`,
    lastContactOn: sql`(select l.last_on from activities.v_last_contacts l where l.client_id = r.client_id)`,
    keeper: {
      value: sql`r.keeper_id`,
      label: sql`(select e.name from organization.employees e where e.id = r.keeper_id)`,
    },
  },
  href: (id) => `/clients/${id}?tab=orders`,
};
