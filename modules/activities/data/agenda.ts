import { type Query, sql } from '#platform/db/sql.ts';
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
export type AssignedItem = AgendaItem & {
  /** Null: outside the job description. */
  clause: { id: string; number: string; text: string; duties: string[] } | null;
};

/** What an employee has planned up to today and not done, of the kinds; in the order of days and hours, at most `most`. */
export function agendaItems(
  w: Work,
  employeeId: string,
  kinds: readonly ActivityKind[],
  most: number,
): Promise<AgendaItem[]> {
  const own = sql`a.clause_id is null and not a.outside_description and a.kind = any (${kinds}::text[])`;
  return w.db.all(waiting<AgendaItem>(w, employeeId, own, most));
}

/** What was assigned to an employee up to today and is not done, of any kind; in the same order. */
export function assignedItems(w: Work, employeeId: string, most: number): Promise<AssignedItem[]> {
  return w.db.all(waiting<AssignedItem>(w, employeeId, sql`(a.clause_id is not null or a.outside_description)`, most));
}

function waiting<Item>(w: Work, employeeId: string, which: Query<unknown>, most: number): Query<Item> {
  const today = w.today.toString();
  return sql<Item>`select p.id, p.kind, p.client_id as "clientId", c.name as client, p.purpose, p.planned_on as "plannedOn",
      to_char(p.planned_at at time zone ${w.company.timeZone}, 'HH24:MI') as "plannedTime", p.late, p.others,
      mandates.quoted_clause(p.clause_id) as clause
    from (select a.id, a.kind, a.client_id, a.purpose, a.planned_on, a.planned_at, a.clause_id,
        count(*) filter (where a.planned_on < ${today}::date) over () as late,
        count(*) filter (where a.planned_on = ${today}::date) over () as others
      from activities.activities a
      where a.company_id = ${w.actor.companyId} and a.owed_by = ${employeeId} and a.state = 'planned'
        and a.planned_on <= ${today}::date and ${which}
      order by a.planned_on, a.planned_at nulls last, a.id limit ${most}) p
    join clients.v_clients c on c.id = p.client_id order by p.planned_on, p.planned_at nulls last, p.id`;
}
