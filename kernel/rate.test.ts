import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { money } from './money.ts';
import { applyRate, formatRate, rateOf } from './rate.ts';

test.each([
  [1, 2, 5000],
  [1, 3, 3333],
  [2, 3, 6667],
  [3, 2, 15_000],
  [0, 5, 0],
  [-1, 3, -3333],
  [1, -2, -5000],
  [1, 20_000, 1],
  [1, 20_001, 0],
  [5, 0, null],
  [0, 0, null],
])('%s of %s is %s basis points', (part, whole, basisPoints) => {
  expect(rateOf(part, whole)).toBe(basisPoints);
});

describe('rateOf and applyRate', () => {
  it('take each other back, as closely as a basis point allows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (part, whole) => {
        const rate = rateOf(part, whole) ?? 0;
        const back = applyRate(money(whole, 'RUB'), rate, 'half-up').amount;
        expect(Math.abs(back - part)).toBeLessThanOrEqual(whole / 20_000 + 0.5);
      }),
    );
  });
  it('keep the currency, and round as told', () => {
    expect(applyRate(money(999, 'USD'), 1250, 'half-up')).toEqual(money(125, 'USD'));
    expect(applyRate(money(999, 'USD'), 1250, 'down')).toEqual(money(124, 'USD'));
    expect(applyRate(money(-999, 'USD'), 1250, 'half-up')).toEqual(money(-125, 'USD'));
  });
  it('refuse fractions', () => {
    expect(() => rateOf(0.5, 1)).toThrow(RangeError);
    expect(() => applyRate(money(1, 'USD'), 12.5, 'down')).toThrow(RangeError);
  });
});

test.each([
  [1250, 'en', '12.5%'],
  [1250, 'ru', '12,5 %'],
  [10_000, 'en', '100%'],
  [1, 'en', '0.01%'],
  [-333, 'ru', '-3,33 %'],
  [1_234_500, 'en', '12,345%'],
] as const)('%s basis points in %s: %s', (basisPoints, language, text) => {
  expect(formatRate(basisPoints, language).replace(/\u00a0/g, ' ')).toBe(text);
});
