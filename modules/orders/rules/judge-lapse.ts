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
