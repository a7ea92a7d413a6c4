import type { Language } from '#kernel/texts.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { VersionState } from '../rules/version-lifecycle.ts';

export type Named = { id: string; name: string };
export type VersionRow = {
  id: string;
  descriptionId: string;
  title: string;
  positionId: string;
  position: string;
  department: string;
  number: number;
  language: Language;
  state: VersionState;
  draftedBy: Named | null;
  submittedAt: string | null;
  textHash: string | null;
  approvalKind: 'order' | 'stamp' | null;
  approvalNumber: string | null;
  approvedOn: string | null;
  approvedBy: Named | null;
  approverPosition: string | null;
  inForce: { from: string | null; to: string | null } | null;
  reviewDueOn: string | null;
  revision: number;
};

const columns = sql`v.id, j.id as "descriptionId", j.title, p.id as "positionId", p.title as position, d.name as department, v.number, v.language, v.state,
  (select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = v.drafted_by) as "draftedBy",
  v.submitted_at as "submittedAt", v.text_hash as "textHash", v.approval_kind as "approvalKind", v.approval_number as "approvalNumber",
  v.approved_on as "approvedOn",
  (select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = v.approved_by) as "approvedBy",
  (select string_agg(ap.title, ', ') from organization.assignments a join organization.positions ap on ap.id = a.position_id
    where a.employee_id = v.approved_by and a.valid @> v.approved_on) as "approverPosition",
  case when v.in_force is not null and not isempty(v.in_force)
    then jsonb_build_object('from', lower(v.in_force), 'to', upper(v.in_force)) end as "inForce",
  v.review_due_on as "reviewDueOn", v.revision`;
const joined = sql`mandates.versions v join mandates.job_descriptions j on j.id = v.job_description_id
  join organization.positions p on p.id = j.position_id join organization.departments d on d.id = p.department_id`;

/** One version, or undefined where the actor sees none. */
export function version(w: Work, id: string): Promise<VersionRow | undefined> {
  return w.db.first(sql<VersionRow>`select ${columns} from ${joined} where v.id = ${id}`);
}

/** The version, held until the end of the transaction: nobody else moves it, and edits of its clauses are done. */
export async function versionHeld(w: Work, id: string): Promise<VersionRow | undefined> {
  await w.db.run(sql`select from mandates.versions where id = ${id} for update`);
  return version(w, id);
}

/** All versions of a description, newest first. */
export function versionsOf(w: Work, descriptionId: string): Promise<VersionRow[]> {
  return w.db.all(
    sql<VersionRow>`select ${columns} from ${joined} where j.id = ${descriptionId} order by v.number desc`,
  );
}

/** Adds a draft as the next version of a description. */
export async function insertVersion(
  w: Work,
  descriptionId: string,
  language: string,
): Promise<{ id: string; revision: number }> {
  return w.db.one(sql<{ id: string; revision: number }>`insert into mandates.versions
      (id, company_id, job_description_id, number, language, drafted_by, drafted_at)
    select ${w.newId()}::uuid, ${w.actor.companyId}::uuid, ${descriptionId}::uuid, coalesce(max(number), 0) + 1, ${language}, ${w.actor.employeeId}::uuid, ${w.now.toString()}::timestamptz
      from mandates.versions where job_description_id = ${descriptionId}::uuid
    returning id, revision`);
}

/** Moves a version from its state to another; undefined when somebody was quicker. */
export function moveVersion(
  w: Work,
  id: string,
  from: VersionState,
  to: VersionState,
): Promise<{ id: string; revision: number } | undefined> {
  return w.db.first(sql<{ id: string; revision: number }>`update mandates.versions set state = ${to},
      submitted_at = case when ${to} = 'in-review' then ${w.now.toString()}::timestamptz else submitted_at end,
      text_hash = case when ${to} = 'in-review' then mandates.hash_of(id) when ${to} = 'draft' then null else text_hash end
    where id = ${id} and state = ${from} returning id, revision`);
}

/** The hash of what the version says now. */
export async function hashNow(w: Work, id: string): Promise<string> {
  const { hash } = await w.db.one(sql<{ hash: string }>`select mandates.hash_of(${id}::uuid) as hash`);
  return hash;
}
