/** How urgent a line of work is at a moment, by its deadline. */
export function urgencyOf(due: Temporal.Instant, now: Temporal.Instant): 'late' | 'today' {
  return Temporal.Instant.compare(due, now) < 0 ? 'late' : 'today';
}

export type Tally = {
  readonly required: number;
  readonly done: number;
  readonly late: number;
  readonly missed: number;
};

/** Counts verdicts; what is still open is not required yet. */
export function tallyOf(verdicts: readonly ('done' | 'late' | 'missed' | 'open')[]): Tally {
  const count = (verdict: string) => verdicts.filter((each) => each === verdict).length;
  const [done, late, missed] = [count('done'), count('late'), count('missed')];
  return { required: done + late + missed, done, late, missed };
}

/** A share of many (basis points, rounded up) that had to be done, and how much of it was. */
export function tallyOfShare(total: number, done: number, shareBp: number): Tally {
  const required = Math.ceil((total * shareBp) / 10_000);
  const reached = Math.min(done, required);
  return { required, done: reached, late: 0, missed: required - reached };
}
