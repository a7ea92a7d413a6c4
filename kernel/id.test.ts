import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isId, uuidv7 } from './id.ts';

const ten = fc.uint8Array({ minLength: 10, maxLength: 10 });
const times = fc.integer({ min: 0, max: 2 ** 48 - 1 });

describe('uuidv7', () => {
  it('gives the example of RFC 9562', () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    const id = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';
    expect(uuidv7(0x017f22e279b0, random)).toBe(id);
    expect(uuidv7(Temporal.Instant.from('2022-02-22T19:22:22Z'), random)).toBe(id);
  });
  it('is a UUID of version 7, whatever the bytes', () => {
    fc.assert(
      fc.property(times, ten, (now, random) => {
        const id = uuidv7(now, random);
        expect(isId(id)).toBe(true);
        expect(id).toMatch(/^.{14}7.{4}[89ab]/);
      }),
    );
  });
  it('sorts by its millisecond', () => {
    fc.assert(
      fc.property(times, times, ten, ten, (earlier, later, a, b) => {
        fc.pre(earlier < later);
        expect(uuidv7(earlier, a) < uuidv7(later, b)).toBe(true);
      }),
    );
  });
  it('refuses too little randomness and impossible times', () => {
    expect(() => uuidv7(0, new Uint8Array(9))).toThrow(RangeError);
    for (const time of [-1, 2 ** 48, 0.5, Number.NaN]) {
      expect(() => uuidv7(time, new Uint8Array(10))).toThrow(RangeError);
    }
  });
});

test.each([
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f', true],
  ['017F22E2-79B0-7CC3-98C4-DC0C0C07398F', true],
  ['017f22e279b07cc398c4dc0c0c07398f', false],
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398', false],
  ['017f22e2-79b0-7cc3-98c4-dc0c0c07398f\n', false],
  ['me', false],
  ['', false],
])('isId %j is %s', (text, is) => {
  expect(isId(text)).toBe(is);
});
