import { describe, expect, it, test } from 'vitest';
import { earnedColumn } from './price-column.ts';

const columns = [
  { id: 'a', number: 1, minMonthlySales: null },
  { id: 'b', number: 2, minMonthlySales: 100_000 },
  { id: 'c', number: 3, minMonthlySales: 500_000 },
  { id: 'd', number: 4, minMonthlySales: null },
];
const rule = { byClass: { key: 3, A: 2 }, prepaidSteps: 1, longFromDays: 60, longSteps: 1 };

describe('the column that a client earns', () => {
  test.each`
    class    | sales12m     | days    | number | kinds
    ${null}  | ${0}         | ${null} | ${1}   | ${['list', 'next']}
    ${null}  | ${1_199_999} | ${30}   | ${1}   | ${['list', 'next']}
    ${null}  | ${1_200_000} | ${30}   | ${2}   | ${['volume', 'next']}
    ${null}  | ${6_000_000} | ${30}   | ${3}   | ${['volume']}
    ${'key'} | ${0}         | ${30}   | ${3}   | ${['class']}
    ${'A'}   | ${1_200_000} | ${30}   | ${2}   | ${['volume', 'class', 'next']}
    ${'C'}   | ${0}         | ${0}    | ${2}   | ${['list', 'prepaid', 'next']}
    ${'key'} | ${0}         | ${0}    | ${4}   | ${['class', 'prepaid']}
    ${'A'}   | ${0}         | ${60}   | ${1}   | ${['class', 'long-payment', 'next']}
    ${null}  | ${0}         | ${90}   | ${1}   | ${['list', 'long-payment', 'next']}
  `('class $class, $sales12m a year, $days days: column $number', ({ number, kinds, days, ...facts }) => {
    const earned = earnedColumn({ columns, paymentDays: days, ...facts }, rule);
    expect(earned?.column.number).toBe(number);
    expect(earned?.reasons.map((reason) => reason.kind)).toEqual(kinds);
  });

  it('says how much a month is missing for the next column', () => {
    const earned = earnedColumn({ columns, class: null, sales12m: 600_000, paymentDays: null }, rule);
    expect(earned?.reasons.at(-1)).toEqual({ kind: 'next', number: 2, missing: 50_000 });
  });

  it('knows none without a price list', () => {
    expect(earnedColumn({ columns: [], class: null, sales12m: 0, paymentDays: null }, rule)).toBeNull();
  });
});
