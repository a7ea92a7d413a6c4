import { describe, expect, test } from 'vitest';
import { month } from '#kernel/period.ts';
import { daysOf, monthsFrom, monthsWithin } from './month-days.ts';

const weekdays = { weekdays: [1, 2, 3, 4, 5], holidays: new Set(['2026-05-01']) };

describe('working days of May 2026', () => {
  test.each([
    ['2026-04-15', { all: 20, elapsed: 0 }, 'before it begins'],
    ['2026-05-01', { all: 20, elapsed: 0 }, 'on its first day, a holiday'],
    ['2026-05-04', { all: 20, elapsed: 1 }, 'on the first working day: today counts'],
    ['2026-05-10', { all: 20, elapsed: 5 }, 'on a Sunday'],
    ['2026-05-31', { all: 20, elapsed: 20 }, 'on its last day'],
    ['2027-01-01', { all: 20, elapsed: 20 }, 'long after'],
  ])('%s', (today, expected, _why) => {
    expect(daysOf(month('2026-05'), Temporal.PlainDate.from(today), weekdays)).toEqual(expected);
  });
});

test('months follow each other over the year', () => {
  expect(monthsFrom('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(monthsWithin({ from: '2026-12-15', to: '2027-02-01' })).toEqual(['2026-12', '2027-01']);
  expect(monthsWithin(month('2026-05'))).toEqual(['2026-05']);
});
