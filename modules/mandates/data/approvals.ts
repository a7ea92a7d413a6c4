import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { ApprovalWish } from '../rules/approval.ts';

/** Is there a version of the description that a new one would replace? */
export async function replacesAny(w: Work, descriptionId: string): Promise<boolean> {
  const { found } = await w.db.one(sql<{ found: boolean }>`select exists (select from mandates.versions
    where job_description_id = ${descriptionId} and state in ('approved', 'revoked') and not isempty(in_force)) as found`);
  return found;
}

/** Ends every approved version of the description on the day before the new one begins. */
export async function cutFormer(w: Work, descriptionId: string, effectiveOn: string): Promise<void> {
  await w.db.run(sql`update mandates.versions set in_force = in_force * daterange(null, ${effectiveOn}::date)
    where job_description_id = ${descriptionId} and state = 'approved' and in_force && daterange(${effectiveOn}::date, null)`);
}

/** Puts a reviewed version in force; undefined when somebody was quicker. */
export function putInForce(
  w: Work,
  id: string,
  wish: ApprovalWish,
): Promise<{ id: string; revision: number } | undefined> {
  return w.db.first(sql<{ id: string; revision: number }>`update mandates.versions set state = 'approved',
      approval_kind = ${wish.kind}, approval_number = ${wish.number}, approved_on = ${wish.approvedOn}, approved_by = ${w.actor.employeeId},
      in_force = daterange(${wish.effectiveOn}::date, null), review_due_on = ${wish.reviewDueOn}
    where id = ${id} and state = 'reviewed' returning id, revision`);
}

/** Ends an approved version on a day without a successor. */
export function endVersion(w: Work, id: string, on: string): Promise<{ id: string; revision: number } | undefined> {
  return w.db.first(sql<{ id: string; revision: number }>`update mandates.versions set state = 'revoked',
      in_force = in_force * daterange(null, ${on}::date) where id = ${id} and state = 'approved' returning id, revision`);
}

/** Sends a version to all who hold its position from its first day on; gives them. */
export async function sendToHolders(w: Work, versionId: string): Promise<string[]> {
  const sent = await w.db.all(sql<{
    id: string;
  }>`insert into mandates.acknowledgements (company_id, version_id, employee_id, sent_at)
    select distinct v.company_id, v.id, a.employee_id, ${w.now.toString()}::timestamptz from mandates.versions v
      join mandates.job_descriptions j on j.id = v.job_description_id
      join organization.assignments a on a.position_id = j.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
      join organization.employees e on e.id = a.employee_id and e.dismissed_at is null
     where v.id = ${versionId} and a.valid && v.in_force and a.valid && daterange(${w.today.toString()}::date, null)
    on conflict (version_id, employee_id) do nothing returning employee_id as id`);
  return sent.map(({ id }) => id);
}
