import { expect, it, test } from 'vitest';
import { type Bought, periodNumber, periodOf, standingOf, trendPeriods, turnoverOf } from './assortment.ts';

test.each([
  ['quarter', '2026-11-24', '2026-Q4', '2026-10-01', '2027-01-01'],
  ['quarter', '2026-01-01', '2026-Q1', '2026-01-01', '2026-04-01'],
  ['quarter', '2026-03-31', '2026-Q1', '2026-01-01', '2026-04-01'],
  ['year', '2026-12-31', '2026', '2026-01-01', '2027-01-01'],
] as const)('the %s of %s is %s', (unit, day, key, from, to) => {
  expect(periodOf(unit, periodNumber(unit, day))).toMatchObject({ key, from, to });
});

test.each([
  ['quarter', 1, '2010-01-01', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'], 'a year has four'],
  ['quarter', 10, '2026-08-01', ['2026-Q3', '2026-Q4'], 'nothing before the first purchase'],
  ['year', 3, '2010-01-01', ['2024', '2025', '2026'], 'the running one counts'],
] as const)('by %s for %i years from %s: %j, %s', (unit, years, earliest, keys, _why) => {
  expect(trendPeriods(unit, '2026-11-24', years, earliest).map(({ key }) => key)).toEqual(keys);
});

it('counts what is new and what is lost', () => {
  const bought: Bought[] = [
    ...[1, 2, 3, 4].map((period) => ({ productId: 'always', period, amount: 1 })),
    ...[1, 3].map((period) => ({ productId: 'now and then', period, amount: 1 })),
    { productId: 'once', period: 2, amount: 1 },
  ];
  expect(turnoverOf(bought, [1, 2, 3, 4], 4)).toEqual([
    { products: 2, newProducts: 2, lostProducts: 0 },
    { products: 2, newProducts: 1, lostProducts: 0 },
    { products: 2, newProducts: 0, lostProducts: 1 },
    { products: 1, newProducts: 0, lostProducts: null },
  ]);
});

test.each([
  [{ first: 1, last: 10 }, 'kept', 'bought from the first to the running period'],
  [{ first: 1, last: 9 }, 'kept', 'the running period is not over'],
  [{ first: 1, last: 8 }, 'lost', 'neither in this period nor in the one before'],
  [{ first: 9, last: 9 }, 'new', 'since the last period'],
  [{ first: 10, last: 10 }, 'new', 'since this one'],
] as const)('%j is %s: %s', (span, standing, _why) => {
  expect(standingOf(span, 10, 1)).toBe(standing);
});

it('calls nothing new where the history itself is', () => {
  expect(standingOf({ first: 10, last: 10 }, 10, 10)).toBe('kept');
});
