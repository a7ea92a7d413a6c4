import type { Language } from '#kernel/texts.ts';
import { slot } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';

/** What a clause about pay came to for a month: in words that name no amount, and the amount in minor units. */
export type ClausePay = {
  readonly clauseId: string;
  readonly said: Readonly<Record<Language, string>>;
  readonly amount: number;
};

/** Asks what the clauses of an employee were paid for a month (`YYYY-MM`); nothing for whoever may not know that pay. */
export const clausePay = slot<(w: Work, employeeId: string, month: string) => Promise<readonly ClausePay[]>>(
  'mandates.clause-pay',
  { otherwise: async () => [] },
);
