import type { Period } from '#kernel/period.ts';
import type { Language } from '#kernel/texts.ts';
import type { Agenda } from '#platform/declare/agenda.ts';
import type { Measurement, WorkLine } from '#platform/declare/duty.ts';
import { type Slot, slot } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';

/** The clause from which something was assigned, and the duties that it binds. */
export type AssignedBy = {
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly duties: readonly string[];
};
/** A line of the day that somebody else put there; `clause` null: outside the job description. */
export type AssignedLine = WorkLine & { readonly clause: AssignedBy | null };

/**
 * What superiors assign to an employee. Each line stands on the day list by the clause it was assigned from, whatever
 * duties list by themselves; so a duty's own agenda leaves it out.
 */
export type AssignedWork = {
  /** What was assigned and waits: the most urgent lines, and how many others. */
  readonly agenda: (
    w: Work,
    employeeId: string,
    most: number,
  ) => Promise<{ readonly lines: readonly AssignedLine[]; readonly more: Agenda['more'] }>;
  /** What was assigned outside the job description in a period: it is counted apart from every duty. */
  readonly outside: (w: Work, employeeId: string, period: Period) => Promise<Measurement>;
};

/** Activities fill it. */
export const assignedWork: Slot<AssignedWork> = slot('mandates.assigned-work', {
  otherwise: {
    agenda: async () => ({ lines: [], more: [] }),
    outside: async (): Promise<Measurement> => ({
      required: 0,
      done: 0,
      late: 0,
      missed: 0,
      unit: 'count',
      evidence: [],
    }),
  },
});

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
