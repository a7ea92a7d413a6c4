import { defineTexts } from '#kernel/texts.ts';

/** What the records of each table are called where an import is taken back. */
export const plansRecordTexts = defineTexts({
  'record.plans.pay_statements': ['Pay statements', 'Расчётные листки'],
  'record.plans.plans': ['Plans', 'Планы'],
});
