import { sql } from '#platform/db/sql.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';
import { insertAllocations, lockOpenInvoices } from '../data/payments.ts';
import { refuse } from '../refusals.ts';
import { type Allocation, allocateOldestFirst } from '../rules/allocate-payment.ts';
import { settlePromises } from './settle-promises.ts';

type Wish = readonly Allocation[] | 'oldest-first';
type Allocated = { id: string; revision: number; allocated: number; unallocated: number };

/**
 * Posts a payment of a client and allocates it: as said, to the oldest due first, or not at all. Promises turn kept by
 * themselves.
 * @throws Refused when an allocation is more than what is open, or for another client's invoice.
 */
export async function postPayment(
  w: Work,
  wish: {
    clientId: string;
    number?: string;
    receivedOn: string;
    amount: number;
    purpose?: string;
    allocate: Wish | 'none';
  },
): Promise<Allocated> {
  await requirePermit(w, 'settlements.post');
  const id = w.newId();
  const posted =
    w.db.run(sql`insert into settlements.payments (id, company_id, client_id, number, received_on, amount, currency, purpose, posted_by)
    values (${id}, ${w.actor.companyId}, ${wish.clientId}, ${wish.number ?? ''}, ${wish.receivedOn}, ${wish.amount}, ${w.company.currency},
      ${wish.purpose ?? ''}, ${w.actor.employeeId})`);
  if (wish.allocate === 'none') {
    await posted;
    return conclude(w, id, wish.clientId, []);
  }
  const payment = { clientId: wish.clientId, left: wish.amount };
  const [allocations] = await Promise.all([judgedAllocations(w, payment, wish.allocate), posted]);
  return conclude(w, id, wish.clientId, allocations);
}

/** Allocates what is left of a payment. */
export async function allocatePayment(w: Work, id: string, wish: Wish): Promise<Allocated> {
  await requirePermit(w, 'settlements.post');
  const payment = await w.db.first(sql<{
    client_id: string;
    left: number;
  }>`select client_id, amount - allocated as "left"
    from settlements.payments where id = ${id} for update`);
  if (!payment) refuse('settlements.unknown-payment');
  const allocations = await judgedAllocations(w, { clientId: payment.client_id, left: payment.left }, wish);
  return conclude(w, id, payment.client_id, allocations);
}

/** Takes an allocation back. */
export async function removeAllocation(w: Work, id: string): Promise<void> {
  await requirePermit(w, 'settlements.post');
  const removed = await w.db.run(sql`delete from settlements.allocations where id = ${id}`);
  if (removed === 0) refuse('settlements.unknown-payment');
}

/** What of a payment goes to which invoice, those held until the end of the act. */
async function judgedAllocations(
  w: Work,
  payment: { clientId: string; left: number },
  wish: Wish,
): Promise<readonly Allocation[]> {
  const open = await lockOpenInvoices(w, payment.clientId);
  const wished: readonly Allocation[] = wish === 'oldest-first' ? allocateOldestFirst(payment.left, open) : wish;
  for (const [i, each] of wished.entries()) {
    const invoice = open.find((candidate) => candidate.id === each.invoiceId);
    if (!invoice) refuse('settlements.unknown-invoice', {}, `/allocate/${i}/invoiceId`);
    if (each.amount > invoice.open)
      refuse('settlements.more-than-open', { open: invoice.open }, `/allocate/${i}/amount`);
  }
  const total = wished.reduce((sum, each) => sum + each.amount, 0);
  if (total > payment.left) refuse('settlements.more-than-paid', { left: payment.left }, '/allocate');
  return wished;
}

async function conclude(w: Work, id: string, clientId: string, allocations: readonly Allocation[]): Promise<Allocated> {
  const [, allocated] = await Promise.all([
    insertAllocations(w, id, allocations),
    w.db.one(
      sql<Allocated>`select id, revision, allocated, amount - allocated as unallocated from settlements.payments where id = ${id}`,
    ),
    settlePromises(w, clientId),
  ]);
  await announce(w, 'settlements.payment-posted', { paymentId: id, clientId });
  return allocated;
}
