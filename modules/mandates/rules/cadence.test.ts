import { describe, expect, it } from 'vitest';
import { chosenPeriod } from './cadence.ts';

const none = { first: '', last: '' };

describe('the period that was chosen on Tuesday, 2026-11-24', () => {
  it.each([
    ['week', none, '2026-11-23', '2026-11-30', 'Monday to Sunday'],
    ['month', none, '2026-11-01', '2026-12-01', 'the calendar month'],
    ['quarter', none, '2026-10-01', '2027-01-01', 'October to December'],
    ['days', { first: '2026-11-02', last: '2026-11-06' }, '2026-11-02', '2026-11-07', 'the last day is included'],
  ] as const)('%s: %s', (choice, own, from, to, _why) => {
    expect(chosenPeriod(choice, '2026-11-24', own)).toEqual({ from, to });
  });
  it('is none while a day of one’s own is missing', () => {
    expect(chosenPeriod('days', '2026-11-24', { first: '2026-11-02', last: '' })).toBeNull();
  });
});
