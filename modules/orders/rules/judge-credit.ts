/** What is known of a client's debt when an order is judged; amounts in minor units of the company's currency. */
export type CreditFacts = {
  readonly limit: number;
  readonly toleranceDays: number;
  readonly owed: number;
  readonly overdue: number;
  readonly oldestOverdueDays: number;
  readonly brokenPromises: number;
  /** Agreed orders that are not invoiced yet, without this one. */
  readonly openOrders: number;
  readonly incoming: number;
};

export type CreditReason =
  | { readonly kind: 'over-limit'; readonly by: number }
  | { readonly kind: 'overdue'; readonly days: number; readonly tolerance: number; readonly amount: number }
  | { readonly kind: 'broken-promise'; readonly count: number };

export type CreditVerdict = {
  /** Debt, open orders and the new one together. */
  readonly exposure: number;
  /** What is left of the limit after this order; negative beyond it. */
  readonly left: number;
  /** None: within the terms. */
  readonly reasons: readonly CreditReason[];
  /** What a release must cover, by the dimensions of the right; null when none is needed. */
  readonly release: { readonly amount: number; readonly overdueDays: number } | null;
};

/**
 * Judges the credit of an order: beyond the limit, or with a debt older than the tolerance, it needs a release. A client
 * who broke a promise to pay what is still overdue gets no tolerance.
 */
export function judgeCredit(facts: CreditFacts): CreditVerdict {
  const exposure = facts.owed + facts.openOrders + facts.incoming;
  const over = Math.max(0, exposure - facts.limit);
  const broken = facts.brokenPromises > 0 && facts.overdue > 0;
  const tolerance = broken ? 0 : facts.toleranceDays;
  const late = facts.overdue > 0 && facts.oldestOverdueDays > tolerance;
  const reasons: CreditReason[] = [
    ...(over > 0 ? [{ kind: 'over-limit', by: over } as const] : []),
    ...(late ? [{ kind: 'overdue', days: facts.oldestOverdueDays, tolerance, amount: facts.overdue } as const] : []),
    ...(late && broken ? [{ kind: 'broken-promise', count: facts.brokenPromises } as const] : []),
  ];
  const release = reasons.length > 0 ? { amount: over, overdueDays: late ? facts.oldestOverdueDays : 0 } : null;
  return { exposure, left: facts.limit - exposure, reasons, release };
}
