import { type Period, type WorkingCalendar, workingDaysBetween } from '#kernel/period.ts';
import type { Days } from './course.ts';

/** The working days of a period and how many of them have begun on a day; today counts as begun. */
export function daysOf(period: Period, today: Temporal.PlainDate, calendar: WorkingCalendar): Days {
  const from = Temporal.PlainDate.from(period.from);
  const to = Temporal.PlainDate.from(period.to);
  const tomorrow = today.add({ days: 1 });
  const until = Temporal.PlainDate.compare(tomorrow, to) < 0 ? tomorrow : to;
  return {
    all: workingDaysBetween(from, to, calendar),
    elapsed: Temporal.PlainDate.compare(until, from) <= 0 ? 0 : workingDaysBetween(from, until, calendar),
  };
}

/** The calendar months from `first` (`YYYY-MM`) on. */
export function monthsFrom(first: string, count: number): string[] {
  const start = Temporal.PlainYearMonth.from(first);
  return Array.from({ length: count }, (_, index) => start.add({ months: index }).toString());
}

/** The calendar months that a period touches, at most five years of them. */
export function monthsWithin({ from, to }: Period): string[] {
  const first = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to).subtract({ days: 1 });
  const count = (last.year - first.year) * 12 + last.month - first.month + 1;
  return monthsFrom(from.slice(0, 7), Math.min(count, 60));
}
