import { isoWeekOf, weekPeriod } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';

/** For how long after a contact it may still be entered: a week without a network. */
const longestDelay = { hours: 7 * 24 };

/** When and on which business day a contact took place; now unless said. @throws Refused for the future, or too long ago. */
export function contactMoment(w: Work, said: string | undefined): { doneAt: string; doneOn: string } {
  const at = said ? Temporal.Instant.from(said) : w.now;
  // A phone's clock may go a little fast.
  if (Temporal.Instant.compare(at, w.now.add({ minutes: 5 })) > 0) refuse('activities.done-in-future', {}, '/doneAt');
  if (Temporal.Instant.compare(at, w.now.subtract(longestDelay)) < 0)
    refuse('activities.done-too-long-ago', {}, '/doneAt');
  return { doneAt: at.toString(), doneOn: at.toZonedDateTimeISO(w.company.timeZone).toPlainDate().toString() };
}

/** The moment of a day and an hour `HH:MM` by the company's clock; null without an hour. */
export function plannedMoment(w: Work, day: string, time: string | null | undefined): string | null {
  if (!time) return null;
  const at = Temporal.PlainDate.from(day).toZonedDateTime({
    timeZone: w.company.timeZone,
    plainTime: Temporal.PlainTime.from(time),
  });
  return at.toInstant().toString();
}

/** The ISO week of a day `YYYY-MM-DD`. */
export function weekOf(day: string): string {
  return isoWeekOf(Temporal.PlainDate.from(day));
}

/** The days of a week. @throws Refused `activities.unknown-week` when its year has no such week. */
export function daysOfWeek(week: string): { from: string; to: string } {
  try {
    return weekPeriod(week);
  } catch {
    return refuse('activities.unknown-week', {}, '/week');
  }
}
