/** An invoice that fell overdue, and when its client was first contacted about it or promised to pay. Days `YYYY-MM-DD`. */
export type OverdueInvoice = {
  readonly dueOn: string;
  readonly paidOn: string | null;
  readonly chasedOn: string | null;
};
export type ChaseVerdict = 'not-required' | 'done' | 'late' | 'missed' | 'running';

/**
 * Was an overdue invoice chased in time? It must be by `graceDays` after its due day; paid by then, nothing was
 * required. `running` while the time is not over.
 */
export function judgeChase(invoice: OverdueInvoice, graceDays: number, today: string): ChaseVerdict {
  const deadline = Temporal.PlainDate.from(invoice.dueOn).add({ days: graceDays }).toString();
  if (invoice.paidOn !== null && invoice.paidOn <= deadline) return 'not-required';
  if (invoice.chasedOn !== null) return invoice.chasedOn <= deadline ? 'done' : 'late';
  return today > deadline ? 'missed' : 'running';
}

/** Was an invoice paid by its day, later, or not yet? `running` while its day has not passed. */
export function judgeCollection(
  invoice: { readonly dueOn: string; readonly paidOn: string | null },
  today: string,
): ChaseVerdict {
  if (invoice.paidOn !== null) return invoice.paidOn <= invoice.dueOn ? 'done' : 'late';
  return today > invoice.dueOn ? 'missed' : 'running';
}
