import { type Slot, slot } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';

/** An employee and a day, as ISO text. */
export type EmployeeDay = { readonly employeeId: string; readonly day: string };

/**
 * Asks which of the days are closed for the employee: what was measured there is settled, and nothing may be added to it or
 * taken from it. Every filling is asked; answer past row security.
 */
export const closedDays: Slot<(w: Work, asked: readonly EmployeeDay[]) => Promise<readonly EmployeeDay[]>> = slot(
  'orders.closed-days',
  { otherwise: async (_w: Work, _asked: readonly EmployeeDay[]): Promise<readonly EmployeeDay[]> => [] },
);

/** What a client owes; amounts in minor units of the company's currency. */
export type ClientDebt = {
  readonly owed: number;
  readonly overdue: number;
  readonly oldestOverdueDays: number;
  /** Promises to pay that were not kept and are still owed. */
  readonly brokenPromises: number;
  /** How late the client pays on average, over the last year; absent: unknown. */
  readonly averageDelayDays?: number | null;
};

/**
 * Asks what a client owes when an order is judged. The answer must not depend on what the actor may see of settlements:
 * a limit binds by the whole debt (answer through a security definer function).
 */
export const creditFacts = slot<(w: Work, clientId: string) => Promise<ClientDebt>>('orders.credit-facts', {
  otherwise: async () => ({ owed: 0, overdue: 0, oldestOverdueDays: 0, brokenPromises: 0 }),
});
