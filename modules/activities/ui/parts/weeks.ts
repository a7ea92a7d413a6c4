import { isoWeekOf, weekPeriod } from '#kernel/period.ts';
import { useSearch } from '#platform/web/address.ts';
import { useMe } from '#platform/web/me.ts';

/** The week in the address: `2026-W48`, `next`, or this one. */
export function useWeek(): { week: string; today: string; set: (week: string) => void } {
  const [search, change] = useSearch();
  const { today } = useMe();
  const asked = search.week ?? '';
  const week = asked === 'next' ? weekAfter(weekOfDay(today), 1) : isWeek(asked) ? asked : weekOfDay(today);
  return { week, today, set: (next) => change({ week: next }, true) };
}

/** The ISO week of a day. */
export function weekOfDay(day: string): string {
  return isoWeekOf(Temporal.PlainDate.from(day));
}

/** The week so many weeks after, or before when negative. */
export function weekAfter(week: string, weeks: number): string {
  return isoWeekOf(Temporal.PlainDate.from(weekPeriod(week).from).add({ weeks }));
}

/** First and last day of a week. */
export function daysOf(week: string): { from: string; until: string } {
  const { from, to } = weekPeriod(week);
  return { from, until: Temporal.PlainDate.from(to).subtract({ days: 1 }).toString() };
}

/** The first day of a week that has not passed; today for a week that is over. */
export function firstOpenDay(week: string, today: string): string {
  const { from } = weekPeriod(week);
  return from < today ? today : from;
}

function isWeek(text: string): boolean {
  try {
    weekPeriod(text);
    return true;
  } catch {
    return false;
  }
}
