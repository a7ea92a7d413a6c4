import { allocate } from '#kernel/allocate.ts';
import { percentOf } from '#kernel/money.ts';
import { rateOf, wholeRate } from '#kernel/rate.ts';
import { divideRounded, type Rounding, toSafeInteger } from '#kernel/rounding.ts';

/** One explained line; the same shape as the platform's `PayLine`. Amounts in minor units, rates in basis points. */
export type Line = {
  readonly part: 'fixed' | 'percentage' | 'variable' | 'per-order' | 'top-up';
  readonly title: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly base: number | null;
  readonly rate: number | null;
  readonly amount: number;
  readonly sources: readonly Source[];
};
/** Where a figure comes from: text key `pay.source.<label>`. */
export type Source = { readonly label: string; readonly href: string };

/** Working days of the month on which the position was held, of all its working days. */
export type Held = { readonly days: number; readonly of: number };

/** The fixed part: the whole for a whole month, else in proportion to the days held. */
export function fixedLines(facts: { readonly held: Held }, settings: { readonly amount: number }): Line[] {
  const amount = shareOf(settings.amount, facts.held, 'half-up');
  return [
    line('fixed', 'fixed', amount, {
      params: { ...facts.held },
      base: settings.amount,
      rate: rateOf(facts.held.days, facts.held.of),
    }),
  ];
}

export type PercentageFacts = { readonly base: number; readonly sources: readonly Source[] };
export type PercentageSettings = { readonly base: 'shipped' | 'paid'; readonly rate: number };

/** A percentage of what was shipped or paid. Where more came back than went out there is nothing, not a debt. */
export function percentageLines(facts: PercentageFacts, settings: PercentageSettings): Line[] {
  const amount = percentOf(Math.max(0, facts.base), settings.rate, 'half-up');
  const { sources, base } = facts;
  return [line('percentage', `percentage-${settings.base}`, amount, { base, rate: settings.rate, sources })];
}

export const metricsPaid = ['sales', 'active-clients', 'new-clients'] as const;
export type MetricPaid = (typeof metricsPaid)[number];
/** Something for each metric that is paid. */
export type ByMetric<T> = Readonly<Record<MetricPaid, T>>;
export function byMetric<T>(give: (metric: MetricPaid) => T): ByMetric<T> {
  return { sales: give('sales'), 'active-clients': give('active-clients'), 'new-clients': give('new-clients') };
}
export type Result = { readonly plan: number | null; readonly fact: number; readonly sources: readonly Source[] };
export type VariableFacts = { readonly held: Held; readonly results: ByMetric<Result> };
export type VariableSettings = {
  readonly amount: number;
  readonly weightSales: number;
  readonly weightActive: number;
  readonly weightNew: number;
  readonly thresholdBp: number;
  readonly capBp: number | null;
};

/**
 * The variable part by three plans. Each has its weight of the amount; fulfilment below the threshold pays nothing, above
 * the cap the cap, between them in proportion. A plan that nobody set is not the employee's shortfall: it pays its whole
 * weight. No line is negative, so no shortfall takes more than the variable part. What is earned above the plan stands in
 * a line of its own.
 */
export function variableLines(facts: VariableFacts, settings: VariableSettings): Line[] {
  const amount = shareOf(settings.amount, facts.held, 'half-up');
  const parts = allocate(amount, [settings.weightSales, settings.weightActive, settings.weightNew]);
  const weights = [settings.weightSales, settings.weightActive, settings.weightNew];
  return metricsPaid.flatMap((metric, index) =>
    weights[index] ? metricLines(metric, parts[index] ?? 0, facts.results[metric], settings) : [],
  );
}

function metricLines(metric: MetricPaid, base: number, result: Result, settings: VariableSettings): Line[] {
  const { plan, fact, sources } = result;
  const fulfilment = plan === null ? null : rateOf(Math.max(0, fact), plan);
  if (fulfilment === null) {
    return [
      line('variable', `variable-${metric}-unplanned`, base, { base, rate: wholeRate, sources, params: { fact } }),
    ];
  }
  const counted = countedRate(fulfilment, settings);
  const whole = percentOf(base, Math.min(counted, wholeRate), 'half-up');
  const params = { plan, fact, fulfilment, threshold: settings.thresholdBp, cap: settings.capBp };
  const missed = counted === 0 && settings.thresholdBp > 0;
  const title = missed ? `variable-${metric}-below` : `variable-${metric}`;
  const lines = [line('variable', title, whole, { base, rate: Math.min(counted, wholeRate), sources, params })];
  if (counted <= wholeRate) return lines;
  const over = percentOf(base, counted, 'half-up') - whole;
  return [
    ...lines,
    line('variable', `variable-${metric}-over`, over, { base, rate: counted - wholeRate, sources, params }),
  ];
}

/** The rate at which a fulfilment is paid, both in basis points. */
export function countedRate(
  fulfilment: number,
  { thresholdBp, capBp }: Pick<VariableSettings, 'thresholdBp' | 'capBp'>,
): number {
  if (fulfilment < thresholdBp) return 0;
  return capBp === null ? fulfilment : Math.min(fulfilment, capBp);
}

/** What is missing to the minimum, so that the total for the days held is never under it; no line when nothing is. */
export function minimumLines(
  facts: { readonly held: Held; readonly soFar: number },
  settings: { readonly amount: number },
): Line[] {
  const owed = shareOf(settings.amount, facts.held, 'up');
  if (facts.soFar >= owed) return [];
  return [line('top-up', 'top-up', owed - facts.soFar, { base: owed, params: { soFar: facts.soFar, ...facts.held } })];
}

/** The amount for the days held, of what a whole month pays; a month without working days pays it whole to whoever was there. */
export function shareOf(amount: number, { days, of }: Held, rounding: Rounding): number {
  if (of <= 0) return days > 0 ? amount : 0;
  return toSafeInteger(divideRounded(BigInt(amount) * BigInt(days), BigInt(of), rounding));
}

/** A line with what it needs; the rest is empty. */
export function line(part: Line['part'], title: string, amount: number, more: Partial<Line>): Line {
  return { part, title, params: {}, base: null, rate: null, sources: [], ...more, amount };
}
