import { sql } from '#platform/db/sql.ts';
import type { Holder } from '#platform/declare/right.ts';
import type { Work } from '#platform/work.ts';
import type { BindingRow } from './clauses.ts';
import type { Named } from './versions.ts';

export type ClauseInForce = {
  id: string;
  number: string;
  section: number;
  ordinal: number;
  text: string;
  area: string;
  cadence: string;
  bindings: BindingRow[];
  versionId: string;
  /** The days, within those asked for, on which it binds: its version in force and the position held. */
  from: string;
  to: string;
};

/**
 * The clauses that bind an employee on any day of a period by the positions held, each with the days on which it does.
 * A clause in force under two versions in a row stands once for each.
 */
export function clausesInForce(w: Work, employeeId: string, from: string, to: string): Promise<ClauseInForce[]> {
  return w.db.all(sql<ClauseInForce>`
    select c.id, c.number, c.section, c.ordinal, c.text, c.area, c.cadence, v.id as "versionId",
      lower(span.days)::text as "from", upper(span.days)::text as "to",
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'key', b.key, 'settings', b.settings, 'grants', b.grants,
        'revision', b.revision) order by b.id) from mandates.bindings b where b.clause_id = c.id), '[]') as bindings
    from organization.assignments a
    join mandates.job_descriptions j on j.position_id = a.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
    join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked')
    cross join lateral (select a.valid * v.in_force * daterange(${from}::date, ${to}::date) as days) span
    join mandates.clauses c on c.version_id = v.id
    where a.employee_id = ${employeeId} and not isempty(span.days)
    order by j.title, v.number, c.section, c.ordinal`);
}

export type Bound = Holder<Record<string, unknown>> & { number: string; text: string };

/** Everyone in the company who is bound today by that kind of duty or right; of several clauses the first counts. */
export function boundToday(w: Work, kind: 'duty' | 'right', key: string): Promise<Bound[]> {
  return w.db.all(sql<Bound>`select employee_id as "employeeId", name, clause_id as "clauseId", number, text, settings
    from mandates.bound_on(${kind}, ${key}, ${w.today.toString()}::date)`);
}

/** Those whose nearest superior today is one of these people, each with that superior. */
export async function directlyBelow(w: Work, people: readonly string[]): Promise<Map<string, string>> {
  const rows = await w.db.all(sql<{ employeeId: string; superiorId: string }>`
    select employee_id as "employeeId", superior_id as "superiorId" from organization.reporting_lines
    where company_id = ${w.actor.companyId} and superior_id = any (${people}::uuid[]) and valid @> ${w.today.toString()}::date`);
  return new Map(rows.map(({ employeeId, superiorId }) => [employeeId, superiorId]));
}

/** The clause that binds an employee on a day where the given one was meant; null: none does. */
export async function clauseOn(w: Work, clauseId: string, employeeId: string, day: string): Promise<string | null> {
  const { id } = await w.db.one(
    sql<{ id: string | null }>`select mandates.clause_on(${clauseId}, ${employeeId}, ${day}::date) as id`,
  );
  return id;
}

export type HeldVersion = {
  descriptionTitle: string;
  position: string;
  versionId: string;
  number: number;
  from: string | null;
  to: string | null;
  approvedOn: string | null;
  approvedBy: Named | null;
  approvalKind: string | null;
  approvalNumber: string | null;
  reviewDueOn: string | null;
  /** When the employee signed it; null: not yet. */
  signedAt: string | null;
};

/** The versions in force for an employee on a day, by the positions held. */
export function versionsInForce(w: Work, employeeId: string, on: string): Promise<HeldVersion[]> {
  return w.db.all(sql<HeldVersion>`select j.title as "descriptionTitle", p.title as position, v.id as "versionId", v.number,
      lower(v.in_force)::text as "from", upper(v.in_force)::text as "to", v.approved_on as "approvedOn",
      (select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = v.approved_by) as "approvedBy",
      v.approval_kind as "approvalKind", v.approval_number as "approvalNumber", v.review_due_on as "reviewDueOn",
      (select k.signed_at from mandates.acknowledgements k where k.version_id = v.id and k.employee_id = a.employee_id) as "signedAt"
    from organization.assignments a join organization.positions p on p.id = a.position_id
    join mandates.job_descriptions j on j.position_id = p.id and (j.employee_id is null or j.employee_id = a.employee_id)
    join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force @> ${on}::date
    where a.employee_id = ${employeeId} and a.valid @> ${on}::date order by p.title`);
}

/** Whom an employee stands in for on a day. */
export function standsInFor(w: Work, employeeId: string, on: string): Promise<Named[]> {
  return w.db.all(sql<Named>`select e.id, e.name from organization.substitutions s join organization.employees e on e.id = s.absent_id
    where s.substitute_id = ${employeeId} and s.revoked_at is null and s.valid @> ${on}::date order by e.name`);
}

/** Until when (inclusive) the employee is away with somebody in their place; null when they are here. */
export async function replacedUntil(w: Work, employeeId: string, on: string): Promise<string | null> {
  const row = await w.db.first(sql<{
    until: string;
  }>`select (upper(s.valid) - 1)::text as until from organization.substitutions s
    where s.absent_id = ${employeeId} and s.revoked_at is null and s.valid @> ${on}::date`);
  return row?.until ?? null;
}

export type GrantAt = {
  employee: Named;
  permit: string;
  scope: 'own' | 'all';
  limits: Record<string, number>;
  clauseId: string | null;
  clauseNumber: string | null;
  position: string | null;
  onBehalfOf: Named | null;
  from: string | null;
  to: string | null;
};

/** The authorities in force on a day, of one employee or of all within sight, for one permit or all. */
export function grantsAt(
  w: Work,
  on: string,
  of: { employee?: string | undefined; permit?: string | undefined },
): Promise<GrantAt[]> {
  return w.db.all(sql<GrantAt>`select jsonb_build_object('id', e.id, 'name', e.name) as employee, g.permit, g.scope, g.limits,
      g.clause_id as "clauseId", g.clause_number as "clauseNumber", p.title as position,
      case when b.id is not null then jsonb_build_object('id', b.id, 'name', b.name) end as "onBehalfOf",
      lower(g.valid)::text as "from", upper(g.valid)::text as "to"
    from app.grants g join organization.employees e on e.id = g.employee_id
    left join organization.positions p on p.id = g.position_id
    left join organization.employees b on b.id = g.on_behalf_of
    where g.company_id = ${w.actor.companyId} and g.valid @> ${on}::date
      and (${of.employee ?? null}::uuid is null or g.employee_id = ${of.employee ?? null}::uuid)
      and (${of.permit ?? null}::text is null or g.permit = ${of.permit ?? null})
    order by g.permit, e.name, g.clause_number limit 2000`);
}
