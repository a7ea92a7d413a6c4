export { invoiceShippedOrders, payHistory } from './actions/invoice-history.ts';
export { issueInvoice } from './actions/issue-invoice.ts';
export { postPayment } from './actions/post-payment.ts';
export { recordPromise } from './actions/record-promise.ts';
export { settlePromises } from './actions/settle-promises.ts';
export { type CreditFacts, creditFactsOf, overdueByKeeper } from './data/debt.ts';
