import type { CreditReason, CreditVerdict } from './judge-credit.ts';
import { effectiveDiscount } from './order-totals.ts';

/** A line as it is judged: `reference` is the price that the client may have anyway. */
export type JudgedLine = {
  readonly position: number;
  readonly unitPrice: number;
  readonly discountBp: number;
  readonly columnPrice: number;
  readonly entitledPrice: number;
};

/** An authority that an order needs beyond taking it, with the figures that a limit is compared with. */
export type Need =
  | { readonly permit: 'orders.price-column'; readonly figures: { readonly column: number }; readonly entitled: number }
  | { readonly permit: 'orders.discount'; readonly figures: { readonly percent: number }; readonly position: number }
  | {
      readonly permit: 'orders.release-credit';
      readonly figures: { readonly amount: number; readonly overdueDays: number };
      readonly reasons: readonly CreditReason[];
    };
export type NeedPermit = Need['permit'];

/**
 * Whether even whoever has the right must say why they use it: credit beyond a client's terms is the company's money, and
 * who gives it answers for the reason.
 */
export function wantsReason(need: Need): boolean {
  return need.permit === 'orders.release-credit';
}

export type OrderFacts = {
  readonly column: number;
  /** The number of the column that the client has by its terms or earns by the rule. */
  readonly entitledColumn: number;
  readonly lines: readonly JudgedLine[];
  readonly credit: CreditVerdict;
};

/**
 * Everything that an order needs authority for: a better column than the client is entitled to, the greatest discount of
 * any line, credit beyond the terms. Empty: whoever may take the order may confirm it.
 */
export function needsOf(facts: OrderFacts): Need[] {
  const needs: Need[] = [];
  if (facts.column > facts.entitledColumn) {
    needs.push({ permit: 'orders.price-column', figures: { column: facts.column }, entitled: facts.entitledColumn });
  }
  const deepest = deepestDiscount(facts.lines);
  if (deepest)
    needs.push({ permit: 'orders.discount', figures: { percent: deepest.percent }, position: deepest.position });
  if (facts.credit.release) {
    needs.push({ permit: 'orders.release-credit', figures: facts.credit.release, reasons: facts.credit.reasons });
  }
  return needs;
}

/** The line whose price lies furthest below what its client may have anyway. */
function deepestDiscount(lines: readonly JudgedLine[]): { percent: number; position: number } | undefined {
  return lines
    .map((line) => ({ position: line.position, percent: effectiveDiscount(line, referencePrice(line)) }))
    .filter(({ percent }) => percent > 0)
    .toSorted((a, b) => b.percent - a.percent)[0];
}

/** The column of the order is judged by itself, so that a discount counts from the lower of its price and the entitled one. */
export function referencePrice(line: { readonly columnPrice: number; readonly entitledPrice: number }): number {
  return Math.min(line.columnPrice, line.entitledPrice);
}

/** Whether an authority for `covered` is enough for `figures`: no figure is greater. */
export function covers(covered: Readonly<Record<string, number>>, figures: Readonly<Record<string, number>>): boolean {
  return Object.entries(figures).every(([dimension, figure]) => figure <= (covered[dimension] ?? 0));
}
