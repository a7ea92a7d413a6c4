import { expect, test } from 'vitest';
import { daysOverdue, waitsTooLongBefore } from './contact-cadence.ts';

test.each([
  ['2026-11-17', 7, 0, 'a week ago with a cadence of a week'],
  ['2026-11-16', 7, 1, 'a day too long'],
  ['2026-11-24', 7, -7, 'contacted today'],
  ['2026-01-01', 30, 297, 'long forgotten'],
])('contacted on %s, every %i days: %i days overdue — %s', (since, days, overdue) => {
  expect(daysOverdue(since, days, '2026-11-24')).toBe(overdue);
  const isOverdue = since < waitsTooLongBefore(Temporal.PlainDate.from('2026-11-24'), days);
  expect(isOverdue).toBe(overdue > 0);
});
