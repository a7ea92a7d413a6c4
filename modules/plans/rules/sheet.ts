import { allocate } from '#kernel/allocate.ts';

/**
 * Breaks a plan down by what each sold a year before, in whole steps (hundreds of the currency, single clients); what does
 * not fill a step goes to the greatest part. Whoever sold nothing, or to whom more came back than went out, gets nothing;
 * where nobody sold anything it is even. The parts sum to the plan. @throws RangeError without anyone.
 */
export function breakDown(plan: number, lastYear: readonly (number | null)[], step = 1): number[] {
  const rest = plan % step;
  const parts = allocate(
    (plan - rest) / step,
    lastYear.map((sold) => Math.max(0, sold ?? 0)),
  ).map((part) => part * step);
  const greatest = parts.indexOf(Math.max(...parts));
  return parts.map((part, index) => (index === greatest ? part + rest : part));
}
