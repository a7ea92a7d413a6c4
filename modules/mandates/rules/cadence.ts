import { month, type Period } from '#kernel/period.ts';

/** How often a duty is owed; `on-event`: whenever its occasion arises. */
export const cadences = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'on-event'] as const;
export type Cadence = (typeof cadences)[number];

/** The period around a day over which a duty of this cadence is measured. What follows events is measured by month. */
export function periodOf(cadence: string, day: string): Period {
  const today = Temporal.PlainDate.from(day);
  const from = (start: Temporal.PlainDate, length: Temporal.DurationLike): Period => ({
    from: start.toString(),
    to: start.add(length).toString(),
  });
  switch (cadence) {
    case 'daily':
      return from(today, { days: 1 });
    case 'weekly':
      return from(today.subtract({ days: today.dayOfWeek - 1 }), { days: 7 });
    case 'quarterly':
      return from(today.with({ day: 1, month: Math.floor((today.month - 1) / 3) * 3 + 1 }), { months: 3 });
    case 'yearly':
      return from(today.with({ day: 1, month: 1 }), { years: 1 });
    default:
      return month(day.slice(0, 7));
  }
}
