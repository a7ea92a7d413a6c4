import { describe, expect, it } from 'vitest';
import { mustConfirm, tidy, tidyNumber } from './new-client.ts';

describe('a new client', () => {
  it('is kept without stray blanks', () => {
    expect(tidy('  Nord   Handel \n GmbH ')).toBe('Nord Handel GmbH');
  });

  it('has a tax number of capitals and digits', () => {
    expect(tidyNumber(' de 136.695-976 ')).toBe('DE136695976');
    expect(tidyNumber('77-07 083893')).toBe('7707083893');
  });

  it.each([
    [[], false],
    [[{ score: 0.7, sameTaxNumber: false }], false],
    [[{ score: 0.8, sameTaxNumber: false }], true],
    [[{ score: 0.1, sameTaxNumber: true }], true],
  ])('like %j must be confirmed: %s', (similar, expected) => {
    expect(mustConfirm(similar)).toBe(expected);
  });
});
