import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  add,
  compare,
  formatMoney,
  isZero,
  lineAmount,
  minorDigits,
  money,
  negate,
  parseMoney,
  percentOf,
  subtract,
  sum,
  thousandths,
} from './money.ts';
import type { Rounding } from './rounding.ts';
import { languages } from './texts.ts';

const largest = Number.MAX_SAFE_INTEGER;
const amounts = fc.integer({ min: -1e12, max: 1e12 });
const currencies = fc.constantFrom('USD', 'EUR', 'RUB', 'KZT', 'CNY', 'JPY', 'KWD', 'IQD');

describe('money', () => {
  test.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, largest + 1])('does not take the amount %s', (amount) => {
    expect(() => money(amount, 'USD')).toThrow(RangeError);
  });
  test.each(['', 'usd', 'RUBLE', 'R1B'])('does not take the currency "%s"', (currency) => {
    expect(() => money(1, currency)).toThrow(RangeError);
  });
  it('knows one zero only', () => {
    expect(Object.is(money(-0, 'USD').amount, 0)).toBe(true);
    expect(Object.is(negate(money(0, 'USD')).amount, 0)).toBe(true);
    expect(isZero(money(-0, 'USD'))).toBe(true);
    expect(isZero(money(1, 'USD'))).toBe(false);
  });
});

describe('sums', () => {
  const usd = (amount: number) => money(amount, 'USD');

  it('adds, subtracts and compares within a currency', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(add(usd(a), usd(b))).toEqual(add(usd(b), usd(a)));
        expect(subtract(add(usd(a), usd(b)), usd(b))).toEqual(usd(a));
        expect(isZero(add(usd(a), negate(usd(a))))).toBe(true);
        expect(Math.sign(compare(usd(a), usd(b)))).toBe(Math.sign(a - b));
      }),
    );
  });
  it('never puts two currencies together', () => {
    const rub = money(1, 'RUB');
    for (const act of [add, subtract, compare]) expect(() => act(usd(1), rub)).toThrow(TypeError);
    expect(() => sum([usd(1), rub], 'USD')).toThrow(TypeError);
  });
  it('has a total of nothing', () => {
    expect(sum([], 'RUB')).toEqual(money(0, 'RUB'));
  });
  it('asks only that the total be safe', () => {
    expect(sum([usd(largest), usd(largest), usd(-largest)], 'USD')).toEqual(usd(largest));
    expect(() => sum([usd(largest), usd(1)], 'USD')).toThrow(RangeError);
    expect(() => add(usd(largest), usd(1))).toThrow(RangeError);
  });
});

describe('the amount of a line', () => {
  test.each`
    quantity     | unitPrice | discountBp | amount   | because
    ${1}         | ${1999}   | ${0}       | ${1999}  | ${'one piece costs its price'}
    ${3}         | ${1999}   | ${0}       | ${5997}  | ${'three cost three'}
    ${3}         | ${1999}   | ${1000}    | ${5397}  | ${'5397.3 goes down'}
    ${1}         | ${5}      | ${1000}    | ${5}     | ${'4.5 goes up'}
    ${-1}        | ${5}      | ${1000}    | ${-5}    | ${'a return mirrors the sale'}
    ${0.5}       | ${1}      | ${0}       | ${1}     | ${'half a kopeck goes up'}
    ${0.001}     | ${499}    | ${0}       | ${0}     | ${'0.499 goes down'}
    ${1.005}     | ${100}    | ${0}       | ${101}   | ${'100.5 goes up, though 1.005 is less in binary'}
    ${0.1 + 0.2} | ${100}    | ${0}       | ${30}    | ${'binary noise is taken off'}
    ${12.345}    | ${999}    | ${375}     | ${11870} | ${'11870.1802… is rounded once, at the end'}
    ${7}         | ${1000}   | ${10000}   | ${0}     | ${'all of it is given away'}
    ${0}         | ${1000}   | ${0}       | ${0}     | ${'nothing costs nothing'}
  `(
    '$quantity × $unitPrice less $discountBp bp is $amount: $because',
    ({ quantity, unitPrice, discountBp, amount }) => {
      expect(lineAmount(quantity, unitPrice, discountBp)).toBe(amount);
    },
  );

  const thousands = fc.integer({ min: -1e8, max: 1e8 });
  const prices = fc.integer({ min: 0, max: 1e7 });
  const discounts = fc.integer({ min: 0, max: 10_000 });

  it('lies within half a unit of the exact amount', () => {
    fc.assert(
      fc.property(thousands, prices, discounts, (thousand, price, discount) => {
        const exact = BigInt(thousand) * BigInt(price) * BigInt(10_000 - discount);
        const off = BigInt(lineAmount(thousand / 1000, price, discount)) * 10_000_000n - exact;
        expect(off <= 5_000_000n && off >= -5_000_000n).toBe(true);
      }),
    );
  });
  it('of a return is that of the sale with the other sign, and a greater discount never costs more', () => {
    fc.assert(
      fc.property(thousands, prices, discounts, discounts, (thousand, price, one, other) => {
        const quantity = Math.abs(thousand) / 1000;
        expect(lineAmount(quantity, price, one) + lineAmount(-quantity, price, one)).toBe(0);
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(lineAmount(quantity, price, more)).toBeLessThanOrEqual(lineAmount(quantity, price, less));
      }),
    );
  });
  test.each([
    [1.0005, 100, 0],
    [Number.NaN, 100, 0],
    [1, 99.5, 0],
    [1, 100, -1],
    [1, 100, 10_001],
    [1, 100, 12.5],
    [1e9, largest, 0],
  ])('refuses %s × %s less %s', (quantity, price, discount) => {
    expect(() => lineAmount(quantity, price, discount)).toThrow(RangeError);
  });
});

