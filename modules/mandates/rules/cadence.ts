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

/** What a person can choose to see the facts of: the week, month or quarter of a day, or two days of their own. */
export const periodChoices = ['week', 'month', 'quarter', 'days'] as const;
export type PeriodChoice = (typeof periodChoices)[number];

const cadenceOf = { week: 'weekly', month: 'monthly', quarter: 'quarterly' } as const;

/** The period of a choice around today; of own days from the first to the last, both included. Null: not both chosen. */
export function chosenPeriod(
  choice: PeriodChoice,
  today: string,
  own: { readonly first: string; readonly last: string },
): Period | null {
  if (choice !== 'days') return periodOf(cadenceOf[choice], today);
  if (own.first === '' || own.last === '') return null;
  return { from: own.first, to: Temporal.PlainDate.from(own.last).add({ days: 1 }).toString() };
}
