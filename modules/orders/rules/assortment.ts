/** How a history is divided. */
export type TrendUnit = 'quarter' | 'year';
/** `to` is not included; `key` names it: `2026-Q4` or `2026`. */
export type TrendPeriod = { readonly number: number; readonly key: string; readonly from: string; readonly to: string };

/** The number of the period that a day lies in: periods that follow each other have numbers that do. */
export function periodNumber(unit: TrendUnit, day: string): number {
  const { year, month } = Temporal.PlainDate.from(day);
  return unit === 'year' ? year : year * 4 + Math.floor((month - 1) / 3);
}

/** The period of a number. */
export function periodOf(unit: TrendUnit, number: number): TrendPeriod {
  const first = (n: number) =>
    unit === 'year'
      ? Temporal.PlainDate.from({ year: n, month: 1, day: 1 })
      : Temporal.PlainDate.from({ year: Math.floor(n / 4), month: (n % 4) * 3 + 1, day: 1 });
  const from = first(number);
  const key = unit === 'year' ? String(number) : `${from.year}-Q${(number % 4) + 1}`;
  return { number, key, from: from.toString(), to: first(number + 1).toString() };
}

/** The periods of the last so many years up to the one that a day lies in, the earliest first; none before `earliest`. */
export function trendPeriods(unit: TrendUnit, today: string, years: number, earliest: string): TrendPeriod[] {
  const last = periodNumber(unit, today);
  const first = Math.max(last - years * (unit === 'year' ? 1 : 4) + 1, periodNumber(unit, earliest));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => periodOf(unit, first + index));
}

/** What was bought of a product in a period; the amount in minor units. */
export type Bought = { readonly productId: string; readonly period: number; readonly amount: number };
export type Turnover = {
  readonly products: number;
  readonly newProducts: number;
  readonly lostProducts: number | null;
};

/**
 * How the assortment changed in each period: products bought in it; new: never bought before it; lost: bought in the
 * period before it and never since. The period that still runs has lost nothing yet: null.
 */
export function turnoverOf(bought: readonly Bought[], periods: readonly number[], running: number): Turnover[] {
  const spans = spansOf(bought);
  const inPeriod = Map.groupBy(bought, ({ period }) => period);
  const firstIn = countBy([...spans.values()].map(({ first }) => first));
  const lastIn = countBy([...spans.values()].map(({ last }) => last));
  return periods.map((period) => ({
    products: new Set((inPeriod.get(period) ?? []).map(({ productId }) => productId)).size,
    newProducts: firstIn.get(period) ?? 0,
    lostProducts: period >= running ? null : (lastIn.get(period - 1) ?? 0),
  }));
}

/**
 * Where a product stands: lost when it was not bought in the running period nor in the one before; new when it was first
 * bought in one of these two, unless all of the history began there.
 */
export function standingOf(
  span: { first: number; last: number },
  running: number,
  earliest: number,
): 'new' | 'kept' | 'lost' {
  if (span.last < running - 1) return 'lost';
  return span.first >= running - 1 && span.first > earliest ? 'new' : 'kept';
}

/** The first and the last period of each product. */
export function spansOf(bought: readonly Bought[]): Map<string, { first: number; last: number }> {
  const spans = new Map<string, { first: number; last: number }>();
  for (const { productId, period } of bought) {
    const known = spans.get(productId);
    spans.set(productId, {
      first: Math.min(known?.first ?? period, period),
      last: Math.max(known?.last ?? period, period),
    });
  }
  return spans;
}

/** A part of a whole in basis points, rounded down; nothing of nothing. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? Math.floor((part * 10_000) / whole) : 0;
}

function countBy(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
