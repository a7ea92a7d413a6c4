import { expect, test } from 'vitest';
import { elapsed, presentDays, requiredContacts } from './working-days.ts';

const calendar = { weekdays: [1, 2, 3, 4, 5], holidays: new Set(['2026-11-26']) };
const week = { from: '2026-11-23', to: '2026-11-30' };

test.each([
  ['nobody away', [], ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-27']],
  ['away Tuesday and Wednesday', [{ from: '2026-11-24', to: '2026-11-26' }], ['2026-11-23', '2026-11-27']],
  ['away since long ago and for long', [{ from: '2026-01-01', to: '2027-01-01' }], []],
])('Thursday is a holiday; %s', (_name, absences, days) => {
  expect(presentDays(week, calendar, absences)).toEqual(days);
});

test.each([
  [10, 5, 10, 'a whole week'],
  [10, 3, 6, 'three days of five'],
  [10, 0, 0, 'away all week'],
  [3, 2, 1, '1.2 is one'],
  [5, 22, 22, 'a month of 22 days'],
  [1, 3, 1, '0.6 is one'],
  [5, 1, 1, 'one a day'],
])('%i a week over %i days: %i — %s', (perWeek, days, required) => {
  expect(requiredContacts(perWeek, days, calendar)).toBe(required);
});

test('halves are rounded up', () => {
  expect(requiredContacts(5, 1, { weekdays: [1, 3], holidays: new Set() })).toBe(3);
});

test('what is over of a period: up to today, or all of it', () => {
  expect(elapsed(week, '2026-11-25')).toEqual({ from: '2026-11-23', to: '2026-11-25' });
  expect(elapsed(week, '2026-12-25')).toEqual(week);
  expect(elapsed(week, '2026-11-23')).toBeNull();
});
