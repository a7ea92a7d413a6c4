/** A step of the price list; the greater its number, the cheaper. `minMonthlySales` in minor units; null: not earned so. */
export type Column = { readonly id: string; readonly number: number; readonly minMonthlySales: number | null };

/** The company's rule (setting orders.price-columns). */
export type ColumnRule = {
  /** Class of the client → the number of the column it earns. */
  readonly byClass: Readonly<Record<string, number | undefined>>;
  /** Further columns for a client who pays at once. */
  readonly prepaidSteps: number;
  /** From this many days of payment on, `longSteps` columns fewer. */
  readonly longFromDays: number;
  readonly longSteps: number;
};

export type ColumnFacts = {
  readonly columns: readonly Column[];
  readonly class: string | null;
  /** Shipped in twelve months, minor units. */
  readonly sales12m: number;
  /** Null: no terms are agreed, so payment counts neither way. */
  readonly paymentDays: number | null;
};

/** One step of the reasoning, as a screen shows it. */
export type ColumnReason =
  | { readonly kind: 'volume'; readonly number: number; readonly average: number; readonly needed: number }
  | { readonly kind: 'class'; readonly number: number; readonly class: string }
  | { readonly kind: 'prepaid'; readonly steps: number }
  | { readonly kind: 'long-payment'; readonly steps: number; readonly days: number }
  | { readonly kind: 'list' }
  | { readonly kind: 'next'; readonly number: number; readonly missing: number };

export type EarnedColumn = { readonly column: Column; readonly reasons: readonly ColumnReason[] };

/**
 * Which column a client earns: the better of what its volume and its class give, then the steps for how it pays, kept
 * within the columns there are. `reasons` say why, and what the next column would take. Null where there are no columns.
 */
export function earnedColumn(facts: ColumnFacts, rule: ColumnRule): EarnedColumn | null {
  const columns = facts.columns.toSorted((a, b) => a.number - b.number);
  const [first] = columns;
  if (!first) return null;
  const average = Math.floor(facts.sales12m / 12);
  const volume = columns.findLast((column) => column.minMonthlySales !== null && column.minMonthlySales <= average);
  const classed = facts.class === null ? undefined : rule.byClass[facts.class];
  const base = Math.max(first.number, volume?.number ?? 0, classed ?? 0);
  const steps = stepsFor(facts.paymentDays, rule);
  const column = columns.findLast((each) => each.number <= base + steps) ?? first;
  return { column, reasons: reasonsFor({ facts, rule, columns, average, volume, classed, base, steps, column }) };
}

function stepsFor(days: number | null, rule: ColumnRule): number {
  if (days === null) return 0;
  if (days === 0) return rule.prepaidSteps;
  return days >= rule.longFromDays ? -rule.longSteps : 0;
}

function reasonsFor(found: {
  facts: ColumnFacts;
  rule: ColumnRule;
  columns: readonly Column[];
  average: number;
  volume: Column | undefined;
  classed: number | undefined;
  base: number;
  steps: number;
  column: Column;
}): ColumnReason[] {
  const { facts, average, volume, classed, base, steps } = found;
  const reasons: ColumnReason[] = [];
  if (volume && volume.number === base && volume.minMonthlySales) {
    reasons.push({ kind: 'volume', number: volume.number, average, needed: volume.minMonthlySales });
  }
  if (facts.class !== null && classed === base) reasons.push({ kind: 'class', number: classed, class: facts.class });
  if (reasons.length === 0) reasons.push({ kind: 'list' });
  if (steps > 0) reasons.push({ kind: 'prepaid', steps });
  if (steps < 0) reasons.push({ kind: 'long-payment', steps: -steps, days: facts.paymentDays ?? 0 });
  const next = found.columns.find(
    (each) => each.number > base && each.minMonthlySales !== null && each.minMonthlySales > average,
  );
  if (next?.minMonthlySales)
    reasons.push({ kind: 'next', number: next.number, missing: next.minMonthlySales - average });
  return reasons;
}
