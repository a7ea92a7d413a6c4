import { sql } from '#platform/db/sql.ts';
import { mayI, type Work } from '#platform/work.ts';

/** What stands against an employee now: counts, and overdue money in minor units. */
export type Standing = { late: number; waiting: number; overdue: number };
export type StandingFigure = keyof Standing;
export type StandingRecord = {
  id: string;
  kind: string;
  label: string;
  client: string | null;
  on: string | null;
  amount: number | null;
  href: string;
};

/** Planned visits and calls whose day has passed, and requests that the employee let wait beyond their term. */
const lateSource = (w: Work) => sql`
  select a.employee_id, a.id, 'activity' as kind, a.kind as label, a.client_id, a.planned_on as on_day, null::bigint as amount,
    '/clients/' || a.client_id as href
  from activities.v_planned a where a.company_id = ${w.actor.companyId} and a.planned_on < ${w.today.toString()}::date
  union all
  select r.asked_of, r.id, 'request', r.subject_label, null::uuid, (r.due_at at time zone ${w.company.timeZone})::date, null, '/requests/' || r.id
  from mandates.requests r where r.company_id = ${w.actor.companyId} and r.state = 'open' and r.due_at < ${w.now.toString()}`;

/** Requests that the employee made and that wait for a superior's decision. */
const waitingSource = (w: Work) => sql`
  select r.asked_by as employee_id, r.id, 'request' as kind, r.subject_label as label, null::uuid as client_id,
    (r.asked_at at time zone ${w.company.timeZone})::date as on_day, null::bigint as amount, '/requests/' || r.id as href
  from mandates.requests r where r.company_id = ${w.actor.companyId} and r.state = 'open'`;

/** Open invoices past their day, of the clients that the employee keeps. */
const overdueSource = (w: Work) => sql`
  select i.keeper_id as employee_id, i.id, 'invoice' as kind, i.number as label, i.client_id, i.due_on as on_day, i.open_amount as amount,
    '/clients/' || i.client_id || '?tab=money' as href
  from settlements.invoices i
  where i.company_id = ${w.actor.companyId} and i.allocated < i.amount and i.due_on < ${w.today.toString()}::date`;

const sources = { late: lateSource, waiting: waitingSource, overdue: overdueSource };

/** Which permit shows a figure; without it the figure is not known, rather than nothing. */
const permits: Readonly<Record<StandingFigure, string>> = {
  late: 'plans.read',
  waiting: 'plans.read',
  overdue: 'settlements.read',
};

/** Whether the actor may know a figure of others at all. */
export function knows(w: Work, figure: StandingFigure): boolean {
  return mayI(w, permits[figure]).kind === 'allowed';
}

/** The figures of many employees, one query each; who has nothing is absent. Unknown figures are empty maps. */
export async function standings(
  w: Work,
  employeeIds: readonly string[],
): Promise<Record<StandingFigure, ReadonlyMap<string, number>>> {
  const count = async (figure: StandingFigure) => {
    if (!knows(w, figure)) return new Map<string, number>();
    const value = figure === 'overdue' ? sql`sum(x.amount)::bigint` : sql`count(*)`;
    const rows = await w.db.all(sql<{ employee_id: string; value: number }>`select x.employee_id, ${value} as value
      from (${sources[figure](w)}) x where x.employee_id = any (${employeeIds}::uuid[]) group by x.employee_id`);
    return new Map(rows.map((row) => [row.employee_id, row.value]));
  };
  const [late, waiting, overdue] = await Promise.all([count('late'), count('waiting'), count('overdue')]);
  return { late, waiting, overdue };
}

/** The records behind a figure of one employee: the greatest amount, or the oldest, first. */
export function standingRecords(w: Work, employeeId: string, figure: StandingFigure): Promise<StandingRecord[]> {
  return w.db.all(sql<StandingRecord>`select x.id, x.kind, x.label, c.name as client, x.on_day as "on", x.amount, x.href
    from (${sources[figure](w)}) x left join clients.v_clients c on c.id = x.client_id
    where x.employee_id = ${employeeId} order by x.amount desc nulls last, x.on_day, x.id limit 200`);
}
