import { percentOf } from '#kernel/money.ts';
import type { Days } from './course.ts';
import { type ByMetric, byMetric, type PercentageFacts, type VariableFacts } from './pay-lines.ts';
import type { PerOrderFacts } from './per-order.ts';
import type { AmountScaleFacts, RateScaleFacts } from './scale.ts';

/** What if the month ended so: at the present rate, or with every plan fulfilled by so many basis points. */
export type Supposition = { readonly kind: 'forecast' } | { readonly kind: 'fulfilled'; readonly rate: number };
/** What the month would bring at the present rate, beside the fact. */
export type Expected = { readonly forecast: number | null; readonly plan: number | null };

export type SupposablePercentage = PercentageFacts & { readonly expected: Expected };
export type SupposableVariable = VariableFacts & { readonly expected: ByMetric<Expected> };
export type SupposableAmountScale = AmountScaleFacts & { readonly expected: Expected };
export type SupposableRateScale = RateScaleFacts & {
  readonly expected: { readonly base: Expected; readonly result: Expected };
};
export type SupposablePerOrder = PerOrderFacts & { readonly days: Days };

/** A percentage as it would be. */
export function supposePercentage(given: SupposablePercentage, supposition: Supposition): SupposablePercentage {
  return { ...given, base: supposed(given.base, given.expected, supposition) };
}

/** The variable part by three plans as it would be. */
export function supposeVariable(given: SupposableVariable, supposition: Supposition): SupposableVariable {
  const results = byMetric((metric) => ({
    ...given.results[metric],
    fact: supposed(given.results[metric].fact, given.expected[metric], supposition),
  }));
  return { ...given, results };
}

/** A scale of amounts as it would be. */
export function supposeAmountScale(given: SupposableAmountScale, supposition: Supposition): SupposableAmountScale {
  const { result, expected } = given;
  return { ...given, result: { ...result, fact: supposed(result.fact, expected, supposition) } };
}

/** A scale of percentages as it would be: what it is a percentage of goes with the fulfilment. */
export function supposeRateScale(given: SupposableRateScale, supposition: Supposition): SupposableRateScale {
  const { result, expected, base } = given;
  return {
    ...given,
    base: supposed(base, expected.base, supposition),
    result: { ...result, fact: supposed(result.fact, expected.result, supposition) },
  };
}

/** Orders have no plan, so that under every supposition they go on as they did. */
export function supposePerOrder(given: SupposablePerOrder): SupposablePerOrder {
  return { ...given, pace: given.days };
}

/** Without a plan to be fulfilled, or a rate to go on at, a fact stays as it is. */
function supposed(fact: number, { forecast, plan }: Expected, supposition: Supposition): number {
  if (supposition.kind === 'forecast') return forecast ?? fact;
  return plan === null ? (forecast ?? fact) : percentOf(plan, supposition.rate, 'half-up');
}
