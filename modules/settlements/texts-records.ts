import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const settlementsRecordTexts = defineTexts({
  'record.settlements.invoices': ['Invoices', 'Счета'],
  'record.settlements.payments': ['Payments', 'Платежи'],
  'record.settlements.promises': ['Promises to pay', 'Обещания оплаты'],
});
