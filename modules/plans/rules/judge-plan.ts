/** What a month's plan required and what became of it, in the unit of the metric. */
export type JudgedPlan = { readonly required: number; readonly done: number; readonly missed: number };

/**
 * Judges a month by its plan: done up to the plan, the rest missed once the month is over. What was sold above the plan
 * does not mend another month. Null without a plan: nothing was required.
 */
export function judgePlan(plan: number | null, fact: number, over: boolean): JudgedPlan | null {
  if (plan === null || plan === 0) return null;
  const done = Math.min(plan, Math.max(0, fact));
  if (over) return { required: plan, done, missed: plan - done };
  // While the month runs only what was done is judged: the rest may still come.
  return { required: done, done, missed: 0 };
}
