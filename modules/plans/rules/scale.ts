import { percentOf } from '#kernel/money.ts';
import { rateOf, wholeRate } from '#kernel/rate.ts';
import { type Held, type Line, line, type MetricPaid, type Result, type Source, shareOf } from './pay-lines.ts';

/** A step of a scale: from which fulfilment of a plan on, in basis points, and what it gives there. */
export type Step = { readonly from: number };
export type AmountStep = Step & { readonly amount: number };
export type RateStep = Step & { readonly rate: number };
/** What is wrong with a scale; `at` is the step, from 0. */
export type ScaleFault = { readonly at: number; readonly fault: 'not-ascending' | 'pays-less' };

/**
 * What keeps steps from being a scale: each begins above the one before, and none pays less than it. A step goes on until
 * the next begins, so there are no gaps; the last has no end.
 */
export function scaleFaults<S extends Step>(steps: readonly S[], pays: (step: S) => number): ScaleFault[] {
  return steps.flatMap((step, at): ScaleFault[] => {
    const before = steps[at - 1];
    if (!before) return [];
    if (step.from <= before.from) return [{ at, fault: 'not-ascending' }];
    return pays(step) < pays(before) ? [{ at, fault: 'pays-less' }] : [];
  });
}

/** The step that a fulfilment reaches, in basis points; undefined below the first. */
export function stepReached<S extends Step>(fulfilment: number, steps: readonly S[]): S | undefined {
  return steps.findLast((step) => step.from <= fulfilment);
}

/** How a plan is fulfilled for a scale. A plan that nobody set is no shortfall: it counts as met. */
function fulfilmentOf({ plan, fact }: Result): { readonly counted: number; readonly planned: boolean } {
  const rate = plan === null ? null : rateOf(Math.max(0, fact), plan);
  return { counted: rate ?? wholeRate, planned: rate !== null };
}

export type AmountScaleFacts = { readonly held: Held; readonly result: Result };
export type AmountScaleSettings = { readonly metric: MetricPaid; readonly steps: readonly AmountStep[] };

/** An amount by the step that the fulfilment of a plan reaches, in proportion to the days held. */
export function amountScaleLines({ held, result }: AmountScaleFacts, { metric, steps }: AmountScaleSettings): Line[] {
  const { counted, planned } = fulfilmentOf(result);
  const step = stepReached(counted, steps);
  const base = step?.amount ?? 0;
  const { plan, fact, sources } = result;
  const params = { plan, fact, fulfilment: counted, ...reached(counted, steps), ...held };
  const title = titleOf(`steps-${metric}`, step, planned);
  return [line('variable', title, shareOf(base, held, 'half-up'), { base, sources, params })];
}

export type RateScaleFacts = {
  /** What was shipped or paid, of which the step reached is a percentage. */
  readonly base: number;
  readonly result: Result;
  readonly sources: readonly Source[];
};
export type RateScaleSettings = { readonly base: 'shipped' | 'paid'; readonly steps: readonly RateStep[] };

/** A percentage of what was shipped or paid, whose rate is the step that the fulfilment of the sales plan reaches. */
export function rateScaleLines({ base, result, sources }: RateScaleFacts, settings: RateScaleSettings): Line[] {
  const { counted, planned } = fulfilmentOf(result);
  const step = stepReached(counted, settings.steps);
  const rate = step?.rate ?? 0;
  const amount = percentOf(Math.max(0, base), rate, 'half-up');
  const params = { plan: result.plan, fact: result.fact, fulfilment: counted, ...reached(counted, settings.steps) };
  return [
    line('percentage', titleOf(`scaled-${settings.base}`, step, planned), amount, { base, rate, sources, params }),
  ];
}

function titleOf(title: string, step: Step | undefined, planned: boolean): string {
  if (!planned) return `${title}-unplanned`;
  return step ? title : `${title}-below`;
}

/** The step that was reached, and the one that comes next; null where there is none. */
function reached(fulfilment: number, steps: readonly Step[]): { from: number | null; next: number | null } {
  return {
    from: stepReached(fulfilment, steps)?.from ?? null,
    next: steps.find((step) => step.from > fulfilment)?.from ?? null,
  };
}
