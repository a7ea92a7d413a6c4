import { lineAmount } from '#kernel/money.ts';
import { toSafeInteger } from '#kernel/rounding.ts';

/** A line as it is counted: prices in minor units for one unit, discount in basis points. */
export type CountedLine = { readonly quantity: number; readonly unitPrice: number; readonly discountBp: number };

/** What a line costs. @throws RangeError as `lineAmount`. */
export function amountOf(line: CountedLine): number {
  return lineAmount(line.quantity, line.unitPrice, line.discountBp);
}

/** The total of an order: the sum of its lines, each rounded by itself, as the invoice will be. */
export function totalOf(lines: readonly CountedLine[]): number {
  return toSafeInteger(lines.reduce((so, line) => so + BigInt(amountOf(line)), 0n));
}

/**
 * The discount that a line gives in truth, in basis points rounded up: how far its price after discount lies below
 * `reference` (the price that the client may have anyway). A lowered price is a discount, whatever field it was typed in.
 * 0 where it is not below.
 */
export function effectiveDiscount(line: Omit<CountedLine, 'quantity'>, reference: number): number {
  if (reference <= 0) return 0;
  const asked = BigInt(line.unitPrice) * BigInt(10_000 - line.discountBp);
  const full = BigInt(reference) * 10_000n;
  if (asked >= full) return 0;
  const lower = (full - asked) * 10_000n;
  return Number((lower + full - 1n) / full);
}

/** What all discounts of an order give away against the reference prices, in minor units. */
export function givenAway(lines: readonly (CountedLine & { readonly reference: number })[]): number {
  const full = totalOf(lines.map((line) => ({ quantity: line.quantity, unitPrice: line.reference, discountBp: 0 })));
  return Math.max(0, full - totalOf(lines));
}
