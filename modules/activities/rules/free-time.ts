/** What is taken of a day: from an hour `HH:MM`, for so many minutes. */
export type Taken = { readonly time: string; readonly minutes: number };

/** The first half-hour of the day at which so many minutes are free; null when none is. */
export function freeTime(taken: readonly Taken[], minutes: number, from = '09:00', until = '18:00'): string | null {
  const end = minuteOf(until);
  for (let at = minuteOf(from); at + minutes <= end; at += 30) {
    const clash = taken.some((each) => minuteOf(each.time) < at + minutes && at < minuteOf(each.time) + each.minutes);
    if (!clash) return timeOf(at);
  }
  return null;
}

/** An hour moved by minutes, kept within the day. */
export function shifted(time: string, minutes: number): string {
  return timeOf(Math.min(23 * 60 + 30, Math.max(0, minuteOf(time) + minutes)));
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
