import { definePermits } from '#kernel/permit.ts';

export const orderPermits = definePermits({
  'orders.read': {},
  /** Take orders: draft, change, confirm, cancel. */
  'orders.take': {},
  /** Enter orders into the books, ask back, ship. */
  'orders.enter': {},
  /** Agree a client's terms: column, days of payment, credit limit, tolerance. */
  'orders.edit-terms': { limits: { creditLimit: 'money', paymentDays: 'days', overdueDays: 'days' } },
  /** Give a better price column than the client is entitled to, up to a number. */
  'orders.price-column': { limits: { column: 'count' }, askable: true },
  /** Give a discount on a line, however it is typed, up to a share. */
  'orders.discount': { limits: { percent: 'basis-points' }, askable: true },
  /** Release an order beyond the credit limit by so much, or with a debt overdue for so long. */
  'orders.release-credit': { limits: { amount: 'money', overdueDays: 'days' }, askable: true },
});
