import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addWorkingDays,
  contains,
  day,
  days,
  isoWeekOf,
  isWorkingDay,
  month,
  nextWeek,
  overlaps,
  parseRange,
  period,
  printRange,
  type Validity,
  weekPeriod,
  workingDaysBetween,
} from './period.ts';

const someDay = fc.integer({ min: 0, max: 40_000 }).map((offset) => day('1990-01-01').add({ days: offset }));
const bounds = fc.option(someDay.map(String));
const validities = fc
  .record({ from: bounds, to: bounds })
  .filter(({ from, to }) => from === null || to === null || from < to);

describe('a daterange as text', () => {
  test.each<[text: string, read: Validity | null]>([
    ['[2026-01-01,2026-02-01)', { from: '2026-01-01', to: '2026-02-01' }],
    ['[2026-01-01,)', { from: '2026-01-01', to: null }],
    ['(,2026-02-01)', { from: null, to: '2026-02-01' }],
    ['(,)', { from: null, to: null }],
    ['empty', null],
    ['[2026-01-01,2026-01-31]', { from: '2026-01-01', to: '2026-02-01' }],
    ['(2025-12-31,2026-02-01)', { from: '2026-01-01', to: '2026-02-01' }],
    ['[2026-01-01,infinity)', { from: '2026-01-01', to: null }],
    ['[-infinity,2026-01-01)', { from: null, to: '2026-01-01' }],
    ['["2026-01-01","2026-02-01")', { from: '2026-01-01', to: '2026-02-01' }],
    ['[2026-01-01,2026-01-01)', null],
    ['(2026-01-01,2026-01-02)', null],
  ])('%s', (text, read) => {
    expect(parseRange(text)).toEqual(read);
  });
  test.each(['', '2026-01-01', '[2026-01-01]', '[2026-02-30,)', '[2026-1-1,)', '[a,b)', '[,,)'])(
    '"%s" is none',
    (text) => {
      expect(() => parseRange(text)).toThrow(RangeError);
    },
  );
  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(validities, (validity) => {
        expect(parseRange(printRange(validity))).toEqual(validity);
      }),
    );
  });
});

describe('a period', () => {
  it('has its first day and not its last', () => {
    const january = month('2026-01');
    expect(contains(january, '2026-01-01')).toBe(true);
    expect(contains(january, day('2026-01-31'))).toBe(true);
    expect(contains(january, '2026-02-01')).toBe(false);
    expect(contains({ from: null, to: null }, '2026-02-01')).toBe(true);
    expect(days(january)).toBe(31);
  });
  it('does not overlap its neighbour', () => {
    expect(overlaps(month('2026-01'), month('2026-02'))).toBe(false);
    expect(overlaps(month('2026-01'), period('2026-01-31', '2026-02-01'))).toBe(true);
    expect(overlaps({ from: '2026-02-01', to: null }, { from: null, to: '2026-02-01' })).toBe(false);
  });
  it('overlaps another exactly when one begins within the other', () => {
    fc.assert(
      fc.property(validities, validities, (a, b) => {
        const begins = (one: Validity, other: Validity) =>
          one.from === null ? other.from === null : contains(other, one.from);
        expect(overlaps(a, b)).toBe(begins(a, b) || begins(b, a));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });
  test.each([
    ['2026-02-01', '2026-02-01'],
    ['2026-02-02', '2026-02-01'],
    ['2026-02-30', '2026-03-01'],
    ['2026-02-01T00:00', '2026-03-01'],
  ])('cannot run from %s to %s', (from, to) => {
    expect(() => period(from, to)).toThrow(RangeError);
  });
  test.each([
    ['2026-02', 28],
    ['2028-02', 29],
    ['2026-12', 31],
  ])('of the month %s has %s days', (text, length) => {
    expect(days(month(text))).toBe(length);
  });
  test.each(['2026-13', '2026-00', '2026-1', '202601', '2026-01-01'])('"%s" is no month', (text) => {
    expect(() => month(text)).toThrow(RangeError);
  });
});

describe('ISO weeks', () => {
  test.each([
    ['2026-11-24', '2026-W48'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2026-01-01', '2026-W01'],
  ])('%s lies in %s', (date, week) => {
    expect(isoWeekOf(day(date))).toBe(week);
  });
  it('are seven days from Monday that contain each of theirs', () => {
    expect(weekPeriod('2026-W48')).toEqual({ from: '2026-11-23', to: '2026-11-30' });
    fc.assert(
      fc.property(someDay, (date) => {
        const week = weekPeriod(isoWeekOf(date));
        expect(contains(week, date)).toBe(true);
        expect(days(week)).toBe(7);
        expect(day(week.from).dayOfWeek).toBe(1);
        expect(weekPeriod(nextWeek(isoWeekOf(date))).from).toBe(week.to);
      }),
    );
  });
  test.each([
    ['2026-W48', '2026-W49'],
    ['2025-W52', '2026-W01'],
    ['2026-W53', '2027-W01'],
  ])('after %s comes %s', (week, next) => {
    expect(nextWeek(week)).toBe(next);
  });
  test.each(['2025-W53', '2026-W00', '2026-W54', '2026W48', '2026-w48', '2026-W1'])('"%s" is none', (week) => {
    expect(() => weekPeriod(week)).toThrow(RangeError);
  });
});

describe('working days', () => {
  const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: new Set(['2026-01-01', '2026-01-02', '2026-01-07']) };

  test.each([
    ['2025-12-31', true, 'a Wednesday'],
    ['2026-01-01', false, 'a holiday'],
    ['2026-01-03', false, 'a Saturday'],
  ])('%s: %s, %s', (date, works) => {
    expect(isWorkingDay(day(date), calendar)).toBe(works);
  });
  test.each([
    ['2025-12-31', 1, '2026-01-05'],
    ['2025-12-31', 3, '2026-01-08'],
    ['2026-01-03', 1, '2026-01-05'],
    ['2026-01-05', -1, '2025-12-31'],
    ['2026-01-03', 0, '2026-01-03'],
  ])('%s and %s working days is %s', (date, count, result) => {
    expect(addWorkingDays(day(date), count, calendar).toString()).toBe(result);
  });
  test.each([
    ['2025-12-31', '2026-01-05', 1],
    ['2026-01-05', '2025-12-31', -1],
    ['2026-01-05', '2026-01-12', 4],
    ['2026-01-05', '2026-01-05', 0],
  ])('from %s up to %s there are %s', (from, to, count) => {
    expect(workingDaysBetween(day(from), day(to), calendar)).toBe(count);
  });

  it('are counted back from where one arrived', () => {
    const near = fc.integer({ min: 0, max: 60 }).map((offset) => day('2025-12-01').add({ days: offset }));
    fc.assert(
      fc.property(near, fc.integer({ min: 1, max: 60 }), (date, count) => {
        const arrived = addWorkingDays(date, count, calendar);
        expect(isWorkingDay(arrived, calendar)).toBe(true);
        const tomorrow = date.add({ days: 1 });
        expect(workingDaysBetween(tomorrow, arrived.add({ days: 1 }), calendar)).toBe(count);
      }),
    );
  });
  it('need a calendar that has some, and a whole number', () => {
    const idle = { weekdays: [], holidays: new Set<string>() };
    expect(() => addWorkingDays(day('2026-01-05'), 1, idle)).toThrow(RangeError);
    expect(() => addWorkingDays(day('2026-01-05'), 1.5, calendar)).toThrow(RangeError);
  });
});
