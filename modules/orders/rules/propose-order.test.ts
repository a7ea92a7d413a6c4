import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeLapse, knownFrom, lapsesBetween, lapseWeight, rhythmOf } from './judge-lapse.ts';
import { judgeReaction } from './judge-reaction.ts';
import { proposeOrder, rhythm, timesUsual } from './propose-order.ts';

const every = (productId: string, days: number[], quantity = 10) => days.map((day) => ({ productId, day, quantity }));

describe('the proposed order', () => {
  it('puts what is due first, then what stopped, then the rest, each with its reason', () => {
    const history = [
      ...every('usual', [90, 95, 99]),
      ...every('due', [72, 79, 86, 93]),
      ...every('stopped', [10, 17, 24]),
      ...every('once', [50]),
    ];
    const proposed = proposeOrder(history, 100, 10);
    expect(proposed.map((line) => [line.productId, line.reason.kind])).toEqual([
      ['due', 'due'],
      ['stopped', 'stopped'],
      ['usual', 'usual'],
      ['once', 'usual'],
    ]);
    expect(proposed[0]?.reason).toEqual({ kind: 'due', everyDays: 7, lastDaysAgo: 7 });
  });

  it('proposes a quantity that was really bought', () => {
    const history = [1, 2, 7, 8].map((quantity, index) => ({ productId: 'p', day: index * 7, quantity }));
    expect(proposeOrder(history, 30, 1)[0]?.quantity).toBe(2);
  });

  it('gives no more than asked for, and nothing from nothing', () => {
    expect(proposeOrder(every('a', [1]).concat(every('b', [2])), 9, 1)).toHaveLength(1);
    expect(proposeOrder([], 9, 5)).toEqual([]);
  });

  it('finds an unusual quantity only where there is a usual one', () => {
    const [line] = proposeOrder(every('a', [1, 8, 15]), 20, 1);
    expect(timesUsual(40, line)).toBe(4);
    expect(timesUsual(40, undefined)).toBeNull();
    expect(timesUsual(40, proposeOrder(every('a', [1]), 20, 1)[0])).toBeNull();
  });

  it('takes several purchases of one day as one', () => {
    expect(rhythm([1, 1, 1, 8])).toBeNull();
    expect(rhythm([1, 8, 8, 15, 22])).toBe(7);
  });
});

describe('a broken rhythm', () => {
  it('breaks when the usual interval and the grace have passed', () => {
    expect(judgeLapse([0, 7, 14], 34, 14)).toBeNull();
    expect(judgeLapse([0, 7, 14], 35, 14)).toEqual({ everyDays: 7, lastDay: 14, dueDay: 21, brokeOn: 35 });
    expect(judgeLapse([0, 14], 400, 14)).toBeNull();
  });

  it('is known from three days of the two years up to the last order, whatever day it is asked on', () => {
    expect(rhythmOf([0, 7, 14])).toEqual({ everyDays: 7, lastDay: 14, dueDay: 21 });
    expect(rhythmOf([0, 400, 729])).toEqual({ everyDays: 365, lastDay: 729, dueDay: 1094 });
    expect(rhythmOf([0, 400, 730])).toBeNull();
    expect(rhythmOf([])).toBeNull();
  });

  it('is judged alike by the orders from which it can depend and by all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4000), { maxLength: 60 }), fc.nat(4000), fc.nat(60), (days, from, grace) => {
        const needed = days.filter((day) => day >= knownFrom(from, grace));
        expect(lapsesBetween(needed, from, from + 31, grace)).toEqual(lapsesBetween(days, from, from + 31, grace));
      }),
    );
  });

  it('presses the more the longer it is broken, and never as much as a promise', () => {
    expect([-3, 0, 10, 50, 400].map(lapseWeight)).toEqual([450, 450, 500, 700, 700]);
  });

  it('is found in the past by what was known then', () => {
    const days = [0, 7, 14, 21, 60, 67];
    expect(lapsesBetween(days, 0, 100, 10)).toEqual([
      { brokeOn: 38, nextOrder: 60 },
      { brokeOn: 84, nextOrder: null },
    ]);
    expect(lapsesBetween(days, 50, 84, 10)).toEqual([]);
  });

  it('is answered by a contact or an order', () => {
    const lapse = { brokeOn: 38, nextOrder: 60 };
    expect(judgeReaction(lapse, [40], 90, 7)).toBe('done');
    expect(judgeReaction(lapse, [30], 90, 7)).toBe('late');
    expect(judgeReaction({ ...lapse, nextOrder: null }, [], 90, 7)).toBe('missed');
    expect(judgeReaction({ ...lapse, nextOrder: null }, [], 44, 7)).toBe('open');
  });
});
