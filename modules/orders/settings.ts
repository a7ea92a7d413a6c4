import Type, { type Static } from 'typebox';
import type { Setting } from '#platform/declare/module.ts';
import { templateSetting } from '#platform/documents/own-template.ts';
import { orderConfirmation } from './documents/order-confirmation.ts';

const Terms = Type.Object({
  paymentDays: Type.Integer({ minimum: 0, maximum: 730, unit: 'days' }),
  creditLimit: Type.Integer({ minimum: 0, maximum: 9_000_000_000_000_000, unit: 'money' }),
  overdueToleranceDays: Type.Integer({ minimum: 0, maximum: 730, unit: 'days' }),
});
const Column = Type.Optional(Type.Integer({ minimum: 1, maximum: 100 }));
const ColumnRule = Type.Object({
  // By the client's class; a class that is left out earns no column of its own.
  byClass: Type.Object({ key: Column, A: Column, B: Column, C: Column }, { additionalProperties: false }),
  prepaidSteps: Type.Integer({ minimum: 0, maximum: 10 }),
  longFromDays: Type.Integer({ minimum: 1, maximum: 730, unit: 'days' }),
  longSteps: Type.Integer({ minimum: 0, maximum: 10 }),
});
export type DefaultTerms = Static<typeof Terms>;

/** Choices of the company. Without agreed terms a client has no credit: whoever gives some, agrees terms. */
export const orderSettings: readonly Setting[] = [
  { key: 'orders.default-terms', schema: Terms, default: { paymentDays: 0, creditLimit: 0, overdueToleranceDays: 0 } },
  {
    key: 'orders.price-columns',
    schema: ColumnRule,
    default: { byClass: {}, prepaidSteps: 0, longFromDays: 60, longSteps: 1 },
  },
  { key: 'orders.entry-hours', schema: Type.Integer({ minimum: 1, maximum: 240, unit: 'hours' }), default: 4 },
  templateSetting(orderConfirmation),
];
