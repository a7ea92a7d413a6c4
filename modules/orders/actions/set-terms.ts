import { expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { keepTerms, lockTerms, type Terms } from '../data/terms.ts';
import { refuse } from '../refusals.ts';
import type { DefaultTerms } from '../settings.ts';
import { standingOf } from './judge-order.ts';

/**
 * Agrees the terms of a client. Terms bind every later order, so they cannot be the way round a limit: a column beyond
 * the one earned needs the right to give it, and whatever is raised lies within the limits of the right to agree terms.
 * @throws Refused `orders.unknown-client`, `orders.unknown-column`, `platform.not-granted`, `platform.beyond-limit`, 412.
 */
export async function setTerms(w: Work, clientId: string, terms: Terms): Promise<{ id: string; revision: number }> {
  const standing = await standingOf(w, clientId);
  const { client, columns, earned } = standing;
  const keeperId = client.keeper_id;
  const before = await lockTerms(w, clientId);
  if (before) expectRevision(w, before);
  await requirePermit(w, 'orders.edit-terms', { keeperId, figures: raised(standing.terms, terms) });
  const column = columns.find((each) => each.id === terms.priceColumnId);
  if (terms.priceColumnId !== null && !column) refuse('orders.unknown-column', {}, '/priceColumnId');
  if (column && column.number > earned.column.number && column.id !== before?.price_column_id) {
    await requirePermit(w, 'orders.price-column', { keeperId, figures: { column: column.number } });
  }
  return keepTerms(w, clientId, terms);
}

/** What the new terms give more of; what a superior agreed before may stay. */
function raised(before: DefaultTerms, terms: Terms): Record<string, number> {
  return {
    ...(terms.creditLimit > before.creditLimit && { creditLimit: terms.creditLimit }),
    ...(terms.paymentDays > before.paymentDays && { paymentDays: terms.paymentDays }),
    ...(terms.overdueToleranceDays > before.overdueToleranceDays && { overdueDays: terms.overdueToleranceDays }),
  };
}
