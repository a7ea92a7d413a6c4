import type { Limits } from './permit.ts';

/**
 * What is left of limits that apply to a period, after what the period has used up; never below zero, so that an act
 * without a figure stays possible. A dimension without limit stays without limit.
 * @throws RangeError when a limit or a use is not finite: an unknown use must not pass for none.
 */
export function remaining(limits: Limits, used: Readonly<Record<string, number>>): Limits {
  return Object.fromEntries(
    Object.entries(limits).map(([dimension, limit]) => {
      const left = limit - (used[dimension] ?? 0);
      if (!Number.isFinite(left)) throw new RangeError(`what is left of ${dimension} is unknown`);
      return [dimension, Math.max(0, left)];
    }),
  );
}
