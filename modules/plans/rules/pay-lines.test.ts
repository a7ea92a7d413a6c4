import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  byMetric,
  countedRate,
  fixedLines,
  type Line,
  minimumLines,
  percentageLines,
  variableLines,
} from './pay-lines.ts';

const whole = { days: 21, of: 21 };
const usual = {
  amount: 100_000,
  weightSales: 6000,
  weightActive: 2500,
  weightNew: 1500,
  thresholdBp: 7000,
  capBp: 15_000,
};
const total = (lines: readonly Line[]) => lines.reduce((so, line) => so + line.amount, 0);
const results = (sales: [number | null, number], active: [number | null, number], fresh: [number | null, number]) => {
  const given = { sales, 'active-clients': active, 'new-clients': fresh };
  return byMetric((metric) => ({ plan: given[metric][0], fact: given[metric][1], sources: [] }));
};

/** Scenario sheets: facts on the left, what is paid on the right, one case a row. Amounts in cents. */
describe('the variable part', () => {
  test.each(
    sheet(`
    sales        | active | new  | paid   | lines                                              | why
    1000 of 1000 | 40 / 40 | 5 / 5 | 100000 | sales 60000, active 25000, new 15000              | every plan met
     900 of 1000 | 40 / 40 | 5 / 5 |  94000 | sales 54000, active 25000, new 15000              | in proportion
     700 of 1000 | 40 / 40 | 5 / 5 |  82000 | sales 42000, active 25000, new 15000              | exactly at the threshold
     699 of 1000 | 40 / 40 | 5 / 5 |  40000 | sales-below 0, active 25000, new 15000            | below the threshold: this weight only
    1200 of 1000 | 40 / 40 | 5 / 5 | 112000 | sales 60000, sales-over 12000, active 25000, new 15000 | above the plan, in a line of its own
    1500 of 1000 | 40 / 40 | 5 / 5 | 130000 | sales 60000, sales-over 30000, active 25000, new 15000 | exactly at the cap
    9000 of 1000 | 40 / 40 | 5 / 5 | 130000 | sales 60000, sales-over 30000, active 25000, new 15000 | above the cap: the cap
       0 of 1000 |  0 / 40 | 0 / 5 |      0 | sales-below 0, active-below 0, new-below 0        | nothing at all: nothing more than the part is lost
    -500 of 1000 | 40 / 40 | 5 / 5 |  40000 | sales-below 0, active 25000, new 15000            | more came back than went out
     500 of none | 40 / 40 | 5 / 5 | 100000 | sales-unplanned 60000, active 25000, new 15000    | a plan that nobody set is no shortfall
     500 of 0    | 40 / 40 | 5 / 5 | 100000 | sales-unplanned 60000, active 25000, new 15000    | nor is a plan of zero
    `),
  )('$why', ({ sales, active, fresh, paid, lines }) => {
    const drawn = variableLines({ held: whole, results: results(sales, active, fresh) }, usual);
    expect(
      drawn.map((line) => `${line.title.replace('variable-', '').replace('-clients', '')} ${line.amount}`),
    ).toEqual(lines);
    expect(total(drawn)).toBe(paid);
  });

  it('pays half a month half, and leaves out a weight of nothing', () => {
    const facts = { held: { days: 10, of: 20 }, results: results([1000, 1000], [1, 1], [1, 1]) };
    const drawn = variableLines(facts, { ...usual, weightSales: 10_000, weightActive: 0, weightNew: 0 });
    expect(drawn).toMatchObject([{ title: 'variable-sales', amount: 50_000 }]);
  });
  it('has no cap where none is agreed', () => {
    expect(countedRate(99_999, { thresholdBp: 7000, capBp: null })).toBe(99_999);
  });

  const plan = fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: null });
  const fact = fc.integer({ min: -1e9, max: 1e9 });
  const pair = fc.tuple(plan, fact);
  const weights = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 })).map(([a, b]) => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    return { weightSales: low, weightActive: high - low, weightNew: 10_000 - high };
  });
  const settings = fc
    .record({
      amount: fc.integer({ min: 0, max: 1e6 }),
      thresholdBp: fc.integer({ min: 0, max: 10_000 }),
      capBp: fc.option(fc.integer({ min: 10_000, max: 30_000 }), { nil: null }),
    })
    .chain((some) => weights.map((shares) => ({ ...some, ...shares })));

  it('is never negative, so no shortfall takes more than the variable part, and never above the cap', () => {
    fc.assert(
      fc.property(pair, pair, pair, settings, (sales, active, fresh, agreed) => {
        const drawn = variableLines({ held: whole, results: results(sales, active, fresh) }, agreed);
        for (const line of drawn) expect(line.amount).toBeGreaterThanOrEqual(0);
        if (agreed.capBp !== null)
          expect(total(drawn)).toBeLessThanOrEqual(Math.ceil((agreed.amount * agreed.capBp) / 10_000) + 3);
      }),
    );
  });
  it('never falls when a fact rises', () => {
    fc.assert(
      fc.property(
        pair,
        pair,
        pair,
        fc.integer({ min: 0, max: 1e9 }),
        settings,
        ([salesPlan, salesFact], active, fresh, more, agreed) => {
          const paid = (sold: number) =>
            total(variableLines({ held: whole, results: results([salesPlan, sold], active, fresh) }, agreed));
          expect(paid(salesFact + more)).toBeGreaterThanOrEqual(paid(salesFact));
        },
      ),
    );
  });
  it('pays exactly the amount when every plan is met exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), settings, (met, agreed) => {
        expect(
          total(variableLines({ held: whole, results: results([met, met], [met, met], [met, met]) }, agreed)),
        ).toBe(agreed.amount);
      }),
    );
  });
});

