import type { Period } from '#kernel/period.ts';

/** The day on which the active base of a period counts: its last day, or today while it runs. */
export function baseDay(period: Period, today: string): string {
  const last = Temporal.PlainDate.from(period.to).subtract({ days: 1 }).toString();
  return last < today ? last : today;
}

/** How many of the required active clients are there and how many are wanting. */
export function judgeBase(
  active: number,
  minActive: number,
): { required: number; done: number; late: number; missed: number } {
  const done = Math.min(active, minActive);
  return { required: minActive, done, late: 0, missed: minActive - done };
}
