import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
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

const about = sql`r.id, r.permit, r.subject_label as "subjectLabel", e.name as "askedBy",
  coalesce((r.facts ->> 'total')::numeric, (r.figures ->> 'amount')::numeric, 0)::bigint as stake`;

/** What waits for an employee's answer, also what was passed on because they had not given it; the longest waiting first. */
export function waitingFor(w: Work, employeeId: string): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${about}, t.asked_at as "askedAt", null as "decidedAt"
    from (${turnsOf(employeeId)}) t join mandates.requests r on r.id = t.request_id and r.state = 'open'
    join organization.employees e on e.id = r.asked_by
    order by t.asked_at limit 100`);
}

/**
 * What was asked of an employee in a period and was answered or still waits; what was taken back does not count. What was
 * passed on unanswered counts as answered only by themselves, or in their place.
 */
export function askedIn(w: Work, employeeId: string, period: Period): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${about}, t.asked_at as "askedAt",
      case when not t.passed or ${employeeId}::uuid in (r.decided_by, r.decided_for) then r.decided_at end as "decidedAt"
    from (${turnsOf(employeeId)}) t join mandates.requests r on r.id = t.request_id
    join organization.employees e on e.id = r.asked_by
    where (t.passed or r.state = 'open' or r.decided_at is not null)
      and t.asked_at >= ${period.from}::date::timestamp at time zone ${w.company.timeZone}
      and t.asked_at < ${period.to}::date::timestamp at time zone ${w.company.timeZone}
    order by t.asked_at limit 500`);
}

/** Each time that a request stood with an employee: since when, and whether it was passed on unanswered. */
function turnsOf(employeeId: string) {
  return sql`select r.id as request_id, false as passed,
      coalesce((select max(p.passed_at) from mandates.request_passings p where p.request_id = r.id), r.asked_at) as asked_at
    from mandates.requests r where r.asked_of = ${employeeId}
    union all
    select p.request_id, true, min(p.asked_at) from mandates.request_passings p
     where p.from_id = ${employeeId} and p.cause = 'unanswered'
       and not exists (select from mandates.requests r where r.id = p.request_id and r.asked_of = ${employeeId})
     group by p.request_id`;
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
