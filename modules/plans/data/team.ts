import { wordsOf } from '#modules/mandates/contract.ts';
import { overdueByKeeper } from '#modules/settlements/contract.ts';
import { sql } from '#platform/db/sql.ts';
import { sentence } from '#platform/sentence.ts';
import { mayI, type Work } from '#platform/work.ts';
import { gatheredAt, lateCounts, lateWorkOf } from './late-work.ts';

/** What stands against an employee now: counts, and overdue money in minor units. */
export type StandingFigure = 'late' | 'waiting' | 'overdue';
export type StandingRecord = {
  id: string;
  kind: string;
  label: string;
  client: string | null;
  on: string | null;
  amount: number | null;
  href: string;
};
/** A figure by employee, who has nothing being absent; null where it is not known. */
type Counted = ReadonlyMap<string, number> | null;

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

const sources = { waiting: waitingSource, overdue: overdueSource };

/** Whether the actor's mandate shows a figure at all; without the clause it is not known, rather than nothing. */
export function knows(w: Work, figure: StandingFigure): boolean {
  return mayI(w, figure === 'overdue' ? 'settlements.read' : 'plans.read').kind === 'allowed';
}

/** The figures of many employees, one query each. */
export async function standings(w: Work, employeeIds: readonly string[]): Promise<Record<StandingFigure, Counted>> {
  const [gathered, late, waiting, overdue] = await Promise.all([
    gatheredAt(w),
    lateCounts(w, employeeIds),
    waitingCounts(w, employeeIds),
    knows(w, 'overdue') ? overdueByKeeper(w, employeeIds) : null,
  ]);
  return { late: gathered === null ? null : late, waiting, overdue };
}

async function waitingCounts(w: Work, employeeIds: readonly string[]): Promise<Counted> {
  if (!knows(w, 'waiting')) return null;
  const rows = await w.db.all(sql<{ employee_id: string; value: number }>`select x.employee_id, count(*) as value
    from (${waitingSource(w)}) x where x.employee_id = any (${employeeIds}::uuid[]) group by x.employee_id`);
  return new Map(rows.map((row) => [row.employee_id, row.value]));
}

/** The records behind a figure of one employee: the greatest amount, or the oldest, first. */
export async function standingRecords(w: Work, employeeId: string, figure: StandingFigure): Promise<StandingRecord[]> {
  if (figure === 'late') return lateRecords(w, employeeId);
  return w.db.all(sql<StandingRecord>`select x.id, x.kind, x.label, c.name as client, x.on_day as "on", x.amount, x.href
    from (${sources[figure](w)}) x left join clients.v_clients c on c.id = x.client_id
    where x.employee_id = ${employeeId} order by x.amount desc nulls last, x.on_day, x.id limit 200`);
}

/** Late work in the reader's words, each line with the clause that asks for it. */
async function lateRecords(w: Work, employeeId: string): Promise<StandingRecord[]> {
  const rows = await lateWorkOf(w, employeeId);
  return rows.map(({ id, kind, params, subject, clause, on, stake, href }) => ({
    id,
    kind: 'work',
    label: `${sentence(w.registry, w.actor.language, `work.${kind}`, wordsOf(w, params))} (${clause})`,
    client: subject,
    on,
    amount: stake > 0 ? stake : null,
    href,
  }));
}
