import { describe, expect, it, test } from 'vitest';
import { baseDay, judgeBase } from './base.ts';

describe('the active base', () => {
  test.each([
    [12, 10, { required: 10, done: 10, late: 0, missed: 0 }],
    [10, 10, { required: 10, done: 10, late: 0, missed: 0 }],
    [7, 10, { required: 10, done: 7, late: 0, missed: 3 }],
    [0, 10, { required: 10, done: 0, late: 0, missed: 10 }],
  ])('%i active of %i required', (active, required, judged) => {
    expect(judgeBase(active, required)).toEqual(judged);
  });

  it('counts on the last day of a period that is over, and today in one that runs', () => {
    const march = { from: '2026-03-01', to: '2026-04-01' };
    expect(baseDay(march, '2026-05-10')).toBe('2026-03-31');
    expect(baseDay(march, '2026-03-12')).toBe('2026-03-12');
    expect(baseDay(march, '2026-03-31')).toBe('2026-03-31');
  });
});
