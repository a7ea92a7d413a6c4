import type { Period } from '#kernel/period.ts';
import { type Slot, slot } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';
import type { ProposalReason } from './rules/proposals.ts';

/**
 * Whom another module would have contacted in a week, and why. `weight` of the reason is 0–1000 (a promised step has 800
 * and more, a cadence 150–750); its key is a text `proposal.<key>`. Clients that are not the employee's own, or are planned
 * already, are left out by themselves.
 */
export type ProposedContact = {
  readonly clientId: string;
  readonly kind?: 'call' | 'visit';
  readonly wishedOn?: string;
  readonly reason: ProposalReason;
};

/** Every filling is asked: settlements adds overdue debts, orders lapsing clients. */
export const weekProposals: Slot<
  (w: Work, ask: { employeeId: string; week: Period }) => Promise<readonly ProposedContact[]>
> = slot('activities.week-proposals', {
  otherwise: async (_w: Work, _ask: { employeeId: string; week: Period }): Promise<readonly ProposedContact[]> => [],
});

/** What was agreed about payment in a visit or call; amount in minor units of the company's currency. */
export type AgreedPayment = {
  readonly clientId: string;
  readonly activityId: string;
  readonly amount: number;
  readonly promisedFor: string;
  readonly contact?: string;
  readonly note?: string;
};

/** Keeps the promise; settlements fills it. It may refuse, and then the activity is not closed either. */
export const recordPromise: Slot<(w: Work, agreed: AgreedPayment) => Promise<unknown>> = slot(
  'activities.record-promise',
  {
    otherwise: async (_w: Work, _agreed: AgreedPayment): Promise<unknown> => null,
  },
);
