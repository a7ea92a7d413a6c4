import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type DescriptionLine = {
  id: string | null;
  title: string;
  positionId: string;
  position: string;
  department: string;
  template: string | null;
  holders: { id: string; name: string }[];
  inForce: { versionId: string; number: number; from: string | null; reviewDueOn: string | null } | null;
  underWay: { versionId: string; number: number; state: string } | null;
  unsigned: number;
};

/**
 * Positions with their descriptions, as far as the actor sees them; positions without one only when `withoutToo`.
 */
export function descriptions(w: Work, q: string | undefined, withoutToo: boolean): Promise<DescriptionLine[]> {
  const today = w.today.toString();
  return w.db.all(sql<DescriptionLine>`
    select j.id, coalesce(j.title, p.title) as title, p.id as "positionId", p.title as position, d.name as department, p.template,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) order by e.name) from organization.assignments a
        join organization.employees e on e.id = a.employee_id and e.dismissed_at is null
        where a.position_id = p.id and a.valid @> ${today}::date and (j.employee_id is null or j.employee_id = e.id)), '[]') as holders,
      (select jsonb_build_object('versionId', v.id, 'number', v.number, 'from', lower(v.in_force), 'reviewDueOn', v.review_due_on)
        from mandates.versions v where v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force @> ${today}::date) as "inForce",
      (select jsonb_build_object('versionId', v.id, 'number', v.number, 'state', v.state) from mandates.versions v
        where v.job_description_id = j.id and v.state in ('draft', 'in-review', 'reviewed')) as "underWay",
      (select count(*)::int from mandates.acknowledgements k join mandates.versions v on v.id = k.version_id
        where v.job_description_id = j.id and k.signed_at is null and v.state = 'approved'
          and v.in_force && daterange(${today}::date, null)) as unsigned
    from organization.positions p
    join organization.departments d on d.id = p.department_id
    left join mandates.job_descriptions j on j.position_id = p.id
    where p.company_id = ${w.actor.companyId} and (${withoutToo} or j.id is not null)
      and (${q ?? null}::text is null or p.title ilike '%' || ${q ?? ''} || '%' or j.title ilike '%' || ${q ?? ''} || '%'
        or exists (select from unnest(p.synonyms) s where s ilike '%' || ${q ?? ''} || '%'))
    order by d.name, p.title limit 1000`);
}

export type DescriptionRow = {
  id: string;
  title: string;
  form: string;
  template: string | null;
  positionId: string;
  position: string;
  department: string;
  revision: number;
};

/** One description, or undefined. */
export function description(w: Work, id: string): Promise<DescriptionRow | undefined> {
  return w.db.first(sql<DescriptionRow>`select j.id, j.title, j.form, j.template, p.id as "positionId", p.title as position,
      d.name as department, j.revision
    from mandates.job_descriptions j join organization.positions p on p.id = j.position_id
    join organization.departments d on d.id = p.department_id where j.id = ${id}`);
}

export type PositionFacts = { id: string; title: string; template: string | null };

/** A position to be described, or undefined. */
export function positionToDescribe(w: Work, id: string): Promise<PositionFacts | undefined> {
  return w.db.first(sql<PositionFacts>`select id, title, template from organization.positions where id = ${id}`);
}

/** Adds a description. */
export async function insertDescription(
  w: Work,
  row: { positionId: string; title: string; template: string | null },
): Promise<string> {
  const id = w.newId();
  await w.db.run(sql`insert into mandates.job_descriptions (id, company_id, position_id, title, template, created_by, created_at)
    values (${id}, ${w.actor.companyId}, ${row.positionId}, ${row.title}, ${row.template}, ${w.actor.employeeId}, ${w.now.toString()})`);
  return id;
}

/** One at a time decides about the versions of a description. */
export async function lockDescription(w: Work, id: string): Promise<void> {
  await w.db.run(sql`select pg_advisory_xact_lock(hashtextextended('mandates.description:' || ${id}::text, 0))`);
}
