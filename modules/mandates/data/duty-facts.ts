import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import type { Holder } from '#platform/declare/right.ts';
import type { Work } from '#platform/work.ts';

export type AskedRequest = {
  id: string;
  permit: string;
  subjectLabel: string;
  askedBy: string;
  askedAt: string;
  decidedAt: string | null;
  stake: number;
};

const asked = sql`r.id, r.permit, r.subject_label as "subjectLabel", e.name as "askedBy", r.asked_at as "askedAt", r.decided_at as "decidedAt",
  coalesce((r.facts ->> 'total')::numeric, (r.figures ->> 'amount')::numeric, 0)::bigint as stake`;

/** What waits for an employee's answer, the longest waiting first. */
export function waitingFor(w: Work, employeeId: string): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${asked} from mandates.requests r join organization.employees e on e.id = r.asked_by
    where r.asked_of = ${employeeId} and r.state = 'open' order by r.asked_at limit 100`);
}

const answeredOrWaiting = sql`(r.state = 'open' or r.decided_at is not null)`;
const askedWithin = (
  w: Work,
  period: Period,
) => sql`r.asked_at >= ${period.from}::date::timestamp at time zone ${w.company.timeZone}
      and r.asked_at < ${period.to}::date::timestamp at time zone ${w.company.timeZone}`;

/** What was asked of an employee in a period and was answered or still waits; what was taken back does not count. */
export function askedIn(w: Work, employeeId: string, period: Period): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${asked} from mandates.requests r join organization.employees e on e.id = r.asked_by
    where r.asked_of = ${employeeId} and ${answeredOrWaiting} and ${askedWithin(w, period)}
    order by r.asked_at limit 500`);
}

/** What an employee, or whoever stood in, asked in a period and was answered or still waits. */
export function askedFor(w: Work, employeeId: string, period: Period): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${asked} from mandates.requests r join organization.employees e on e.id = r.asked_by
    where (r.asked_by = ${employeeId} and r.acting_for is null or r.acting_for = ${employeeId})
      and ${answeredOrWaiting} and ${askedWithin(w, period)}
    order by r.asked_at limit 500`);
}

export type UnansweredRequest = AskedRequest & { claimant: string; askedOf: string; dueAt: string };

/** Open requests within sight that wait longer than those who asked, or in whose place it was asked, may claim. */
export function unansweredFor(
  w: Work,
  holders: readonly Holder<{ withinHours: number }>[],
): Promise<UnansweredRequest[]> {
  const hours = holders.map(({ settings }) => settings.withinHours);
  return w.db.all(sql<UnansweredRequest>`select ${asked}, h.employee_id as claimant, r.asked_of as "askedOf",
      r.asked_at + h.hours * interval '1 hour' as "dueAt"
    from mandates.requests r join organization.employees e on e.id = r.asked_by
    join unnest(${holders.map(({ employeeId }) => employeeId)}::uuid[], ${hours}::int[]) h(employee_id, hours)
      on h.employee_id = coalesce(r.acting_for, r.asked_by)
    where r.company_id = ${w.actor.companyId} and r.state = 'open'
      and r.asked_at + h.hours * interval '1 hour' < ${w.now.toString()}::timestamptz
    order by r.asked_at limit 200`);
}

export type DescriptionState = {
  positionId: string;
  position: string;
  descriptionId: string | null;
  versionId: string | null;
  approvedOn: string | null;
  reviewDueOn: string | null;
};

/** How each position that somebody holds on a day is described on that day. */
export function describedOn(w: Work, day: string): Promise<DescriptionState[]> {
  return w.db.all(sql<DescriptionState>`select p.id as "positionId", p.title as position, j.id as "descriptionId", v.id as "versionId",
      v.approved_on as "approvedOn", v.review_due_on as "reviewDueOn"
    from organization.positions p
    left join mandates.job_descriptions j on j.position_id = p.id and j.employee_id is null
    left join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force @> ${day}::date
    where p.company_id = ${w.actor.companyId}
      and exists (select from organization.assignments a join organization.employees e on e.id = a.employee_id and e.dismissed_at is null
        where a.position_id = p.id and a.valid @> ${day}::date)
    order by p.title`);
}
