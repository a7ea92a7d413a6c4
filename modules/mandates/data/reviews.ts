import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Named } from './versions.ts';

export type ReviewRow = {
  reviewer: Named;
  /** Who was asked before, and can no longer review. */
  passedFrom: Named | null;
  verdict: 'accepted' | 'remarks' | null;
  decidedAt: string | null;
};
export type RemarkRow = {
  id: string;
  clauseIdentity: string | null;
  author: Named;
  text: string;
  madeAt: string;
  resolvedAt: string | null;
  resolvedBy: Named | null;
  resolution: string | null;
};

/** Who was asked to review a version, and what they said. */
export function reviewsOf(w: Work, versionId: string): Promise<ReviewRow[]> {
  return w.db.all(sql<ReviewRow>`select jsonb_build_object('id', e.id, 'name', e.name) as reviewer,
      case when f.id is not null then jsonb_build_object('id', f.id, 'name', f.name) end as "passedFrom", r.verdict, r.decided_at as "decidedAt"
    from mandates.reviews r join organization.employees e on e.id = r.reviewer_id
    left join organization.employees f on f.id = r.passed_from where r.version_id = ${versionId} order by e.name`);
}

/** Remarks on a version, oldest first. */
export function remarksOn(w: Work, versionId: string): Promise<RemarkRow[]> {
  return w.db.all(sql<RemarkRow>`select m.id, m.clause_identity as "clauseIdentity", jsonb_build_object('id', a.id, 'name', a.name) as author,
      m.text, m.made_at as "madeAt", m.resolved_at as "resolvedAt",
      case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.name) end as "resolvedBy", m.resolution
    from mandates.remarks m join organization.employees a on a.id = m.author_id
    left join organization.employees s on s.id = m.resolved_by where m.version_id = ${versionId} order by m.made_at, m.id`);
}

/** Asks exactly these people to review; what they said of an earlier text no longer counts. */
export async function askReviewers(w: Work, versionId: string, reviewerIds: readonly string[]): Promise<void> {
  await w.db.run(
    sql`delete from mandates.reviews where version_id = ${versionId} and reviewer_id <> all (${reviewerIds}::uuid[])`,
  );
  await w.db.run(sql`insert into mandates.reviews (company_id, version_id, reviewer_id)
    select ${w.actor.companyId}::uuid, ${versionId}::uuid, r from unnest(${reviewerIds}::uuid[]) r
    on conflict (version_id, reviewer_id) do update set verdict = null, decided_at = null, passed_from = null`);
}

/** Keeps what a reviewer said; false when they were not asked or have said it already. */
export async function recordVerdict(
  w: Work,
  versionId: string,
  reviewerId: string,
  verdict: 'accepted' | 'remarks',
): Promise<boolean> {
  const touched = await w.db.run(sql`update mandates.reviews set verdict = ${verdict}, decided_at = ${w.now.toString()}
    where version_id = ${versionId} and reviewer_id = ${reviewerId} and verdict is null`);
  return touched > 0;
}

/** Keeps a remark. */
export async function insertRemark(
  w: Work,
  versionId: string,
  row: { clauseIdentity: string | null; text: string; authorId: string },
): Promise<void> {
  await w.db.run(sql`insert into mandates.remarks (id, company_id, version_id, clause_identity, author_id, text, made_at)
    values (${w.newId()}, ${w.actor.companyId}, ${versionId}, ${row.clauseIdentity}, ${row.authorId}, ${row.text}, ${w.now.toString()})`);
}

/** Answers a remark once; the number of rows touched. */
export function resolveRemark(w: Work, id: string, by: string, resolution: string): Promise<number> {
  return w.db.run(sql`update mandates.remarks set resolved_at = ${w.now.toString()}, resolved_by = ${by}, resolution = ${resolution}
    where id = ${id} and resolved_at is null`);
}

/** Is there such a remark within reach? */
export async function remarkExists(w: Work, id: string): Promise<boolean> {
  return (await w.db.first(sql`select 1 from mandates.remarks where id = ${id}`)) !== undefined;
}

/** Heads of those who hold the position today: they review what their people are to do. */
export async function headsOfHolders(w: Work, positionId: string): Promise<string[]> {
  const rows = await w.db.all(sql<{ id: string }>`select distinct r.superior_id as id
    from organization.assignments a
    join organization.reporting_lines r on r.employee_id = a.employee_id and r.valid @> ${w.today.toString()}::date
    join organization.employees s on s.id = r.superior_id and s.dismissed_at is null
   where a.position_id = ${positionId} and a.valid @> ${w.today.toString()}::date`);
  return rows.map(({ id }) => id);
}
