import { divideRounded, toSafeInteger } from '#kernel/rounding.ts';

/** Plans are whole hundreds of the currency's main unit of two decimals. */
const step = 10_000n;

/**
 * A sales plan by what was sold before, in minor units: a tenth above the same month a year before, or above the average
 * of the last months where nothing was sold then; rounded up to whole steps, and never nothing.
 */
export function proposedPlan(yearBefore: number, lastMonths: readonly number[]): number {
  const sum = lastMonths.reduce((so, each) => so + BigInt(Math.max(0, each)), 0n);
  const average = lastMonths.length > 0 ? divideRounded(sum, BigInt(lastMonths.length), 'half-up') : 0n;
  const base = yearBefore > 0 ? BigInt(yearBefore) : average;
  const wished = divideRounded(base * 11n, 10n * step, 'up') * step;
  return toSafeInteger(wished > 0n ? wished : step);
}
