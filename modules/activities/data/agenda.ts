import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ActivityKind } from './activities.ts';

export type AgendaItem = {
  id: string;
  kind: ActivityKind;
  clientId: string;
  client: string;
  purpose: string;
  plannedOn: string;
  plannedTime: string | null;
  /** How many there are up to yesterday, and for today. */
  late: number;
  others: number;
};

/** What an employee has planned up to today and not done, of the kinds; in the order of days and hours, at most `most`. */
export function agendaItems(
  w: Work,
  employeeId: string,
  kinds: readonly ActivityKind[],
  most: number,
): Promise<AgendaItem[]> {
  const today = w.today.toString();
  return w.db.all(sql<AgendaItem>`select p.id, p.kind, p.client_id as "clientId", c.name as client, p.purpose, p.planned_on as "plannedOn",
      to_char(p.planned_at at time zone ${w.company.timeZone}, 'HH24:MI') as "plannedTime", p.late, p.others
    from (select a.id, a.kind, a.client_id, a.purpose, a.planned_on, a.planned_at,
        count(*) filter (where a.planned_on < ${today}::date) over () as late,
        count(*) filter (where a.planned_on = ${today}::date) over () as others
      from activities.activities a
      where a.company_id = ${w.actor.companyId} and a.owed_by = ${employeeId} and a.state = 'planned'
        and a.planned_on <= ${today}::date and a.kind = any (${kinds}::text[])
      order by a.planned_on, a.planned_at nulls last, a.id limit ${most}) p
    join clients.v_clients c on c.id = p.client_id order by p.planned_on, p.planned_at nulls last, p.id`);
}
