import type { StatementLine } from './statement.ts';

type Named = { readonly id: string };
/** A settled statement: nothing changes its lines. Months are `YYYY-MM`. */
export type Settled<C> = { readonly month: string; readonly lines: readonly StatementLine<C>[] };

/**
 * The settled months whose late facts a month pays: those before it. Where an open month that is paid by clauses lies
 * between, that one pays them, so nothing stands in two drafts that will both be settled.
 */
export function carriedInto(month: string, settled: readonly string[], open: readonly string[]): string[] {
  return settled
    .filter((each) => each < month && !open.some((between) => each < between && between < month))
    .toSorted();
}

/** What was paid for a month so far, in minor units: by its own statement, and by those that carried something for it. */
export function paidFor<C>(month: string, settled: readonly Settled<C>[]): number {
  return settled
    .flatMap((each) => each.lines.filter((line) => monthOf(line, each.month) === month))
    .reduce((so, line) => so + line.amount, 0);
}

/**
 * What is still owed for a settled month: its lines as they would be drawn today, less what was paid for it; one line,
 * or none. It names the clause that grew most and the sources of all that grew. Where the facts shrank meanwhile there is
 * nothing: what was paid is not taken back.
 */
export function carriedLines<C extends Named>(
  month: string,
  drawn: readonly StatementLine<C>[],
  settled: readonly Settled<C>[],
): StatementLine<C>[] {
  const due = drawn.reduce((so, line) => so + line.amount, 0);
  const paid = paidFor(month, settled);
  const own = settled.find((each) => each.month === month)?.lines ?? [];
  const growth = (line: StatementLine<C>) => amountBy(line, drawn) - amountBy(line, own);
  const [most, ...others] = drawn.filter((line) => growth(line) > 0).toSorted((a, b) => growth(b) - growth(a));
  if (due <= paid || !most) return [];
  const sources = new Map([most, ...others].flatMap((line) => line.sources.map((source) => [source.href, source])));
  return [
    {
      part: 'carried',
      title: 'carried',
      params: { month, due, paid },
      base: null,
      rate: null,
      amount: due - paid,
      sources: [...sources.values()],
      rule: most.rule,
      clause: most.clause,
    },
  ];
}

function monthOf<C>({ part, params }: StatementLine<C>, statement: string): string {
  return part === 'carried' ? String(params.month) : statement;
}

/** A rule may call the same part by another title when a threshold is passed, so lines are told apart by their clause. */
function amountBy<C extends Named>({ rule, clause }: StatementLine<C>, lines: readonly StatementLine<C>[]): number {
  return lines
    .filter((line) => line.part !== 'carried' && line.rule === rule && line.clause?.id === clause?.id)
    .reduce((so, line) => so + line.amount, 0);
}
