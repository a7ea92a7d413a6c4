/** Business days from `from` up to, not including, `to`; both `YYYY-MM-DD`. */
export type Period = { readonly from: string; readonly to: string };

/** A period that may have no beginning or no end (null). Every `Period` is one. */
export type Validity = { readonly from: string | null; readonly to: string | null };

/** A period from two days. @throws RangeError when a day does not exist or nothing lies between them. */
export function period(from: string, to: string): Period {
  if (day(from).toString() >= day(to).toString()) throw new RangeError(`no days between ${from} and ${to}`);
  return { from, to };
}

/**
 * Reads the text of a PostgreSQL daterange, bounds of any kind brought to `[from,to)`; `infinity` counts as unbounded.
 * Null for an empty range.
 * @throws RangeError when the text is no daterange.
 */
export function parseRange(text: string): Validity | null {
  if (text === 'empty') return null;
  const [, open, low, high, close] = /^([[(])"?([^,"]*)"?,"?([^,"]*)"?([\])])$/.exec(text) ?? [];
  if (low === undefined || high === undefined) throw new RangeError(`${text} is not a daterange`);
  const from = bound(low, '-infinity', open === '(');
  const to = bound(high, 'infinity', close === ']');
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** The text of a PostgreSQL daterange: `[2026-01-01,2026-02-01)`, `[2026-01-01,)`, `(,)`. */
export function printRange({ from, to }: Validity): string {
  return `${from === null ? '(' : '['}${from ?? ''},${to ?? ''})`;
}

/** Whether the day lies within. */
export function contains({ from, to }: Validity, date: string | Temporal.PlainDate): boolean {
  const at = String(date);
  return (from === null || from <= at) && (to === null || at < to);
}

/** Whether the two have a day in common. Neighbours that touch have none. */
export function overlaps(a: Validity, b: Validity): boolean {
  return startsBefore(a.from, b.to) && startsBefore(b.from, a.to);
}

/** The number of days. */
export function days({ from, to }: Period): number {
  return day(from).until(day(to)).days;
}

/** The calendar month `YYYY-MM`. @throws RangeError when there is no such month. */
export function month(text: string): Period {
  if (!/^\d{4}-\d{2}$/.test(text)) throw new RangeError(`${text} is not a month`);
  const first = day(`${text}-01`);
  return { from: first.toString(), to: first.add({ months: 1 }).toString() };
}

/**
 * The day that the text `YYYY-MM-DD` names.
 * @throws RangeError on any other form (a time, another calendar) and on days that do not exist.
 */
export function day(text: string): Temporal.PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`${text} is not a day`);
  return Temporal.PlainDate.from(text, { overflow: 'reject' });
}

/** The ISO week of a day, `YYYY-Www`. Around New Year its year is not the day's: 2027-01-01 lies in `2026-W53`. */
export function isoWeekOf(date: Temporal.PlainDate): string {
  return `${String(date.yearOfWeek).padStart(4, '0')}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** The days of an ISO week, Monday to Sunday. @throws RangeError when the year has no such week. */
export function weekPeriod(week: string): Period {
  const monday = mondayOf(week);
  return { from: monday.toString(), to: monday.add({ weeks: 1 }).toString() };
}

/** The ISO week after. @throws as `weekPeriod`. */
export function nextWeek(week: string): string {
  return isoWeekOf(mondayOf(week).add({ weeks: 1 }));
}

/** When a company works: days of the week (1 is Monday, 7 is Sunday) less the holidays, each `YYYY-MM-DD`. */
export type WorkingCalendar = { readonly weekdays: readonly number[]; readonly holidays: ReadonlySet<string> };

export function isWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return calendar.weekdays.includes(date.dayOfWeek) && !calendar.holidays.has(date.toString());
}

/**
 * The `count`-th working day after the date, or before it when `count` is negative; the date's own day is not counted.
 * Zero gives the date itself, working or not.
 * @throws RangeError when the count is not whole, or the calendar has no working day of the week.
 */
export function addWorkingDays(date: Temporal.PlainDate, count: number, calendar: WorkingCalendar): Temporal.PlainDate {
  if (!Number.isSafeInteger(count)) throw new RangeError(`${count} is not a number of days`);
  if (!calendar.weekdays.some((weekday) => weekday >= 1 && weekday <= 7)) {
    throw new RangeError('the calendar has no working day of the week');
  }
  const step = { days: Math.sign(count) };
  let at = date;
  for (let left = Math.abs(count); left > 0; ) {
    at = at.add(step);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
}

/** The number of working days from `from` up to, not including, `to`; negative when `to` comes first. */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: WorkingCalendar,
): number {
  if (Temporal.PlainDate.compare(from, to) > 0) return 0 - workingDaysBetween(to, from, calendar);
  let found = 0;
  for (let at = from; Temporal.PlainDate.compare(at, to) < 0; at = at.add({ days: 1 })) {
    if (isWorkingDay(at, calendar)) found += 1;
  }
  return found;
}

/** By ISO 8601 the fourth of January is always in the first week. */
function mondayOf(week: string): Temporal.PlainDate {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (year === undefined || number === undefined) throw new RangeError(`${week} is not an ISO week`);
  const fourth = Temporal.PlainDate.from(`${year}-01-04`);
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: Number(number) - 1 });
  if (isoWeekOf(monday) !== week) throw new RangeError(`there is no week ${week}`);
  return monday;
}

function bound(text: string, unbounded: string, shifted: boolean): string | null {
  if (text === '' || text === unbounded) return null;
  const date = day(text);
  return (shifted ? date.add({ days: 1 }) : date).toString();
}

function startsBefore(from: string | null, to: string | null): boolean {
  return from === null || to === null || from < to;
}
