import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAttempts } from './attempts.ts';

describe('attempts', () => {
  it('are let through up to the limit, and again when the window has ended', () => {
    let now = 0;
    const attempts = countAttempts(() => now);
    const limit = { window: 60, max: 3 };
    const answers = [0, 20_000, 40_000, 59_000].map((at) => {
      now = at;
      return attempts.consume('a', limit);
    });
    expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
    expect(answers.at(-1)?.retryAfter).toBe(1);
    now = 60_000;
    expect(attempts.consume('a', limit)).toEqual({ allowed: true, retryAfter: null });
  });

  it('of one key leave the others alone', () => {
    const attempts = countAttempts(() => 0);
    expect(attempts.consume('a', { window: 60, max: 1 }).allowed).toBe(true);
    expect(attempts.consume('a', { window: 60, max: 1 }).allowed).toBe(false);
    expect(attempts.consume('b', { window: 60, max: 1 }).allowed).toBe(true);
  });

  it('are never more than twice the limit in any stretch as long as a window, nor refused for longer than one', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 10 }), (given, max) => {
        let now = 0;
        const attempts = countAttempts(() => now);
        const passed: number[] = [];
        for (const gap of given) {
          now += gap;
          const { allowed, retryAfter } = attempts.consume('a', { window: 60, max });
          if (allowed) passed.push(now);
          else expect(retryAfter).toBeLessThanOrEqual(60);
        }
        // Two windows may meet in it.
        for (const from of passed)
          expect(passed.filter((at) => at >= from && at < from + 60_000).length).toBeLessThanOrEqual(2 * max);
      }),
    );
  });
});
