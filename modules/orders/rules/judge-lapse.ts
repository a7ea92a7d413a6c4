import { rhythm } from './propose-order.ts';

/** How a client orders, told by the days of its orders. Days are numbers since 1970. */
export type Rhythm = {
  /** The client's own usual interval between orders, in days. */
  readonly everyDays: number;
  readonly lastDay: number;
  /** The day by which the next order is usually there. */
  readonly dueDay: number;
};

export type Lapse = Rhythm & {
  /** The day on which an order was overdue by its own rhythm and the days allowed. */
  readonly brokeOn: number;
};

/** A rhythm is taken from so many days up to the last order; a client silent for so long is gone and no longer lapsing. */
export const rhythmDays = 730;

/**
 * The rhythm of a client, or null when there are too few orders to know one. It depends on the orders alone and on no
 * today, so that it can be kept (orders.rhythm_of in the database says the same).
 */
export function rhythmOf(orderDays: readonly number[]): Rhythm | null {
  const lastDay = orderDays.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  const every = rhythm(orderDays.filter((day) => day > lastDay - rhythmDays));
  return every === null ? null : { everyDays: Math.round(every), lastDay, dueDay: lastDay + Math.ceil(every) };
}

/**
 * Whether a client's order rhythm broke by `today`: longer without an order than its usual interval and `graceDays`. Null
 * while it holds, or when there are too few orders to know a rhythm.
 */
export function judgeLapse(orderDays: readonly number[], today: number, graceDays: number): Lapse | null {
  const known = rhythmOf(orderDays);
  if (known === null) return null;
  const brokeOn = known.dueDay + graceDays;
  return today >= brokeOn ? { ...known, brokeOn } : null;
}

/**
 * How much a broken rhythm presses among what is proposed for a week, of 1000: more than an ordinary contact that is due,
 * less than what was promised; the longer broken the more, up to fifty days.
 */
export function lapseWeight(daysBroken: number): number {
  return 450 + 5 * Math.min(50, Math.max(0, daysBroken));
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

/**
 * From which day on orders must be known to judge lapses from `from` on. A middle interval within `rhythmDays` is at most
 * half of them, so the last order before a lapse lies at most that and the grace before it.
 */
export function knownFrom(from: number, graceDays: number): number {
  return from - rhythmDays / 2 - graceDays - rhythmDays;
}
