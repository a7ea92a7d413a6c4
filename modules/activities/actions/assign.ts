import { clauseOn, dutyClausesOn } from '#modules/mandates/contract.ts';
import { reachOf, type Work } from '#platform/work.ts';
import { type ActivityRow, type Basis, ownPlan } from '../data/activities.ts';
import { refuse } from '../refusals.ts';

/** A clause by its id; null: outside the job description. Absent: by the kind of activity. */
export type BasisWish = { readonly clauseId?: string | null };

/** Whether the actor, when planning for this employee, assigns: neither for oneself nor in the place of the absent one. */
export function assigns(w: Work, employeeId: string): boolean {
  return (
    w.actor.employeeId !== null && employeeId !== w.actor.employeeId && reachOf(w, employeeId).kind !== 'substituted'
  );
}

/**
 * From which clause what is planned for an employee comes: the one named, else the first in force that day whose duties
 * ask for such an activity, else it is outside the description. One's own plan comes from none.
 * @throws Refused `activities.not-yours-to-assign` when one who does not assign names a clause.
 */
export async function basisOf(
  w: Work,
  wish: BasisWish,
  of: { readonly employeeId: string; readonly kind: string; readonly day: string },
): Promise<Basis> {
  if (!assigns(w, of.employeeId)) {
    if (wish.clauseId !== undefined) refuse('activities.not-yours-to-assign', {}, '/clauseId');
    return ownPlan;
  }
  if (wish.clauseId !== undefined) return named(wish.clauseId);
  const clauses = await dutyClausesOn(w, of.employeeId, of.day);
  return named(clauses.find(({ covers }) => covers.includes(of.kind))?.id ?? null);
}

/** The basis of something assigned when it goes to another day: the same clause as it is in force then, else outside. */
export async function basisFollowing(w: Work, item: ActivityRow, day: string): Promise<Basis> {
  if (!item.assigned) return ownPlan;
  const { clause } = item.assigned;
  return named(clause && (await clauseOn(w, clause.id, owes(item), day)));
}

/** Whose duty an activity is: the absent employee's when somebody stands in. */
export function owes({ actingFor, employee }: Pick<ActivityRow, 'actingFor' | 'employee'>): string {
  return actingFor?.id ?? employee.id;
}

function named(clauseId: string | null): Basis {
  return { clauseId, outside: clauseId === null };
}
