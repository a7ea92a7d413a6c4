import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { mayI, type Work } from '#platform/work.ts';
import { issueInvoice } from '../actions/issue-invoice.ts';
import { allocatePayment, postPayment, removeAllocation } from '../actions/post-payment.ts';
import { recordPromise } from '../actions/record-promise.ts';
import { mayWithdraw, withdrawPromise } from '../actions/withdraw-promise.ts';
import { employeesOf, keepersOwed, ownDepartments } from '../data/answerable.ts';
import { debtByClient, debtOfClient, debtTotals } from '../data/debt.ts';
import { invoices, statementOf } from '../data/invoices.ts';
import { payments } from '../data/payments.ts';
import { promises } from '../data/promises.ts';
import * as at from '../endpoints.ts';
import { refuse } from '../refusals.ts';

const canOf = (w: Work) => ({
  promise: mayI(w, 'settlements.promise').kind === 'allowed',
  post: mayI(w, 'settlements.post').kind === 'allowed',
});

function cursorOf(text: string | undefined): [string, string] | undefined {
  const match = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(text ?? '');
  return match?.[1] && match[2] ? [match[1], match[2]] : undefined;
}

export const settlementsRoutes: readonly Route[] = [
  answer(at.debtByAge, async (w, { query }) => {
    const chosen = query.department ? await employeesOf(w, query.department) : undefined;
    const keepers = query.keeper ? [query.keeper] : chosen;
    const [totals, items, people, departments] = await Promise.all([
      debtTotals(w, keepers),
      debtByClient(w, { keepers, overdue: query.overdue ?? false, limit: query.limit ?? 50 }),
      keepersOwed(w),
      ownDepartments(w),
    ]);
    return { currency: w.company.currency, totals, items, whose: { people, departments }, can: canOf(w) };
  }),
  answer(at.listInvoices, async (w, { query }) => {
    const limit = query.limit ?? 50;
    const items = await invoices(w, {
      client: query.client,
      order: query.order,
      open: query.open ?? false,
      limit,
      after: cursorOf(query.after),
    });
    const last = items.length === limit ? items.at(-1) : undefined;
    return { items, nextCursor: last ? `${last.dueOn}_${last.id}` : null };
  }),
  answer(at.issueInvoice, (w, { body }) => issueInvoice(w, body)),
  answer(at.listPayments, async (w, { query }) => ({
    items: await payments(w, {
      client: query.client,
      unallocated: query.unallocated ?? false,
      limit: query.limit ?? 50,
    }),
    can: { post: canOf(w).post },
  })),
  answer(at.postPayment, (w, { body }) => postPayment(w, body)),
  answer(at.allocatePayment, (w, { params, body }) => allocatePayment(w, params.id, body.allocate)),
  answer(at.removeAllocation, async (w, { params }) => {
    await removeAllocation(w, params.id);
    return {};
  }),
  answer(at.listPromises, async (w, { query }) => ({
    items: (await promises(w, query)).map(({ keeperId, recordedById, ...promise }) => ({
      ...promise,
      can: { withdraw: mayWithdraw(w, { ...promise, keeperId, recordedById }) },
    })),
  })),
  answer(at.recordPromise, (w, { body }) => recordPromise(w, body)),
  answer(at.withdrawPromise, (w, { params, body }) => withdrawPromise(w, params.id, body.reason)),
  answer(at.clientSettlements, async (w, { params }) => {
    const client = await w.db.first(sql`select from clients.clients where id = ${params.id}`);
    if (!client) refuse('settlements.unknown-client');
    const [totals, entries, loose] = await Promise.all([
      debtOfClient(w, params.id),
      statementOf(w, params.id),
      w.db.one(sql<{ advance: number }>`select coalesce(sum(amount - allocated), 0)::bigint as advance
        from settlements.payments where client_id = ${params.id} and allocated < amount`),
    ]);
    return { currency: w.company.currency, ...totals, advance: loose.advance, entries, can: canOf(w) };
  }),
];
