import { expect, test } from 'vitest';
import { bucketOf } from './ageing.ts';

test.each([
  [-10, 'notDue'],
  [0, 'notDue'],
  [1, 'to30'],
  [30, 'to30'],
  [31, 'to60'],
  [60, 'to60'],
  [61, 'to90'],
  [90, 'to90'],
  [91, 'over90'],
])('%i days overdue is in %s', (days, bucket) => {
  expect(bucketOf(days)).toBe(bucket);
});
