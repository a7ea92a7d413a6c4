import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AmountStep, amountScaleLines, type RateStep, rateScaleLines, scaleFaults, stepReached } from './scale.ts';

const whole = { days: 21, of: 21 };
const steps = [
  { from: 8000, amount: 10_000 },
  { from: 10_000, amount: 20_000 },
  { from: 12_000, amount: 35_000 },
];
const result = (plan: number | null, fact: number) => ({ plan, fact, sources: [] });

describe('an amount by steps', () => {
  test.each([
    [1000, 799, 0, 'steps-sales-below'], // below the first step nothing
    [1000, 800, 10_000, 'steps-sales'], // exactly at a step
    [1000, 999, 10_000, 'steps-sales'], // a step goes on until the next begins
    [1000, 1000, 20_000, 'steps-sales'],
    [1000, 1200, 35_000, 'steps-sales'],
    [1000, 90_000, 35_000, 'steps-sales'], // beyond the last as the last
    [1000, -500, 0, 'steps-sales-below'], // more came back than went out
    [null, 0, 20_000, 'steps-sales-unplanned'], // a plan that nobody set is no shortfall
  ] as const)('plan %s, fact %i: %i, %s', (plan, fact, paid, title) => {
    expect(amountScaleLines({ held: whole, result: result(plan, fact) }, { metric: 'sales', steps })).toMatchObject([
      { title, amount: paid },
    ]);
  });
  it('pays half a month half', () => {
    const facts = { held: { days: 10, of: 20 }, result: result(100, 100) };
    expect(amountScaleLines(facts, { metric: 'new-clients', steps })).toMatchObject([
      { part: 'variable', amount: 10_000, base: 20_000, params: { from: 10_000, next: 12_000 } },
    ]);
  });
});

describe('a percentage by steps', () => {
  const rates = [
    { from: 0, rate: 100 },
    { from: 10_000, rate: 200 },
  ];
  test.each([
    [1000, 999, 50_000, 100, 500],
    [1000, 1000, 50_000, 200, 1000],
    [null, 0, 50_000, 200, 1000], // without a plan as if it were met
    [1000, 1000, -50_000, 200, 0], // of less than nothing there is nothing
  ])('plan %s, fact %i, of %i: %i, %i', (plan, fact, base, rate, amount) => {
    const facts = { base, result: result(plan, fact), sources: [] };
    expect(rateScaleLines(facts, { base: 'paid', steps: rates })).toMatchObject([{ part: 'percentage', rate, amount }]);
  });
});

describe('steps', () => {
  it('ascend, and a higher one never pays less', () => {
    const faults = (...given: AmountStep[]) => scaleFaults(given, ({ amount }) => amount);
    expect(scaleFaults(steps, ({ amount }) => amount)).toEqual([]);
    expect(faults({ from: 1, amount: 5 }, { from: 1, amount: 6 })).toEqual([{ at: 1, fault: 'not-ascending' }]);
    expect(faults({ from: 1, amount: 5 }, { from: 2, amount: 4 })).toEqual([{ at: 1, fault: 'pays-less' }]);
    expect(faults({ from: 1, amount: 5 }, { from: 2, amount: 5 })).toEqual([]);
  });
});

const scale = fc.uniqueArray(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 8 }).chain((thresholds) =>
  fc
    .array(fc.integer({ min: 0, max: 9999 }), { minLength: thresholds.length, maxLength: thresholds.length })
    .map((values) => {
      const ascending = values.toSorted((a, b) => a - b);
      return thresholds.toSorted((a, b) => a - b).map((from, index) => ({ from, value: ascending[index] ?? 0 }));
    }),
);
const plan = fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: null });
const fact = fc.integer({ min: -1e9, max: 1e9 });
const more = fc.integer({ min: 0, max: 1e9 });

describe('whatever the steps and facts', () => {
  it('what is paid is never negative, never more than the last step, and never falls when a fact rises', () => {
    fc.assert(
      fc.property(scale, plan, fact, more, (given, planned, sold, extra) => {
        const amounts: AmountStep[] = given.map(({ from, value }) => ({ from, amount: value }));
        const paid = (so: number) =>
          amountScaleLines({ held: whole, result: result(planned, so) }, { metric: 'sales', steps: amounts })[0]
            ?.amount ?? -1;
        expect(paid(sold)).toBeGreaterThanOrEqual(0);
        expect(paid(sold)).toBeLessThanOrEqual(amounts.at(-1)?.amount ?? 0);
        expect(paid(sold + extra)).toBeGreaterThanOrEqual(paid(sold));
      }),
    );
  });
  it('a percentage never falls when what was sold rises', () => {
    fc.assert(
      fc.property(scale, plan, fact, more, (given, planned, sold, extra) => {
        const rates: RateStep[] = given.map(({ from, value }) => ({ from, rate: value }));
        const paid = (so: number) =>
          rateScaleLines({ base: so, result: result(planned, so), sources: [] }, { base: 'shipped', steps: rates })[0]
            ?.amount ?? -1;
        expect(paid(sold)).toBeGreaterThanOrEqual(0);
        expect(paid(sold + extra)).toBeGreaterThanOrEqual(paid(sold));
      }),
    );
  });
  it('there are no gaps: from the first step on some step is always reached', () => {
    fc.assert(
      fc.property(scale, fc.integer({ min: 0, max: 100_000 }), (given, fulfilment) => {
        const first = given[0]?.from ?? 0;
        expect(stepReached(fulfilment, given) !== undefined).toBe(fulfilment >= first);
      }),
    );
  });
});
