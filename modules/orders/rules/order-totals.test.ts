import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { amountOf, effectiveDiscount, givenAway, totalOf } from './order-totals.ts';

const line = fc.record({
  quantity: fc.integer({ min: 1, max: 1_000_000 }).map((thousandths) => thousandths / 1000),
  unitPrice: fc.integer({ min: 0, max: 10_000_000 }),
  discountBp: fc.integer({ min: 0, max: 10_000 }),
});

describe('the total', () => {
  it('is the sum of lines, each rounded by itself', () => {
    const lines = [
      { quantity: 1, unitPrice: 333, discountBp: 500 },
      { quantity: 0.5, unitPrice: 333, discountBp: 0 },
    ];
    expect(lines.map(amountOf)).toEqual([316, 167]);
    expect(totalOf(lines)).toBe(483);
  });

  it('does not depend on the order of lines', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => totalOf(lines) === totalOf(lines.toReversed())),
    );
  });
});

describe('the discount that a line gives in truth', () => {
  test.each`
    unitPrice | discountBp | reference | percent
    ${1000}   | ${0}       | ${1000}   | ${0}
    ${1000}   | ${500}     | ${1000}   | ${500}
    ${950}    | ${0}       | ${1000}   | ${500}
    ${950}    | ${500}     | ${1000}   | ${975}
    ${949}    | ${0}       | ${1000}   | ${510}
    ${1200}   | ${0}       | ${1000}   | ${0}
    ${1200}   | ${1000}    | ${1000}   | ${0}
    ${1200}   | ${2500}    | ${1000}   | ${1000}
    ${2}      | ${0}       | ${3}      | ${3334}
    ${0}      | ${0}       | ${1000}   | ${10_000}
    ${0}      | ${0}       | ${0}      | ${0}
  `('$unitPrice less $discountBp of $reference gives $percent', ({ percent, reference, ...typed }) => {
    expect(effectiveDiscount(typed, reference)).toBe(percent);
  });

  it('is the same whether typed as a price or as a discount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 100 }), (hundreds, percent) => {
        const reference = hundreds * 100;
        const asPrice = effectiveDiscount({ unitPrice: hundreds * (100 - percent), discountBp: 0 }, reference);
        return asPrice === effectiveDiscount({ unitPrice: reference, discountBp: percent * 100 }, reference);
      }),
    );
  });

  it('never hides what is given: a lower price is never a lesser discount', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (a, b, reference) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const of = (unitPrice: number) => effectiveDiscount({ unitPrice, discountBp: 0 }, reference);
        return of(low) >= of(high);
      }),
    );
  });

  it('adds up to what the order gives away', () => {
    expect(givenAway([{ quantity: 10, unitPrice: 1000, discountBp: 500, reference: 1000 }])).toBe(500);
    expect(givenAway([{ quantity: 10, unitPrice: 1100, discountBp: 0, reference: 1000 }])).toBe(0);
  });
});
