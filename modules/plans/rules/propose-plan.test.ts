import { describe, expect, test } from 'vitest';
import { proposedPlan } from './propose-plan.ts';

describe('a plan proposed from what was sold', () => {
  test.each([
    ['a tenth above the year before', 1_000_000, [5, 5, 5], 1_100_000],
    ['rounded up to whole hundreds', 1_000_001, [], 1_110_000],
    ['above the average where nothing was sold a year before', 0, [300_000, 0, 300_000], 220_000],
    ['months in which more came back count as nothing', 0, [-900_000, 300_000], 170_000],
    ['never nothing', 0, [], 10_000],
  ])('%s', (_name, yearBefore, lastMonths, expected) => {
    expect(proposedPlan(yearBefore, lastMonths)).toBe(expected);
  });
});
