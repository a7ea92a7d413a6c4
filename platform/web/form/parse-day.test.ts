import { describe, expect, it } from 'vitest';
import { dayOf } from './parse-day.ts';

const today = '2026-05-14';

describe('a day as people type it', () => {
  it.each([
    ['14', '2026-05-14', 'today'],
    ['20', '2026-05-20', 'later this month'],
    ['3', '2026-06-03', 'already past, so next month'],
    ['14.5', '2026-05-14', 'day and month of this year'],
    ['1.2', '2026-02-01', 'a month already past stays in this year'],
    ['14.05.26', '2026-05-14', 'a short year'],
    ['14/05/2027', '2027-05-14', 'strokes'],
    ['14 05', '2026-05-14', 'blanks'],
    ['2026-12-31', '2026-12-31', 'ISO 8601'],
    ['+7', '2026-05-21', 'days from today'],
    ['-14', '2026-04-30', 'days before today'],
    ['31.6', null, 'June has thirty'],
    ['29.2.2027', null, 'no leap year'],
    ['0', null, 'no such day'],
    ['tomorrow', null, 'not a number'],
    ['', null, 'nothing'],
  ])('%s is %s: %s', (text, day, _why) => {
    expect(dayOf(text, today)).toBe(day);
  });
});
