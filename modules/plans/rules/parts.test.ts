import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { comparePlans, type StandingFigure } from './compare-plans.ts';
import { figureHref } from './figure-address.ts';
import { partTotals, restOf } from './parts.ts';

describe('what lies in no part of a plan', () => {
  test.each([
    ['what is left of both', { plan: 100, fact: 70 }, [{ plan: 60, fact: 50 }], { plan: 40, fact: 20 }],
    ['returns of the rest are negative', { plan: 100, fact: 40 }, [{ plan: 60, fact: 50 }], { plan: 40, fact: -10 }],
    ['no plan leaves none', { plan: null, fact: 70 }, [], { plan: null, fact: 70 }],
    ['a whole that is wholly broken down', { plan: 60, fact: 9 }, [{ plan: 60, fact: 9 }], { plan: 0, fact: 0 }],
  ])('%s', (_name, whole, parts, expected) => {
    expect(restOf(whole, parts)).toEqual(expected);
  });

  it('sums with the parts to the whole', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    const figure = fc.record({ plan: amount, fact: fc.integer({ min: -1_000_000, max: 1_000_000_000 }) });
    fc.assert(
      fc.property(figure, fc.array(figure), (whole, parts) => {
        const all = [...parts, restOf(whole, parts)];
        expect(all.reduce((so, each) => so + each.fact, 0)).toBe(whole.fact);
        expect(all.reduce((so, each) => so + (each.plan ?? 0), 0)).toBe(whole.plan);
      }),
    );
  });
});

describe('parts while they are typed', () => {
  test.each([
    ['some is open', 100, [60, null], { sum: 60, open: 40, above: 0 }],
    ['all is broken down', 100, [60, 40], { sum: 100, open: 0, above: 0 }],
    ['too much', 100, [60, 41], { sum: 101, open: 0, above: 1 }],
    ['without a whole every part is too much', null, [5], { sum: 5, open: 0, above: 5 }],
  ])('%s', (_name, whole, parts, expected) => {
    expect(partTotals(whole, parts)).toEqual(expected);
  });
});

describe('two standings of a plan', () => {
  const figure = (by: StandingFigure['by'], id: string | null, amount: number) => ({ by, id, label: id, amount });
  it('are compared figure by figure, the whole first and then the greatest change', () => {
    const before = [figure('whole', null, 100), figure('client', 'a', 30), figure('client', 'b', 10)];
    const after = [figure('category', 'g', 5), figure('client', 'a', 70), figure('whole', null, 120)];
    expect(comparePlans(before, after).map(({ by, id, change }) => [by, id, change])).toEqual([
      ['whole', null, 20],
      ['category', 'g', 5],
      ['client', 'a', 40],
      ['client', 'b', -10],
    ]);
    expect(comparePlans(before, after).at(-1)).toMatchObject({ before: 10, after: null });
  });
});

describe('the address of a figure', () => {
  test.each([
    ['of an employee’s sales', [{ employee: 'e' }, '2026-11', 'sales'], '/plan/sales?month=2026-11&employee=e'],
    ['of everyone in sight', [{}, '2026-11', 'new-clients'], '/plan/clients?month=2026-11&metric=new-clients'],
    [
      'of what no client’s part covers',
      [{ department: 'd' }, '2026-11', 'sales', { rest: 'client' }],
      '/plan/sales?month=2026-11&department=d&rest=client',
    ],
  ] as const)('%s', (_name, [whose, month, metric, part], expected) => {
    expect(figureHref(whose, month, metric, part)).toBe(expected);
  });
});
