import { defineRefusals, type Refuse, refuser } from '#kernel/refusal.ts';

export const settlementsRefusals = defineRefusals({
  codes: {
    'settlements.unknown-invoice': 404,
    'settlements.unknown-payment': 404,
    'settlements.unknown-promise': 404,
    'settlements.unknown-client': 404,
    'settlements.unknown-order': 404,
    'settlements.number-taken': 409,
    'settlements.invoiced-already': 409,
    'settlements.not-shipped': 409,
    'settlements.more-than-open': 409,
    'settlements.more-than-paid': 409,
    'settlements.another-client': 422,
    'settlements.another-currency': 422,
    'settlements.allocated-twice': 422,
    'settlements.promised-for-past': 422,
    'settlements.promise-settled': 409,
    'settlements.not-your-promise': 403,
    'settlements.nothing-owed': 409,
    'settlements.due-before-issue': 422,
  },
  constraints: {
    invoices__number_unique: 'settlements.number-taken',
    invoices__once_per_order: 'settlements.invoiced-already',
    invoices__not_overpaid: 'settlements.more-than-open',
    invoices__due_after_issue: 'settlements.due-before-issue',
    payments__not_overspent: 'settlements.more-than-paid',
    promises__settled_stays: 'settlements.promise-settled',
    allocations__once: 'settlements.allocated-twice',
  },
});

export const refuse: Refuse<typeof settlementsRefusals> = refuser(settlementsRefusals);
