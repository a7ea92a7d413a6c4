import { expect, test } from 'vitest';
import { judgeApproval, latestReview } from './approval.ts';

const wish = {
  kind: 'order',
  number: '12-k',
  approvedOn: '2026-05-20',
  effectiveOn: '2026-06-01',
  reviewDueOn: '2031-06-01',
} as const;

test.each`
  what                                     | change                                                                                | replaces | faults
  ${'an ordinary order'}                   | ${{}}                                                                                 | ${true}  | ${[]}
  ${'an order without a number'}           | ${{ number: ' ' }}                                                                    | ${true}  | ${['mandates.order-number-missing']}
  ${'a stamp needs no number'}             | ${{ kind: 'stamp', number: '' }}                                                      | ${true}  | ${[]}
  ${'in force before it was approved'}     | ${{ effectiveOn: '2026-05-19', reviewDueOn: '2030-01-01' }}                           | ${false} | ${['mandates.effective-before-approval']}
  ${'a replacement that acts on the past'} | ${{ approvedOn: '2026-01-01', effectiveOn: '2026-05-19', reviewDueOn: '2030-01-01' }} | ${true}  | ${['mandates.effective-in-past']}
  ${'a first version that was on paper'}   | ${{ approvedOn: '2026-01-01', effectiveOn: '2026-01-01', reviewDueOn: '2030-01-01' }} | ${false} | ${[]}
  ${'a review later than five years'}      | ${{ reviewDueOn: '2031-06-02' }}                                                      | ${true}  | ${['mandates.review-too-late']}
  ${'a review on the first day'}           | ${{ reviewDueOn: '2026-06-01' }}                                                      | ${true}  | ${['mandates.review-too-late']}
`('$what', ({ change, replaces, faults }) => {
  expect(judgeApproval({ ...wish, ...change }, { replaces, today: '2026-05-20' })).toEqual(faults);
});

test('five years from a leap day end on the last of February', () => {
  expect(latestReview('2028-02-29')).toBe('2033-02-28');
});
