import { expect, test } from 'vitest';
import { judgeDescription } from './description-health.ts';

test.each`
  versionId | reviewDueOn     | health
  ${null}   | ${null}         | ${'without'}
  ${'v'}    | ${'2030-01-01'} | ${'whole'}
  ${'v'}    | ${'2026-07-31'} | ${'review-soon'}
  ${'v'}    | ${'2026-08-01'} | ${'whole'}
  ${'v'}    | ${'2026-06-01'} | ${'review-soon'}
  ${'v'}    | ${'2026-05-31'} | ${'review-overdue'}
`('version $versionId, due $reviewDueOn: $health on 1 June', ({ health, ...described }) => {
  expect(judgeDescription(described, '2026-06-01')).toBe(health);
});
