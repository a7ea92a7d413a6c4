import { describe, expect, it } from 'vitest';
import { parseDecimal } from './quantity-field.tsx';
import { parseRate } from './rate-field.tsx';

describe('a number as people type it', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.125', 12.125],
    ['1 234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,234,567.25', 1234567.25],
    ['−3', -3],
    ['.5', 0.5],
    ['5.', 5],
    ['0.0001', null],
    ['1.2.3', null],
    ['twelve', null],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each([
    ['12.5', 1250],
    ['12,5 %', 1250],
    ['0.01%', 1],
    ['0.005', null],
    ['%', null],
  ])('%s is %s basis points', (text, value) => {
    expect(parseRate(text)).toBe(value);
  });
});
