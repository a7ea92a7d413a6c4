/** How long before its day a revision is announced. */
export const announcedDaysAhead = 60;

export type Described = { readonly versionId: string | null; readonly reviewDueOn: string | null };
export type Health = 'whole' | 'review-soon' | 'review-overdue' | 'without';

/** Whether a held position has a description in force, and whether its revision is near or overdue. */
export function judgeDescription(described: Described, today: string): Health {
  if (described.versionId === null) return 'without';
  if (described.reviewDueOn === null) return 'whole';
  if (described.reviewDueOn < today) return 'review-overdue';
  const soon = Temporal.PlainDate.from(today).add({ days: announcedDaysAhead }).toString();
  return described.reviewDueOn <= soon ? 'review-soon' : 'whole';
}
