/** What other modules may use of orders. Views to read: orders.v_orders, v_order_lines, v_client_terms, v_shipments, v_sales, v_product_sales. */

export { type ConfirmedOrder, confirmOrder } from './actions/confirm-order.ts';
/** Begins a draft, and confirms it by the same judgement as everywhere. */
export { draftOrder, type OrderWish, type SavedOrder } from './actions/draft-order.ts';
export { enterOrder } from './actions/enter-order.ts';
/** How a client stands: columns, terms, exposure. */
export { standingOf } from './actions/judge-order.ts';
/** Agrees the terms of a client, within the actor's own limits. */
export { setTerms } from './actions/set-terms.ts';
export { shipOrder } from './actions/ship-order.ts';
export type { Terms } from './data/terms.ts';
export type { OrderState } from './rules/order-lifecycle.ts';
/** Slots: what a client owes; which days are settled. Fill them in your manifest; answer past row security. */
export { type ClientDebt, closedDays, creditFacts, type EmployeeDay } from './slots.ts';
