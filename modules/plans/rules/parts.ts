/** By what a plan of sales is broken down. */
export type PartBy = 'category' | 'client';
export type PlanAndFact = { readonly plan: number | null; readonly fact: number };

/**
 * What of a plan lies in none of its parts, so that parts and rest sum to the whole: what is left of the plan, or null where
 * there is none, and of the fact. The plan of the rest may be under nothing only while drafts exceed the whole.
 */
export function restOf(whole: PlanAndFact, parts: readonly PlanAndFact[]): PlanAndFact {
  const sum = (of: 'plan' | 'fact') => parts.reduce((so, part) => so + (part[of] ?? 0), 0);
  return { plan: whole.plan === null ? null : whole.plan - sum('plan'), fact: whole.fact - sum('fact') };
}

/** How parts stand to their whole while they are typed: their sum, what is not broken down yet, and by how much they exceed it. */
export function partTotals(whole: number | null, parts: readonly (number | null)[]) {
  const sum = parts.reduce<number>((so, part) => so + (part ?? 0), 0);
  return { sum, open: Math.max(0, (whole ?? 0) - sum), above: Math.max(0, sum - (whole ?? 0)) };
}
