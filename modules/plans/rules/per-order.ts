import { type Days, forecastOf } from './course.ts';
import { type Line, line, type Source } from './pay-lines.ts';

/** An order of the month: its worth (shipped less returned) in minor units, and whether it is a new client's first one. */
export type OrderFact = { readonly worth: number; readonly first: boolean };
export type PerOrderFacts = {
  readonly orders: readonly OrderFact[];
  readonly sources: readonly Source[];
  /** Set where it is asked what the month would bring if it went on so. */
  readonly pace?: Days;
};
export type PerOrderSettings = {
  /** What makes an order count: its goods left, or its invoice is paid in full. */
  readonly base: 'shipped' | 'paid';
  readonly amount: number;
  /** The worth from which on an order counts. */
  readonly least: number;
  readonly onlyNew: boolean;
  /** The most that a month pays by this rule; null: without a cap. */
  readonly cap: number | null;
};

/** Which orders count: worth enough and, where only new clients are paid for, the first of a new client. */
export function countedOrders<O extends OrderFact>(
  orders: readonly O[],
  { least, onlyNew }: Pick<PerOrderSettings, 'least' | 'onlyNew'>,
): O[] {
  return orders.filter(({ worth, first }) => worth > 0 && worth >= least && (first || !onlyNew));
}

/** The same amount for each order that counts, up to the cap where one is agreed. */
export function perOrderLines(facts: PerOrderFacts, settings: PerOrderSettings): Line[] {
  const { base, amount, least, onlyNew, cap } = settings;
  const counted = countedOrders(facts.orders, settings).length;
  const count = facts.pace ? (forecastOf(counted, facts.pace, 'flow') ?? counted) : counted;
  const earned = count * amount;
  const title = `per-order-${base}${onlyNew ? '-new' : ''}`;
  const params = { count, each: amount, least: least || null, cap, earned };
  return [line('per-order', title, Math.min(earned, cap ?? earned), { sources: facts.sources, params })];
}
