export type OpenInvoice = { readonly id: string; readonly dueOn: string; readonly open: number };
export type Allocation = { readonly invoiceId: string; readonly amount: number };

/**
 * Proposes how a payment settles open invoices: the oldest due first, whole while the money lasts; what is left over
 * stays an advance. Amounts in minor units.
 */
export function allocateOldestFirst(amount: number, invoices: readonly OpenInvoice[]): Allocation[] {
  const oldestFirst = invoices.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id));
  const allocations: Allocation[] = [];
  let left = amount;
  for (const invoice of oldestFirst) {
    const part = Math.min(left, invoice.open);
    if (part > 0) allocations.push({ invoiceId: invoice.id, amount: part });
    left -= part;
  }
  return allocations;
}
