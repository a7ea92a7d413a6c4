import { allocate } from '#kernel/allocate.ts';

/**
 * Breaks a plan down by what each sold a year before; whoever sold nothing, or came back with more than went out, gets
 * nothing of it. Where nobody sold anything, evenly. The parts sum to the plan. @throws RangeError without anyone.
 */
export function breakDown(plan: number, lastYear: readonly (number | null)[]): number[] {
  return allocate(
    plan,
    lastYear.map((sold) => Math.max(0, sold ?? 0)),
  );
}
