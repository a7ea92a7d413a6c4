import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { PassingCause, Standing } from '../rules/passing-on.ts';
import type { RequestRow } from './requests.ts';

/** Every open request, the longest waiting first. */
export async function openRequests(w: Work): Promise<string[]> {
  const rows = await w.db.all(sql<{ id: string }>`select id from mandates.requests
    where company_id = ${w.actor.companyId} and state = 'open' order by due_at, id`);
  return rows.map(({ id }) => id);
}

/**
 * Who might decide a request today. The authority of someone who is away counts as theirs while another than the asker
 * stands in for them, as where a request is asked.
 */
export async function standingOf(w: Work, of: RequestRow): Promise<Standing> {
  const today = w.today.toString();
  const reaches = sql`(${of.keeper?.id ?? null}::uuid is null or exists (select from app.reach x
    where x.employee_id = c.id and x.keeper_id = ${of.keeper?.id ?? null}::uuid and x.valid @> ${today}::date))`;
  const found = await w.db.one(sql<Pick<Standing, 'chain' | 'others' | 'caretakers'>>`
    with line as (
      select (s.above ->> 'employeeId')::uuid as id, s.above -> 'grants' as grants, s.distance
        from jsonb_array_elements(app.mandate_of(${w.actor.companyId}, ${of.askedBy.id}, ${today}::date) -> 'superiors')
          with ordinality s(above, distance)
    ), beyond as (
      select coalesce(g.on_behalf_of, g.employee_id) as id,
          jsonb_agg(jsonb_build_object('permit', g.permit, 'scope', g.scope, 'limits', g.limits)) as grants
        from app.grants g
       where g.company_id = ${w.actor.companyId} and g.permit = ${of.permit} and g.scope = 'all' and g.valid @> ${today}::date
         and g.employee_id <> ${of.askedBy.id} and coalesce(g.on_behalf_of, g.employee_id) <> ${of.askedBy.id}
       group by 1
    )
    select
      coalesce((select jsonb_agg(jsonb_build_object('employeeId', c.id, 'grants', c.grants, 'reaches', ${reaches}) order by c.distance)
        from line c), '[]') as chain,
      coalesce((select jsonb_agg(jsonb_build_object('employeeId', c.id, 'grants', c.grants, 'reaches', ${reaches})
          order by (select count(*) from organization.superiors_of(${w.actor.companyId}, c.id, ${today}::date)), c.id)
        from beyond c), '[]') as others,
      array(select l.id from line l where ${worksHere(today, sql.ref('l.id'))} order by l.distance desc limit 1)
        || array(select distinct g.employee_id from app.grants g where g.company_id = ${w.actor.companyId}
            and g.permit = 'organization.arrange' and g.scope = 'all' and g.valid @> ${today}::date
            and g.employee_id <> ${of.askedBy.id} order by 1) as caretakers`);
  return { ...found, permit: of.permit, figures: of.figures, askedOf: of.askedOf.id, dueAt: of.dueAt };
}

/** Is an employee neither dismissed nor without any of the positions once held? */
function worksHere(today: string, id: ReturnType<typeof sql.ref>) {
  return sql`exists (select from organization.employees e where e.id = ${id} and e.dismissed_at is null
    and (exists (select from organization.assignments a where a.employee_id = e.id and a.valid @> ${today}::date)
      or not exists (select from organization.assignments a where a.employee_id = e.id)))`;
}

/** Passes an open request on: whoever had it keeps it in the record of what was missed, if it was. */
export async function recordPassing(
  w: Work,
  of: RequestRow,
  on: { to: string; cause: PassingCause; dueAt: string },
): Promise<void> {
  const since = of.passings[0]?.at ?? of.askedAt;
  await w.db.run(sql`insert into mandates.request_passings
      (id, company_id, request_id, from_id, to_id, cause, asked_at, due_at, passed_at)
    values (${w.newId()}, ${w.actor.companyId}, ${of.id}, ${of.askedOf.id}, ${on.to}, ${on.cause}, ${since}, ${of.dueAt}, ${w.now.toString()})`);
  await w.db.run(
    sql`update mandates.requests set asked_of = ${on.to}, due_at = ${on.dueAt} where id = ${of.id} and state = 'open'`,
  );
}

/** Within how many hours an employee answers by their clauses in force today; null where none says. */
export async function answerHoursOf(w: Work, employeeId: string): Promise<number | null> {
  const { hours } = await w.db.one(
    sql<{ hours: number | null }>`select mandates.answer_hours_of(${employeeId}, ${w.today.toString()}::date) as hours`,
  );
  return hours;
}

export type OrphanedReview = {
  id: string;
  versionId: string;
  title: string;
  number: number;
  reviewer: { id: string; name: string };
  draftedBy: string | null;
  /** Who reviews instead; null where nobody is left to ask. */
  instead: { id: string; name: string } | null;
};

/**
 * Reviews asked of people who are dismissed or hold no position any more, each with who is asked instead and does not
 * review it yet: the nearest above who works here, else whoever approves, else whoever drafts.
 */
export function orphanedReviews(w: Work): Promise<OrphanedReview[]> {
  const today = w.today.toString();
  return w.db.all(sql<OrphanedReview>`select r.id, v.id as "versionId", j.title, v.number, v.drafted_by as "draftedBy",
      jsonb_build_object('id', e.id, 'name', e.name) as reviewer,
      (select jsonb_build_object('id', i.id, 'name', i.name) from (
          select s.superior_id as id, s.distance as turn from organization.superiors_of(r.company_id, r.reviewer_id, ${today}::date) s
          union all
          select g.employee_id, case g.permit when 'mandates.approve' then 100 else 101 end from app.grants g
           where g.company_id = r.company_id and g.permit in ('mandates.approve', 'mandates.draft') and g.scope = 'all'
             and g.valid @> ${today}::date
        ) c join organization.employees i on i.id = c.id
        where ${worksHere(today, sql.ref('c.id'))}
          and not exists (select from mandates.reviews x where x.version_id = v.id and x.reviewer_id = c.id)
        order by c.turn, i.id limit 1) as instead
    from mandates.reviews r
    join mandates.versions v on v.id = r.version_id and v.state = 'in-review'
    join mandates.job_descriptions j on j.id = v.job_description_id
    join organization.employees e on e.id = r.reviewer_id
    where r.company_id = ${w.actor.companyId} and r.verdict is null and not (${worksHere(today, sql.ref('r.reviewer_id'))})
    order by r.id for update of r`);
}

/** Asks another to review in the place of who was asked. */
export async function passReview(w: Work, id: string, to: string): Promise<void> {
  await w.db.run(
    sql`update mandates.reviews set passed_from = reviewer_id, reviewer_id = ${to} where id = ${id} and verdict is null`,
  );
}
