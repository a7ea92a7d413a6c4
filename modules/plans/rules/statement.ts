import { type Held, type Line, minimumLines } from './pay-lines.ts';

/** A pay clause with the facts that its rule was given. `group` is the assignment: a minimum is owed for each alone. */
export type Clause<C> = {
  readonly group: string;
  readonly rule: { readonly key: string; readonly compute: (facts: never, settings: never) => readonly Line[] };
  readonly settings: unknown;
  readonly facts: unknown;
  readonly clause: C;
};
/** The company's own minimum for a whole month, in minor units, and the days on which the employee held any position. */
export type Floor = { readonly amount: number; readonly held: Held };
/** What the line of the company's minimum names as its rule: it follows from no clause. */
export const floorRule = 'plans.minimum-wage';

/**
 * A line as it stands in a statement: of a rule, or carried from a settled month (`carry.ts`). Without a clause where the
 * company's minimum tops up.
 */
export type StatementLine<C> = Omit<Line, 'part'> & {
  readonly part: Line['part'] | 'carried';
  readonly rule: string;
  readonly clause: C | null;
};

/**
 * All lines of a statement with their sum. Rules that top up come last and are told what came before them in their group
 * (`soFar`), so the order of the clauses in the description does not matter. At the very end the company's minimum is held
 * against all of them: a clause may promise more, never less.
 * @throws RangeError when a rule gives a line that is negative or no whole amount.
 */
export function drawLines<C>(
  clauses: readonly Clause<C>[],
  last: ReadonlySet<string>,
  floor: Floor | null = null,
): { lines: StatementLine<C>[]; total: number } {
  const soFar = new Map<string, number>();
  const lines: StatementLine<C>[] = [];
  for (const each of clauses.toSorted((a, b) => Number(last.has(a.rule.key)) - Number(last.has(b.rule.key)))) {
    const before = soFar.get(each.group) ?? 0;
    const facts = { ...(each.facts as object), soFar: before };
    for (const line of each.rule.compute(facts as never, each.settings as never)) {
      if (!Number.isSafeInteger(line.amount) || line.amount < 0)
        throw new RangeError(`${each.rule.key} gave ${line.amount}`);
      soFar.set(each.group, (soFar.get(each.group) ?? 0) + line.amount);
      lines.push({ ...line, rule: each.rule.key, clause: each.clause });
    }
  }
  if (floor) lines.push(...floorLines<C>(floor, sumOf(lines)));
  return { lines, total: sumOf(lines) };
}

function floorLines<C>({ amount, held }: Floor, soFar: number): StatementLine<C>[] {
  const lines = minimumLines({ held, soFar }, { amount });
  return lines.map((line) => ({
    ...line,
    title: 'legal-minimum',
    params: { ...line.params, minimum: amount },
    rule: floorRule,
    clause: null,
  }));
}

function sumOf(lines: readonly { readonly amount: number }[]): number {
  return lines.reduce((so, line) => so + line.amount, 0);
}
