import { contains, isWorkingDay, type Period, type Validity, type WorkingCalendar } from '#kernel/period.ts';

/** The working days of a period on which an employee is there. */
export function presentDays(period: Period, calendar: WorkingCalendar, absences: readonly Validity[]): string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(period.from); day.toString() < period.to; day = day.add({ days: 1 })) {
    if (isWorkingDay(day, calendar) && !absences.some((absence) => contains(absence, day))) days.push(day.toString());
  }
  return days;
}

/**
 * How many contacts so many a week make for the days worked: in proportion, rounded to the nearest whole, halves up.
 * A norm of ten a week asks for six when two of five days were holidays.
 */
export function requiredContacts(perWeek: number, daysWorked: number, calendar: WorkingCalendar): number {
  const week = new Set(calendar.weekdays).size;
  return week === 0 ? 0 : Math.floor((2 * perWeek * daysWorked + week) / (2 * week));
}

/** The part of a period that is over before a day; null when nothing of it is. */
export function elapsed(period: Period, today: string): Period | null {
  const to = period.to < today ? period.to : today;
  return period.from < to ? { from: period.from, to } : null;
}
