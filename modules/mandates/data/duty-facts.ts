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

const about = sql`r.id, r.permit, r.subject_label as "subjectLabel", e.name as "askedBy",
  coalesce((r.facts ->> 'total')::numeric, (r.figures ->> 'amount')::numeric, 0)::bigint as stake`;

/** What waits for an employee's answer, also what was passed on because they had not given it; the longest waiting first. */
export function waitingFor(w: Work, employeeId: string): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${about}, t.asked_at as "askedAt", null as "decidedAt"
    from (${turnsOf(employeeId)}) t join mandates.requests r on r.id = t.request_id and r.state = 'open'
    join organization.employees e on e.id = r.asked_by
    order by t.asked_at limit 100`);
}

const askedWithin = (w: Work, period: Period, at: ReturnType<typeof sql.ref>) =>
  sql`${at} >= ${period.from}::date::timestamp at time zone ${w.company.timeZone}
      and ${at} < ${period.to}::date::timestamp at time zone ${w.company.timeZone}`;

/**
 * What was asked of an employee in a period and was answered or still waits; what was taken back does not count. What was
 * passed on unanswered counts as answered only by themselves, or in their place; not at all where another answered it, or it
 * was taken back, before their own hours were over.
 */
export function askedIn(w: Work, employeeId: string, hours: number, period: Period): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${about}, t.asked_at as "askedAt", case when not t.passed or own.answered then r.decided_at end as "decidedAt"
    from (${turnsOf(employeeId)}) t join mandates.requests r on r.id = t.request_id
    join organization.employees e on e.id = r.asked_by
    cross join lateral (select coalesce(${employeeId}::uuid in (r.decided_by, r.decided_for), false) as answered) own
    where (r.state = 'open' or case when t.passed
        then own.answered or greatest(r.decided_at, t.passed_at) > t.asked_at + ${hours} * interval '1 hour'
        else r.decided_at is not null end)
      and ${askedWithin(w, period, sql.ref('t.asked_at'))}
    order by t.asked_at limit 500`);
}

/** Each time that a request stood with an employee: since when, and whether and when it was passed on unanswered. */
function turnsOf(employeeId: string) {
  return sql`select r.id as request_id, false as passed, null::timestamptz as passed_at,
      coalesce((select max(p.passed_at) from mandates.request_passings p where p.request_id = r.id), r.asked_at) as asked_at
    from mandates.requests r where r.asked_of = ${employeeId}
    union all
    select p.request_id, true, min(p.passed_at), min(p.asked_at) from mandates.request_passings p
     where p.from_id = ${employeeId} and p.cause = 'unanswered'
       and not exists (select from mandates.requests r where r.id = p.request_id and r.asked_of = ${employeeId})
     group by p.request_id`;
}

/** What an employee, or whoever stood in, asked in a period and was answered or still waits. */
export function askedFor(w: Work, employeeId: string, period: Period): Promise<AskedRequest[]> {
  return w.db.all(sql<AskedRequest>`select ${about}, r.asked_at as "askedAt", r.decided_at as "decidedAt"
    from mandates.requests r join organization.employees e on e.id = r.asked_by
    where (r.asked_by = ${employeeId} and r.acting_for is null or r.acting_for = ${employeeId})
      and (r.state = 'open' or r.decided_at is not null) and ${askedWithin(w, period, sql.ref('r.asked_at'))}
    order by r.asked_at limit 500`);
}

export type UnansweredRequest = AskedRequest & {
  claimant: string;
  /** Whoever is asked now, and who had it before and may still answer. */
  owedBy: string[];
  dueAt: string;
};

/** Open requests within sight that wait longer than those who asked, or in whose place it was asked, may claim. */
export function unansweredFor(
  w: Work,
  holders: readonly Holder<{ withinHours: number }>[],
): Promise<UnansweredRequest[]> {
  const hours = holders.map(({ settings }) => settings.withinHours);
  return w.db.all(sql<UnansweredRequest>`select ${about}, r.asked_at as "askedAt", null as "decidedAt", h.employee_id as claimant,
      array(select r.asked_of union select p.from_id from mandates.request_passings p
        where p.request_id = r.id and p.cause = 'unanswered') as "owedBy",
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
