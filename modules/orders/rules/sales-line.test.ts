import { expect, test } from 'vitest';
import { isServiceLine } from './sales-line.ts';

test.each([
  ['POST', true],
  ['post', true],
  ['gift_0001_20', true],
  ['22423', false],
  ['POSTER1', false],
  ['BANK CHARGES', true],
])('%s', (code, service) => {
  expect(isServiceLine(code, 'POST, BANK CHARGES,gift_*')).toBe(service);
});
test('without codes nothing is a service', () => {
  expect(isServiceLine('POST', '')).toBe(false);
});
