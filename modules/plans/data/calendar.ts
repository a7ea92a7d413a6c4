import { month as monthPeriod, type Period, type WorkingCalendar } from '#kernel/period.ts';
import { readSetting } from '#modules/organization/contract.ts';
import type { Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';
import type { Days } from '../rules/course.ts';
import { daysOf } from '../rules/month-days.ts';

type Calendar = { readonly weekdays: number[]; readonly holidays: string[] };

/** When the company works, as it stands on a day. */
export async function workingCalendar(w: Work, on: string): Promise<WorkingCalendar> {
  const { weekdays, holidays } = await readSetting<Calendar>(w, 'activities.working-calendar', on);
  return { weekdays, holidays: new Set(holidays) };
}

/** The working days of a month and how many have begun. */
export async function monthDays(w: Work, period: Period): Promise<Days> {
  return daysOf(period, w.today, await workingCalendar(w, period.from));
}

/** The days of a month `YYYY-MM`; the present one when none is named. @throws Refused `plans.not-a-month`. */
export function readMonth(w: Work, text: string | undefined): Period & { readonly month: string } {
  const month = text ?? w.today.toString().slice(0, 7);
  try {
    return { ...monthPeriod(month), month };
  } catch {
    return refuse('plans.not-a-month', { month });
  }
}
