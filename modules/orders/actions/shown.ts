import type { Static } from 'typebox';
import type { CreditFacts, CreditVerdict } from '../rules/judge-credit.ts';
import type { Credit } from '../shapes.ts';

/** Days since 1970. */
export function epochDay(day: Temporal.PlainDate): number {
  return Temporal.PlainDate.from('1970-01-01').until(day).days;
}

/** A price column, for a screen. */
export function columnShown({ id, number, name }: { id: string; number: number; name: string }) {
  return { id, number, name };
}

/** The credit of an order, for a screen. */
export function creditShown(
  facts: CreditFacts,
  verdict: CreditVerdict,
  averageDelayDays: number | null,
): Static<typeof Credit> {
  const reasons = verdict.reasons.map((reason) => ({ ...reason }));
  return { ...facts, averageDelayDays, exposure: verdict.exposure, left: verdict.left, reasons };
}
