import { expect, test } from 'vitest';
import { keepersBy } from './keepers.ts';

test('most orders, then fewest clients', () => {
  const orders = [
    { client: 'A', employee: '1' },
    { client: 'A', employee: '1' },
    { client: 'A', employee: '4' },
    { client: 'B', employee: '4' },
    { client: 'B', employee: '9' },
    { client: 'C', employee: '2' },
  ];
  expect(keepersBy(orders, ['A', 'B', 'C', 'D'], ['1', '4', '9'])).toEqual({ A: '1', B: '4', C: '9', D: '1' });
});
