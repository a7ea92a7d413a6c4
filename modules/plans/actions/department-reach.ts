import { mayI, notAllowed, type Work } from '#platform/work.ts';
import { type Member, membersOf } from '../data/people.ts';

/**
 * Who works in a department in a period, for whoever may do the act over all of the company or reaches every one of them:
 * the sum of a department is only right when none of it is hidden.
 * @throws Refused `platform.not-granted`.
 */
export async function wholeDepartment(
  w: Work,
  permit: string,
  departmentId: string,
  period: { readonly from: string; readonly to: string },
): Promise<Member[]> {
  const members = await membersOf(w, departmentId, period.from, period.to);
  const all = mayI(w, permit, { keeperId: null });
  if (all.kind === 'allowed') return members;
  if (members.length === 0) throw notAllowed(permit, all);
  for (const { id } of members) {
    const decision = mayI(w, permit, { keeperId: id });
    if (decision.kind !== 'allowed') throw notAllowed(permit, decision);
  }
  return members;
}

/** Whether `wholeDepartment` would answer, for `can`. */
export function mayWhole(w: Work, permit: string, members: readonly { readonly id: string }[]): boolean {
  if (mayI(w, permit, { keeperId: null }).kind === 'allowed') return true;
  return members.length > 0 && members.every(({ id }) => mayI(w, permit, { keeperId: id }).kind === 'allowed');
}