it('reads every quantity that numeric(14,3) can hold', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (thousand) => {
      expect(thousandths(Number(`${thousand}e-3`))).toBe(thousand);
    }),
  );
});

test.each<[amount: number, basisPoints: number, rounding: Rounding, share: number]>([
  [10_000, 2000, 'half-up', 2000],
  [999, 2000, 'half-up', 200],
  [25, 1000, 'half-up', 3],
  [25, 1000, 'half-even', 2],
  [25, 1000, 'down', 2],
  [21, 1000, 'up', 3],
  [-25, 1000, 'half-up', -3],
  [100, 12_500, 'down', 125],
  [largest, 10_000, 'down', largest],
])('%s at %s basis points, %s: %s', (amount, basisPoints, rounding, share) => {
  expect(percentOf(amount, basisPoints, rounding)).toBe(share);
});

test.each([
  ['RUB', 2],
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %s decimals', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

describe('money as text', () => {
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  test.each([
    [123_450, 'USD', 'en', '$1,234.50'],
    [123_450, 'USD', 'ru', '1 234,50 $'],
    [123_450, 'RUB', 'ru', '1 234,50 ₽'],
    [-5, 'USD', 'en', '-$0.05'],
    [0, 'RUB', 'ru', '0,00 ₽'],
    [1234, 'JPY', 'en', '¥1,234'],
    [1_234_500, 'KWD', 'en', 'KWD 1,234.500'],
    [1_234_500, 'IQD', 'en', 'IQD 1,234.500'],
    [largest, 'USD', 'en', '$90,071,992,547,409.91'],
  ] as const)('%s of %s in %s is %s', (amount, currency, language, text) => {
    expect(plain(formatMoney(money(amount, currency), language))).toBe(text);
  });

  test.each([
    ['1 234,50', 'ru', 123_450],
    ['1 234,50', 'en', 123_450],
    ['1\u00a0234,50', 'ru', 123_450],
    ['1,234.50', 'en', 123_450],
    ['1,234.50', 'ru', 123_450],
    ['1.234,50', 'ru', 123_450],
    ["1'234.5", 'en', 123_450],
    ['1234', 'en', 123_400],
    ['1,234', 'en', 123_400],
    ['1,234,567', 'ru', 123_456_700],
    ['12,5', 'en', 1250],
    ['12.5', 'ru', 1250],
    ['.5', 'en', 50],
    ['  7 ', 'en', 700],
    ['-7', 'en', -700],
    ['− 7,01', 'ru', -701],
    ['-0', 'en', 0],
    ['USD 7', 'en', 700],
    ['7 USD', 'ru', 700],
    ['-$7', 'en', -700],
    ['$-7', 'en', -700],
  ] as const)('"%s" in %s is %s', (text, language, amount) => {
    expect(parseMoney(text, 'USD', language)).toEqual(money(amount, 'USD'));
  });

  test.each([
    ['', 'en'],
    [' ', 'en'],
    ['-', 'en'],
    ['$', 'en'],
    ['seven', 'en'],
    ['1.234', 'en'],
    ['1,234', 'ru'],
    ['1.2345', 'en'],
    ['12,34,567', 'en'],
    ['1 2', 'en'],
    ['1,234 567', 'en'],
    ['1.5.5', 'en'],
    ['12.', 'en'],
    ['--7', 'en'],
    ['-$-7', 'en'],
    ['1$5', 'en'],
    ['7 RUB', 'en'],
    ['1e3', 'en'],
    ['0x10', 'en'],
    ['١٢', 'en'],
    ['99999999999999999', 'en'],
    [`${' '.repeat(100)}7`, 'en'],
  ] as const)('"%s" in %s is no amount', (text, language) => {
    expect(parseMoney(text, 'USD', language)).toBeNull();
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, fc.constantFrom(...languages), (amount, currency, language) => {
        const value = money(amount, currency);
        expect(parseMoney(formatMoney(value, language), currency, language)).toEqual(value);
      }),
    );
  });
  it('answers any text with money or null', () => {
    fc.assert(
      fc.property(fc.string(), currencies, fc.constantFrom(...languages), (text, currency, language) => {
        const read = parseMoney(text, currency, language);
        if (read) expect(read).toEqual(money(read.amount, currency));
      }),
    );
  });
});
