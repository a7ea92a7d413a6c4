import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { remaining } from './limits.ts';

test.each([
  [{ money: 500 }, { money: 200 }, { money: 300 }],
  [{ money: 500 }, {}, { money: 500 }],
  [{ money: 500 }, { money: 700 }, { money: 0 }],
  [{ money: 500, count: 3 }, { count: 1 }, { money: 500, count: 2 }],
  [{}, { money: 200 }, {}],
])('of %j with %j used there is left %j', (limits, used, left) => {
  expect(remaining(limits, used)).toEqual(left);
});

it('is never more than the limit, and less the more was used', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), (money, used, more) => {
      const left = remaining({ money }, { money: used }).money ?? Number.NaN;
      expect(left).toBeLessThanOrEqual(money);
      expect(remaining({ money }, { money: used + more }).money).toBeLessThanOrEqual(left);
    }),
  );
});

it('does not take an unknown use for none', () => {
  expect(() => remaining({ money: 500 }, { money: Number.NaN })).toThrow(RangeError);
});
