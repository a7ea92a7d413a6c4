import { defineRefusals, type Refuse, refuser } from '#kernel/refusal.ts';

export const plansRefusals = defineRefusals({
  codes: {
    'plans.unknown-employee': 404,
    'plans.unknown-department': 404,
    'plans.unknown-client': 404,
    'plans.unknown-category': 422,
    'plans.unknown-revision': 404,
    'plans.other-plan': 422,
    'plans.not-a-month': 422,
    'plans.not-in-department': 422,
    'plans.cell-twice': 422,
    'plans.breakdown-of-sales-only': 422,
    'plans.changed-meanwhile': 412,
    'plans.month-over': 409,
    'plans.month-begun': 409,
    'plans.month-settled': 409,
    'plans.nothing-to-approve': 409,
    'plans.below-department': 409,
    'plans.breakdown-above-plan': 409,
    'plans.pay-settled-already': 409,
    'plans.pay-month-not-over': 409,
    'plans.pay-own': 403,
    'plans.pay-no-clause': 409,
    'plans.steps-not-ascending': 422,
    'plans.steps-pays-less': 422,
  },
  constraints: {
    plans__one_current: 'plans.changed-meanwhile',
    plans__stays: 'plans.changed-meanwhile',
    plans__parts_within: 'plans.breakdown-above-plan',
    plans__breakdown_of_sales: 'plans.breakdown-of-sales-only',
    pay_statements__once_a_month: 'plans.pay-settled-already',
    pay_statements__settled_stays: 'plans.pay-settled-already',
  },
});

export const refuse: Refuse<typeof plansRefusals> = refuser(plansRefusals);
