export type ApprovalFault =
  | 'mandates.order-number-missing'
  | 'mandates.effective-before-approval'
  | 'mandates.effective-in-past'
  | 'mandates.review-too-late';

export type ApprovalWish = {
  readonly kind: 'order' | 'stamp';
  readonly number: string;
  readonly approvedOn: string;
  readonly effectiveOn: string;
  /** Day by which the description is to be looked at again. */
  readonly reviewDueOn: string;
};

/** A job description is looked at again at least once in so many years (section 5). */
export const reviewYears = 5;

/** The latest day on which a version in force from a day must be revised. */
export function latestReview(effectiveOn: string): string {
  return Temporal.PlainDate.from(effectiveOn).add({ years: reviewYears }).toString();
}

/**
 * Every reason why an approval cannot stand. A version that replaces another takes effect today at the earliest: what
 * was in force on a past day stays what it was. A first version may have been in force on paper before.
 */
export function judgeApproval(wish: ApprovalWish, facts: { replaces: boolean; today: string }): ApprovalFault[] {
  const faults: ApprovalFault[] = [];
  if (wish.kind === 'order' && wish.number.trim() === '') faults.push('mandates.order-number-missing');
  if (wish.effectiveOn < wish.approvedOn) faults.push('mandates.effective-before-approval');
  if (facts.replaces && wish.effectiveOn < facts.today) faults.push('mandates.effective-in-past');
  if (wish.reviewDueOn > latestReview(wish.effectiveOn) || wish.reviewDueOn <= wish.effectiveOn)
    faults.push('mandates.review-too-late');
  return faults;
}
