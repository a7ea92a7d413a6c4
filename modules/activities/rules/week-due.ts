import { isoWeekOf, weekPeriod } from '#kernel/period.ts';

/** By when the next week's plan is submitted: a day of the week before (1 is Monday) and the hour `HH:MM`. */
export type DueNorm = { readonly dueWeekday: number; readonly dueTime: string };

/** The moment by which the plan of `week` is to be submitted: in the week before, by the clock of the time zone. */
export function dueMoment(week: string, norm: DueNorm, timeZone: string): Temporal.Instant {
  const monday = Temporal.PlainDate.from(weekPeriod(week).from);
  const day = monday.subtract({ days: 8 - norm.dueWeekday });
  return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(norm.dueTime) }).toInstant();
}

/** Whether a submission came in time; the very moment still counts. */
export function isInTime(submitted: Temporal.Instant, due: Temporal.Instant): boolean {
  return Temporal.Instant.compare(submitted, due) <= 0;
}

/** The week whose plan is made now: the one after the day's. */
export function weekToPlan(today: Temporal.PlainDate): string {
  return isoWeekOf(today.add({ weeks: 1 }));
}

/** The weeks whose plans fall due within the days from `from` up to, not including, `to`. */
export function weeksDueIn(from: string, to: string, norm: DueNorm): string[] {
  const weeks: string[] = [];
  const first = Temporal.PlainDate.from(from);
  for (
    let day = first.add({ days: (norm.dueWeekday - first.dayOfWeek + 7) % 7 });
    day.toString() < to;
    day = day.add({ weeks: 1 })
  ) {
    weeks.push(weekToPlan(day));
  }
  return weeks;
}
