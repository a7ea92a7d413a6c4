import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { allocate } from './allocate.ts';

describe('allocate', () => {
  test.each<[amount: number, weights: number[], parts: number[], because: string]>([
    [100, [1, 1], [50, 50], 'it comes out even'],
    [100, [1, 1, 1], [34, 33, 33], 'of equal remainders the earlier gets the unit'],
    [200, [1, 1, 1], [67, 67, 66], 'two are left over'],
    [10, [7, 2, 1], [7, 2, 1], 'weights need no scale'],
    [5, [3, 7], [2, 3], '1.5 and 3.5: the earlier'],
    [1, [1, 2], [0, 1], 'the larger remainder wins, not the earlier'],
    [-100, [1, 1, 1], [-34, -33, -33], 'a credit mirrors the charge'],
    [7, [0, 0, 0], [3, 2, 2], 'without weights the split is even'],
    [7, [0, 5], [0, 7], 'no weight, no part'],
    [0, [3, 4], [0, 0], 'nothing to split'],
    [Number.MAX_SAFE_INTEGER, [1, 0], [Number.MAX_SAFE_INTEGER, 0], 'the largest amount'],
  ])('%s by %j gives %j: %s', (amount, weights, parts) => {
    expect(allocate(amount, weights)).toEqual(parts);
  });

  const amounts = fc.maxSafeInteger();
  const weights = fc.array(fc.oneof(fc.nat(100), fc.maxSafeNat()), { minLength: 1, maxLength: 30 });

  it('gives parts that sum to the amount', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, among) => {
        const parts = allocate(amount, among);
        expect(parts).toHaveLength(among.length);
        expect(parts.reduce((so, part) => so + BigInt(part), 0n)).toBe(BigInt(amount));
      }),
    );
  });
  it('keeps every part within one unit of its exact share, with the sign of the amount', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, among) => {
        const total = among.reduce((so, weight) => so + BigInt(weight), 0n);
        fc.pre(total > 0n);
        allocate(amount, among).forEach((part, index) => {
          const off = BigInt(part) * total - BigInt(amount) * BigInt(among[index] ?? 0);
          expect(off < total && off > -total).toBe(true);
          expect(part * Math.sign(amount)).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
  it('never gives more to the smaller weight, except the one unit that earlier ones get', () => {
    fc.assert(
      fc.property(fc.nat(1e9), weights, (amount, among) => {
        const heaviestFirst = among.toSorted((a, b) => b - a);
        const parts = allocate(amount, heaviestFirst);
        expect(parts).toEqual(parts.toSorted((a, b) => b - a));
      }),
    );
  });
  it('mirrors the sign', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, among) => {
        expect(allocate(-amount, among)).toEqual(allocate(amount, among).map((part) => 0 - part));
      }),
    );
  });
  test.each([
    [1, []],
    [1, [1, -1]],
    [1, [0.5]],
    [1, [Number.NaN]],
    [0.5, [1]],
  ])('refuses %s by %j', (amount, among) => {
    expect(() => allocate(amount, among)).toThrow(RangeError);
  });
});
