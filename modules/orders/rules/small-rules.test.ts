import { describe, expect, it } from 'vitest';
import { compareEntered } from './compare-entered.ts';
import { tallyOf, tallyOfShare, urgencyOf } from './judge-deadline.ts';
import { timely } from './order-lifecycle.ts';

const line = (productId: string, quantity = 1, unitPrice = 100, discountBp = 0) => ({
  position: 1,
  productId,
  quantity,
  unitPrice,
  discountBp,
});

describe('what was entered', () => {
  it('equals what was taken whatever the order of lines', () => {
    expect(compareEntered([line('a'), line('b')], [line('b'), line('a')])).toEqual([]);
    expect(compareEntered([line('a', 1), line('a', 2)], [line('a', 1), line('a', 2)])).toEqual([]);
  });

  it('differs line by line', () => {
    const differences = compareEntered(
      [line('a', 5), line('b'), line('c')],
      [line('a', 6, 90), line('c', 1, 100, 100), line('d')],
    );
    expect(differences.map((each) => [each.productId, each.what])).toEqual([
      ['a', ['quantity', 'price']],
      ['b', ['missing']],
      ['c', ['discount']],
      ['d', ['added']],
    ]);
  });
});

describe('the life of an order', () => {
  it('lets nothing come back from cancelled, and no change after draft', () => {
    for (const act of ['change', 'ask', 'confirm', 'take-back', 'answer', 'enter', 'ship', 'cancel'] as const) {
      expect(timely('cancelled', act)).not.toBe(true);
    }
    for (const state of ['waiting', 'confirmed', 'asked-back', 'entered', 'shipped', 'cancelled'] as const) {
      expect(timely(state, 'change')).toMatchObject({ code: 'orders.untimely', params: { state } });
    }
    expect(timely('draft', 'change')).toBe(true);
    expect(timely('confirmed', 'ship')).not.toBe(true);
  });
});

describe('deadlines and shares', () => {
  it('count what is due, and leave open what is not', () => {
    expect(tallyOf(['done', 'late', 'missed', 'open', 'done'])).toEqual({ required: 4, done: 2, late: 1, missed: 1 });
    expect(tallyOfShare(10, 8, 9_000)).toEqual({ required: 9, done: 8, late: 0, missed: 1 });
    expect(tallyOfShare(10, 10, 9_000)).toEqual({ required: 9, done: 9, late: 0, missed: 0 });
    expect(tallyOfShare(0, 0, 10_000)).toEqual({ required: 0, done: 0, late: 0, missed: 0 });
  });

  it('make work late when the moment has passed', () => {
    const due = Temporal.Instant.from('2026-03-02T10:00:00Z');
    expect(urgencyOf(due, due)).toBe('today');
    expect(urgencyOf(due, due.add({ seconds: 1 }))).toBe('late');
  });
});
