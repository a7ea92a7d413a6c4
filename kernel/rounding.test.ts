import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { divideRounded, type Rounding, toSafeInteger } from './rounding.ts';

describe('divideRounded', () => {
  test.each<[numerator: bigint, denominator: bigint, halfUp: bigint, halfEven: bigint, down: bigint, up: bigint]>([
    [4n, 2n, 2n, 2n, 2n, 2n],
    [5n, 2n, 3n, 2n, 2n, 3n],
    [7n, 2n, 4n, 4n, 3n, 4n],
    [1n, 3n, 0n, 0n, 0n, 1n],
    [2n, 3n, 1n, 1n, 0n, 1n],
    [-5n, 2n, -3n, -2n, -2n, -3n],
    [5n, -2n, -3n, -2n, -2n, -3n],
    [-5n, -2n, 3n, 2n, 2n, 3n],
    [0n, -7n, 0n, 0n, 0n, 0n],
  ])('%s / %s', (numerator, denominator, halfUp, halfEven, down, up) => {
    expect(divideRounded(numerator, denominator, 'half-up')).toBe(halfUp);
    expect(divideRounded(numerator, denominator, 'half-even')).toBe(halfEven);
    expect(divideRounded(numerator, denominator, 'down')).toBe(down);
    expect(divideRounded(numerator, denominator, 'up')).toBe(up);
  });

  it('never strays a whole unit from the exact quotient, and mirrors the sign', () => {
    const rounding = fc.constantFrom<Rounding>('half-up', 'half-even', 'down', 'up');
    const divisor = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), divisor, rounding, (n, d, how) => {
        const off = divideRounded(n, d, how) * d - n;
        expect(off < d && off > -d).toBe(true);
        if (how.startsWith('half')) expect(off * 2n <= d && off * 2n >= -d).toBe(true);
        expect(divideRounded(-n, d, how)).toBe(-divideRounded(n, d, how));
      }),
    );
  });

  it('does not divide by zero', () => {
    expect(() => divideRounded(1n, 0n, 'half-up')).toThrow(RangeError);
  });
});

it('toSafeInteger refuses what a number cannot hold exactly', () => {
  expect(toSafeInteger(BigInt(Number.MAX_SAFE_INTEGER))).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => toSafeInteger(BigInt(Number.MAX_SAFE_INTEGER) + 1n)).toThrow(RangeError);
});
