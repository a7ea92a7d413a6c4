import { percentOf } from '#kernel/money.ts';
import { type ByMetric, byMetric, type PercentageFacts, type VariableFacts } from './pay-lines.ts';

/** What if the month ended so: at the present rate, or with every plan fulfilled by so many basis points. */
export type Supposition = { readonly kind: 'forecast' } | { readonly kind: 'fulfilled'; readonly rate: number };
/** What the month would bring at the present rate, beside the fact. */
export type Expected = { readonly forecast: number | null; readonly plan: number | null };

export type SupposablePercentage = PercentageFacts & { readonly expected: Expected };
export type SupposableVariable = VariableFacts & { readonly expected: ByMetric<Expected> };

/** The facts of a rule as they would be; rules without suppositions (fixed, minimum) keep theirs. */
export function suppose(key: string, facts: unknown, supposition: Supposition): unknown {
  if (key === 'plans.percentage') {
    const given = facts as SupposablePercentage;
    return { ...given, base: supposed(given.base, given.expected, supposition) };
  }
  if (key === 'plans.variable') {
    const given = facts as SupposableVariable;
    const results = byMetric((metric) => {
      const result = given.results[metric];
      return { ...result, fact: supposed(result.fact, given.expected[metric], supposition) };
    });
    return { ...given, results };
  }
  return facts;
}

/** Without a plan to be fulfilled, or a rate to go on at, a fact stays as it is. */
function supposed(fact: number, { forecast, plan }: Expected, supposition: Supposition): number {
  if (supposition.kind === 'forecast') return forecast ?? fact;
  return plan === null ? (forecast ?? fact) : percentOf(plan, supposition.rate, 'half-up');
}