describe('the fixed part', () => {
  test.each([
    ['a whole month', { days: 21, of: 21 }, 250_000],
    ['joined in the middle', { days: 7, of: 21 }, 83_333],
    ['not there at all', { days: 0, of: 21 }, 0],
  ])('%s', (_name, held, amount) => {
    expect(fixedLines({ held }, { amount: 250_000 })).toMatchObject([{ part: 'fixed', base: 250_000, amount }]);
  });
});

describe('a percentage', () => {
  test.each([
    ['one percent of what was paid', 'paid', 4_821_055, 100, 48_211],
    ['a tenth of a percent, half up', 'shipped', 500, 10, 1],
    ['of a month in which more came back than went out', 'shipped', -100_000, 500, 0],
  ] as const)('%s', (_name, base, amount, rate, paid) => {
    expect(percentageLines({ base: amount, sources: [] }, { base, rate })).toMatchObject([
      { title: `percentage-${base}`, base: amount, rate, amount: paid },
    ]);
  });
});

describe('the top-up to the minimum', () => {
  test.each([
    ['nothing to top up', { held: whole, soFar: 150_000 }, []],
    ['what is missing', { held: whole, soFar: 149_999 }, [1]],
    ['in proportion to the days held, rounded for the employee', { held: { days: 1, of: 3 }, soFar: 0 }, [33_334]],
  ])('%s', (_name, facts, amounts) => {
    const amount = facts.held === whole ? 150_000 : 100_000;
    expect(minimumLines(facts, { amount }).map((line) => line.amount)).toEqual(amounts);
  });
});

function sheet(text: string) {
  const [, ...rows] = text.trim().split('\n');
  return rows.map((row) => {
    const [sales = '', active = '', fresh = '', paid = '', lines = '', why = ''] = row
      .split('|')
      .map((cell) => cell.trim());
    return {
      sales: result(sales, 'of'),
      active: result(active, '/'),
      fresh: result(fresh, '/'),
      paid: Number(paid),
      lines: lines.split(',').map((each) => each.trim()),
      why,
    };
  });
}

function result(text: string, between: string): [number | null, number] {
  const [fact, plan] = text.split(between).map((each) => each.trim());
  return [plan === 'none' ? null : Number(plan), Number(fact)];
}
