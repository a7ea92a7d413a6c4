import { expect, test } from 'vitest';
import { dueMoment, isInTime, weeksDueIn, weekToPlan } from './week-due.ts';

test.each([
  ['2026-W49', 5, '18:00', 'America/New_York', '2026-11-27T23:00:00Z', 'Friday of the week before, winter time'],
  ['2026-W45', 5, '18:00', 'America/New_York', '2026-10-30T22:00:00Z', 'summer time still'],
  ['2026-W45', 7, '12:00', 'America/New_York', '2026-11-01T17:00:00Z', 'the Sunday on which the clock goes back'],
  ['2026-W49', 1, '09:00', 'Europe/Moscow', '2026-11-23T06:00:00Z', 'Monday of the week before'],
  ['2027-W01', 5, '17:30', 'UTC', '2027-01-01T17:30:00Z', 'the week before belongs to another ISO year'],
  ['2026-W53', 5, '17:30', 'UTC', '2026-12-25T17:30:00Z', 'a year of 53 weeks'],
])('the plan of %s by weekday %i %s in %s is due %s: %s', (week, dueWeekday, dueTime, zone, due) => {
  expect(dueMoment(week, { dueWeekday, dueTime }, zone).toString()).toBe(due);
});

test.each([
  ['2026-11-27T22:59:59.999Z', true, 'before'],
  ['2026-11-27T23:00:00Z', true, 'at the very moment'],
  ['2026-11-27T23:00:00.001Z', false, 'a moment after'],
])('submitted at %s: in time %s — %s', (at, inTime) => {
  const due = dueMoment('2026-W49', { dueWeekday: 5, dueTime: '18:00' }, 'America/New_York');
  expect(isInTime(Temporal.Instant.from(at), due)).toBe(inTime);
});

test('the week to plan is the next one, across the year', () => {
  expect(weekToPlan(Temporal.PlainDate.from('2026-11-24'))).toBe('2026-W49');
  expect(weekToPlan(Temporal.PlainDate.from('2027-01-03'))).toBe('2027-W01');
  expect(weekToPlan(Temporal.PlainDate.from('2026-12-28'))).toBe('2027-W01');
});

test.each([
  ['2026-11-01', '2026-12-01', 5, ['2026-W46', '2026-W47', '2026-W48', '2026-W49'], 'four Fridays'],
  ['2026-11-06', '2026-11-07', 5, ['2026-W46'], 'the due day itself'],
  ['2026-11-07', '2026-11-13', 5, [], 'between two Fridays'],
  ['2026-11-02', '2026-11-09', 1, ['2026-W46'], 'a Monday'],
])('from %s up to %s by weekday %i: %j — %s', (from, to, dueWeekday, weeks) => {
  expect(weeksDueIn(from, to, { dueWeekday, dueTime: '18:00' })).toEqual(weeks);
});
