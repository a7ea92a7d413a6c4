import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byMetric, fixedLines, type Held, minimumLines, percentageLines, variableLines } from './pay-lines.ts';
import { type Clause, drawLines } from './statement.ts';
import { supposePercentage, supposeVariable } from './suppose.ts';

const last = new Set(['plans.minimum']);
const whole: Held = { days: 20, of: 20 };
const agreed = {
  amount: 100_000,
  weightSales: 6000,
  weightActive: 2500,
  weightNew: 1500,
  thresholdBp: 7000,
  capBp: 15_000,
};

type Rule = Clause<string>['rule'];
const rules = {
  fixed: { key: 'plans.fixed', compute: fixedLines as Rule['compute'] },
  percentage: { key: 'plans.percentage', compute: percentageLines as Rule['compute'] },
  variable: { key: 'plans.variable', compute: variableLines as Rule['compute'] },
  minimum: { key: 'plans.minimum', compute: minimumLines as Rule['compute'] },
};
const clause = (rule: Rule, settings: object, facts: object, group = 'a'): Clause<string> => ({
  group,
  rule,
  settings,
  facts,
  clause: rule.key,
});

const expected = (plan: number | null, forecast: number | null) => ({ plan, forecast });
const variableFacts = (plan: number | null, fact: number, forecast: number | null = null) => ({
  held: whole,
  results: byMetric(() => ({ plan, fact, sources: [] })),
  expected: byMetric(() => expected(plan, forecast)),
});

describe('a statement', () => {
  it('tops up last, whatever the order of the clauses', () => {
    const clauses = [
      clause(rules.minimum, { amount: 150_000 }, { held: whole }),
      clause(rules.fixed, { amount: 80_000 }, { held: whole }),
      clause(rules.percentage, { base: 'paid', rate: 100 }, { base: 2_000_000, sources: [] }),
    ];
    const { lines, total } = drawLines(clauses, last);
    expect(lines.map((line) => [line.part, line.amount])).toEqual([
      ['fixed', 80_000],
      ['percentage', 20_000],
      ['top-up', 50_000],
    ]);
    expect(total).toBe(150_000);
  });

  it('owes a minimum for each assignment alone: much in one half of the month does not pay for the other', () => {
    const half = { days: 10, of: 20 };
    const clauses = [
      clause(rules.fixed, { amount: 400_000 }, { held: half }, 'first'),
      clause(rules.fixed, { amount: 100_000 }, { held: half }, 'second'),
      clause(rules.minimum, { amount: 150_000 }, { held: half }, 'first'),
      clause(rules.minimum, { amount: 150_000 }, { held: half }, 'second'),
    ];
    expect(drawLines(clauses, last).total).toBe(200_000 + 75_000);
  });

  it('is held against the legal minimum as a whole: a clause may promise more, never less', () => {
    const clauses = [clause(rules.fixed, { amount: 80_000 }, { held: whole })];
    const promised = (amount: number) => [...clauses, clause(rules.minimum, { amount }, { held: whole })];
    const floor = { amount: 100_000, held: whole };
    const drawn = (given: typeof clauses) =>
      drawLines(given, last, floor).lines.map(({ title, amount, clause: of }) => [title, amount, of]);
    expect(drawn(clauses).slice(1)).toEqual([['legal-minimum', 20_000, null]]);
    expect(drawn(promised(90_000)).slice(1)).toEqual([
      ['top-up', 10_000, 'plans.minimum'],
      ['legal-minimum', 10_000, null],
    ]);
    expect(drawn(promised(120_000)).slice(1)).toEqual([['top-up', 40_000, 'plans.minimum']]);
    expect(drawLines([], last, { amount: 100_000, held: { days: 5, of: 20 } }).total).toBe(25_000);
  });

  it('refuses a rule that gives a debt', () => {
    const wrong = {
      key: 'x',
      compute: () => [
        { part: 'fixed' as const, title: 'x', params: {}, base: null, rate: null, amount: -1, sources: [] },
      ],
    };
    expect(() => drawLines([clause(wrong, {}, {})], last)).toThrow(RangeError);
  });

  const held = fc
    .integer({ min: 1, max: 23 })
    .chain((of) => fc.record({ of: fc.constant(of), days: fc.integer({ min: 0, max: of }) }));
  it('never pays less than the minimum for the days held, and is the sum of its lines', () => {
    fc.assert(
      fc.property(
        held,
        fc.integer({ min: 0, max: 1e8 }),
        fc.integer({ min: 0, max: 1e8 }),
        fc.integer({ min: 0, max: 1e8 }),
        fc.integer({ min: -1e9, max: 1e9 }),
        (days, salary, least, byLaw, sold) => {
          const clauses = [
            clause(rules.minimum, { amount: least }, { held: days }),
            clause(rules.fixed, { amount: salary }, { held: days }),
            clause(rules.variable, agreed, { ...variableFacts(1000, sold), held: days }),
            clause(rules.percentage, { base: 'shipped', rate: 150 }, { base: sold, sources: [] }),
          ];
          const { lines, total } = drawLines(clauses, last, { amount: byLaw, held: days });
          expect(total).toBe(lines.reduce((so, line) => so + line.amount, 0));
          expect(total * days.of).toBeGreaterThanOrEqual(Math.max(least, byLaw) * days.days);
        },
      ),
    );
  });
});

describe('what if', () => {
  type Given = Parameters<typeof supposeVariable>;
  const paid = (facts: Given[0], supposition: Given[1]) =>
    drawLines([clause(rules.variable, agreed, supposeVariable(facts, supposition) as object)], last).total;
  const facts = variableFacts(1000, 400, 900);

  it('at 80, 100 and 120 percent of every plan', () => {
    const at = [8000, 10_000, 12_000].map((rate) => paid(facts, { kind: 'fulfilled', rate }));
    expect(at).toEqual([80_000, 100_000, 120_000]);
  });
  it('at the present rate', () => {
    expect(paid(facts, { kind: 'forecast' })).toBe(90_000);
  });
  it('a percentage follows the sales plan; without a plan, the forecast', () => {
    const base = (plan: number | null) =>
      supposePercentage({ base: 5, sources: [], expected: expected(plan, 70) }, { kind: 'fulfilled', rate: 12_000 });
    expect(base(100)).toMatchObject({ base: 120 });
    expect(base(null)).toMatchObject({ base: 70 });
  });
});
