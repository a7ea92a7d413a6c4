import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CostedLine, costOf, type Margin, marginOf } from './margin.ts';

describe('what lines cost', () => {
  it.each<[CostedLine[], ReturnType<typeof costOf>, string]>([
    [[{ quantity: 3, cost: 250 }], { cost: 750 }, 'quantity times cost'],
    [[{ quantity: 0.5, cost: 333 }], { cost: 167 }, 'each line is rounded half up by itself'],
    [[], { cost: 0 }, 'nothing costs nothing'],
    [[{ quantity: 1, cost: 0 }], { cost: 0 }, 'a gift costs nothing and is known'],
    [
      [
        { quantity: 1, cost: 5 },
        { quantity: 1, cost: null },
      ],
      { unknown: 1 },
      'one unknown cost leaves no sum',
    ],
  ])('%j is %j: %s', (lines, expected) => {
    expect(costOf(lines)).toEqual(expected);
  });
});

describe('margin', () => {
  it.each<[number, number, Margin, string]>([
    [1000, 600, { amount: 400, rate: 4000 }, 'of what is paid'],
    [900, 600, { amount: 300, rate: 3333 }, 'rounded down: never more than there is'],
    [500, 600, { amount: -100, rate: -2000 }, 'below cost it is negative'],
    [0, 600, { amount: -600, rate: null }, 'of nothing there is no share'],
  ])('%i paid and %i of cost give %j: %s', (paid, cost, expected) => {
    expect(marginOf(paid, cost)).toEqual(expected);
  });

  it('a discount lowers it by exactly what it gives away', () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000 });
    fc.assert(
      fc.property(amounts, amounts, amounts, (total, given, cost) => {
        expect(marginOf(total + given, cost).amount - marginOf(total, cost).amount).toBe(given);
      }),
    );
  });
});
