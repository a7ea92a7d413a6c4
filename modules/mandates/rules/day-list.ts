/** What the order of the day is made by. */
export type Ordered = {
  readonly id: string;
  readonly urgency: 'late' | 'today' | 'soon';
  readonly stake: number;
  readonly due: string | null;
};

const rank = { late: 0, today: 1, soon: 2 } as const;

/** The day's list: late first, then today, then soon; within each the greatest stake, then the earliest due. The same work named by two duties stands once. */
export function orderDay<L extends Ordered>(lines: readonly L[]): L[] {
  const seen = new Set<string>();
  return lines
    .toSorted(
      (a, b) =>
        rank[a.urgency] - rank[b.urgency] ||
        b.stake - a.stake ||
        (a.due ?? '9').localeCompare(b.due ?? '9') ||
        a.id.localeCompare(b.id),
    )
    .filter((line) => !seen.has(line.id) && seen.add(line.id));
}
