import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { rangeOf } from './send-file.ts';

test.each<[string | undefined, ReturnType<typeof rangeOf>, string]>([
  [undefined, undefined, 'nothing was asked for: the whole'],
  ['bytes=0-9', { from: 0, to: 9 }, 'the first ten'],
  ['bytes=90-', { from: 90, to: 99 }, 'from a place to the end'],
  ['bytes=-10', { from: 90, to: 99 }, 'the last ten'],
  ['bytes=-1000', { from: 0, to: 99 }, 'more than there is: all of it'],
  ['bytes=50-1000', { from: 50, to: 99 }, 'the end is where it ends'],
  ['bytes=100-', 'outside', 'there is nothing any more'],
  ['bytes=-0', 'outside', 'the last nothing'],
  ['bytes=9-5', undefined, 'backwards means nothing'],
  ['bytes=0-1,5-6', undefined, 'two ranges: the whole is an answer too'],
  ['lines=0-1', undefined, 'another unit'],
  ['bytes=-', undefined, 'neither end'],
])('%s of a hundred bytes: %j — %s', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});

it('never leaves the file', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 10_000 }), (from, to, bytes) => {
      const range = rangeOf(`bytes=${from}-${to}`, bytes);
      if (typeof range !== 'object') return;
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.to).toBeLessThan(bytes);
      expect(range.from).toBeLessThanOrEqual(range.to);
    }),
  );
});
