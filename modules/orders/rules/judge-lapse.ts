import { rhythm } from './propose-order.ts';

export type Lapse = {
  /** The client's own usual interval between orders, in days. */
  readonly everyDays: number;
  readonly lastDay: number;
  /** The day on which an order was overdue by its own rhythm and the days allowed. */
  readonly brokeOn: number;
};

/**
 * Whether a client's order rhythm broke by `today`: longer without an order than its usual interval and `graceDays`. Null
 * while it holds, or when there are too few orders to know a rhythm. Days are numbers since 1970.
 */
export function judgeLapse(orderDays: readonly number[], today: number, graceDays: number): Lapse | null {
  const every = rhythm(orderDays);
  if (every === null) return null;
  const lastDay = Math.max(...orderDays);
  const brokeOn = lastDay + Math.ceil(every) + graceDays;
  return today >= brokeOn ? { everyDays: Math.round(every), lastDay, brokeOn } : null;
}

/** A lapse of the past: when the rhythm broke, and the day of the next order (null: none came). */
export type PastLapse = { readonly brokeOn: number; readonly nextOrder: number | null };

/**
 * Every lapse whose day of breaking lies in [from, to): after each order, judged by what was known then.
 */
export function lapsesBetween(orderDays: readonly number[], from: number, to: number, graceDays: number): PastLapse[] {
  const days = [...new Set(orderDays)].toSorted((a, b) => a - b);
  return days.flatMap((_day, index): PastLapse[] => {
    const nextOrder = days[index + 1] ?? null;
    const lapse = judgeLapse(days.slice(0, index + 1), nextOrder ?? to, graceDays);
    return lapse && lapse.brokeOn >= from && lapse.brokeOn < to ? [{ brokeOn: lapse.brokeOn, nextOrder }] : [];
  });
}
