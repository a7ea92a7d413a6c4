import type { Language } from '#kernel/texts.ts';
import { type Slot, slot } from '#platform/declare/slot.ts';
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

/** A request as those are asked who know more of what it is about. */
export type AskedRequest = {
  readonly permit: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly contentHash: string;
  /** What was told when it was asked. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/**
 * Asks what else the reader of a request may know, by name (texts `fact.<name>`). Asked at each reading and kept nowhere, so
 * that whoever asked, or reads without the right to it, never gets it.
 */
export const readerFacts: Slot<(w: Work, request: AskedRequest) => Promise<Readonly<Record<string, unknown>>>> = slot(
  'mandates.reader-facts',
  { otherwise: async (_w: Work, _request: AskedRequest): Promise<Readonly<Record<string, unknown>>> => ({}) },
);
