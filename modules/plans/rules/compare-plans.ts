/** One figure of a plan as it stood: the whole, or a part. In the unit of the metric. */
export type StandingFigure = {
  readonly by: 'whole' | 'category' | 'client';
  readonly id: string | null;
  readonly label: string | null;
  readonly amount: number;
};
export type ComparedFigure = Omit<StandingFigure, 'amount'> & {
  readonly before: number | null;
  readonly after: number | null;
  /** What was added; what was taken away is negative. A figure that did not stand counts as nothing. */
  readonly change: number;
};

const order = ['whole', 'category', 'client'] as const;

/** Two standings of a plan side by side: the whole first, then its parts by the greatest change. */
export function comparePlans(
  before: readonly StandingFigure[],
  after: readonly StandingFigure[],
): readonly ComparedFigure[] {
  const keyOf = ({ by, id }: Pick<StandingFigure, 'by' | 'id'>) => `${by} ${id}`;
  const [was, is] = [before, after].map((figures) => new Map(figures.map((figure) => [keyOf(figure), figure])));
  const all = new Map([...before, ...after].map((figure) => [keyOf(figure), figure]));
  return [...all]
    .map(([key, { by, id, label }]) => {
      const [left, right] = [was?.get(key)?.amount ?? null, is?.get(key)?.amount ?? null];
      return { by, id, label, before: left, after: right, change: (right ?? 0) - (left ?? 0) };
    })
    .toSorted((a, b) => order.indexOf(a.by) - order.indexOf(b.by) || Math.abs(b.change) - Math.abs(a.change));
}
