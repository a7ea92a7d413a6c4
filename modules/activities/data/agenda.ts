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
};

/** What an employee has planned up to today and not done, of the kinds; in the order of days and hours. */
export function agendaItems(w: Work, employeeId: string, kinds: readonly ActivityKind[]): Promise<AgendaItem[]> {
  return w.db.all(sql<AgendaItem>`select a.id, a.kind, a.client_id as "clientId", c.name as client, a.purpose, a.planned_on as "plannedOn",
      to_char(a.planned_at at time zone ${w.company.timeZone}, 'HH24:MI') as "plannedTime"
    from activities.activities a join clients.v_clients c on c.id = a.client_id
    where a.company_id = ${w.actor.companyId} and a.owed_by = ${employeeId} and a.state = 'planned'
      and a.planned_on <= ${w.today.toString()}::date and a.kind = any (${kinds}::text[])
    order by a.planned_on, a.planned_at nulls last, a.id limit 100`);
}
