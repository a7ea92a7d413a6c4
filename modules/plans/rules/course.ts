import { rateOf, wholeRate } from '#kernel/rate.ts';
import { divideRounded, toSafeInteger } from '#kernel/rounding.ts';

/** `flow` adds up day by day (sales, new clients); `stock` is a level at the end (the active base). */
export type Nature = 'flow' | 'stock';
/** Working days of the period, and those of them that have begun. */
export type Days = { readonly all: number; readonly elapsed: number };

/** How a plan goes. Plan, fact, rates and forecast are in the unit of the metric; shares in basis points of the plan. */
export type Course = {
  readonly plan: number | null;
  readonly fact: number;
  readonly share: number | null;
  /** Of one working day so far; null before the first, and for a level. */
  readonly runRate: number | null;
  /** What each working day that is left must bring; null without a plan, or when none is left. */
  readonly neededRate: number | null;
  /** At the end of the period when it goes on so; null before the first working day. */
  readonly forecast: number | null;
  readonly forecastShare: number | null;
  /** What lies above the plan, told apart from its fulfilment. */
  readonly over: number;
  /** What is still missing to the plan. */
  readonly short: number;
};

/**
 * The course of a plan. A flow goes on at its rate a working day; a level stays as it is. Today counts as elapsed, so a
 * forecast in the morning is rather too low than too high.
 * @throws RangeError on amounts that are no safe integers.
 */
export function courseOf(plan: number | null, fact: number, days: Days, nature: Nature): Course {
  const forecast = forecastOf(fact, days, nature);
  const left = days.all - days.elapsed;
  const missing = plan === null ? 0 : Math.max(0, plan - fact);
  return {
    plan,
    fact,
    share: shareOf(fact, plan),
    runRate: nature === 'flow' && days.elapsed > 0 ? divide(fact, days.elapsed) : null,
    neededRate: nature === 'flow' && plan !== null && left > 0 ? divide(missing, left) : null,
    forecast,
    forecastShare: forecast === null ? null : shareOf(forecast, plan),
    over: plan === null ? 0 : Math.max(0, fact - plan),
    short: missing,
  };
}

/** A plan of one cent, typed by mistake, must not break the screen of a whole team: a share ends at a million percent. */
const greatestShare = 100_000_000;

function shareOf(part: number, plan: number | null): number | null {
  if (plan === null || plan === 0) return null;
  if (Math.abs(part) / plan >= greatestShare / wholeRate) return part < 0 ? -greatestShare : greatestShare;
  return rateOf(part, plan);
}

/** What the fact will be at the end of the period; null when nothing is known yet. */
export function forecastOf(fact: number, { all, elapsed }: Days, nature: Nature): number | null {
  if (nature === 'stock' || elapsed >= all) return fact;
  if (elapsed <= 0) return null;
  return toSafeInteger(divideRounded(BigInt(fact) * BigInt(all), BigInt(elapsed), 'half-up'));
}

/** Several courses as one: a team's. Shares are of the sums; without any plan there is none. */
export function sumCourses(courses: readonly Course[], days: Days, nature: Nature): Course {
  const plans = courses.flatMap((course) => (course.plan === null ? [] : [course.plan]));
  const plan = plans.length > 0 ? plans.reduce((so, each) => so + each, 0) : null;
  return courseOf(
    plan,
    courses.reduce((so, course) => so + course.fact, 0),
    days,
    nature,
  );
}

/** How far through the period its working days are, in basis points: where the fact should stand by now. */
export function progressOf({ all, elapsed }: Days): number {
  return all <= 0 ? wholeRate : Math.min(wholeRate, Math.max(0, Math.round((elapsed * wholeRate) / all)));
}

function divide(amount: number, by: number): number {
  return toSafeInteger(divideRounded(BigInt(amount), BigInt(by), 'half-up'));
}
