import { describe, expect, it } from 'vitest';
import { judgeCredit } from './judge-credit.ts';
import { covers, needsOf } from './needs.ts';

const credit = judgeCredit({
  limit: 1000,
  toleranceDays: 0,
  owed: 0,
  overdue: 0,
  oldestOverdueDays: 0,
  brokenPromises: 0,
  openOrders: 0,
  incoming: 10,
});
const line = { position: 1, unitPrice: 1000, discountBp: 0, columnPrice: 1000, entitledPrice: 1000 };
const plain = { column: 1, entitledColumn: 1, lines: [line], credit };

describe('what an order needs authority for', () => {
  it('is nothing within the terms', () => {
    expect(needsOf(plain)).toEqual([]);
    expect(
      needsOf({ ...plain, column: 1, entitledColumn: 3, lines: [{ ...line, entitledPrice: 900, unitPrice: 900 }] }),
    ).toEqual([]);
  });

  it('is the column beyond the entitled one, and then discounts below its price alone', () => {
    const better = { ...line, unitPrice: 900, columnPrice: 900 };
    expect(needsOf({ ...plain, column: 3, lines: [better] })).toEqual([
      { permit: 'orders.price-column', figures: { column: 3 }, entitled: 1 },
    ]);
    const both = needsOf({ ...plain, column: 3, lines: [{ ...better, discountBp: 100 }] });
    expect(both.map((need) => need.figures)).toEqual([{ column: 3 }, { percent: 100 }]);
  });

  it('is the deepest discount of any line, wherever it stands', () => {
    const lines = [line, { ...line, position: 2, discountBp: 300 }, { ...line, position: 3, unitPrice: 800 }];
    expect(needsOf({ ...plain, lines })).toEqual([
      { permit: 'orders.discount', figures: { percent: 2000 }, position: 3 },
    ]);
  });

  it('is covered only by figures that are not smaller', () => {
    expect(covers({ amount: 100, overdueDays: 5 }, { amount: 100, overdueDays: 5 })).toBe(true);
    expect(covers({ amount: 100, overdueDays: 5 }, { amount: 101, overdueDays: 0 })).toBe(false);
    expect(covers({}, { percent: 1 })).toBe(false);
  });
});
