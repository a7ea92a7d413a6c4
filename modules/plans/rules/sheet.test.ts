import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { breakDown } from './sheet.ts';

describe('a plan broken down', () => {
  test.each([
    ['by what each sold a year before', 1000, [300, 100], [750, 250]],
    ['nothing for whoever sold nothing', 1000, [300, null, -50], [1000, 0, 0]],
    ['evenly where nobody sold', 100, [null, 0, 0], [34, 33, 33]],
  ])('%s', (_name, plan, lastYear, expected) => {
    expect(breakDown(plan, lastYear)).toEqual(expected);
  });
  test('in whole steps, and what does not fill one goes to the greatest', () => {
    expect(breakDown(100_050, [1, 2, 0], 10_000)).toEqual([30_000, 70_050, 0]);
  });
  it('always sums to the plan, so that it can be approved', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e13 }),
        fc.array(fc.option(fc.integer({ min: -1e9, max: 1e12 })), { minLength: 1 }),
        (plan, sold) => {
          expect(breakDown(plan, sold, 10_000).reduce((so, each) => so + each, 0)).toBe(plan);
        },
      ),
    );
  });
});
