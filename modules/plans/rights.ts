import Type from 'typebox';
import { right } from '#platform/declare/right.ts';

const closed = { additionalProperties: false } as const;

export const plansRights = [
  right({
    key: 'plans.approve-plans',
    settings: Type.Object({}, closed),
    defaults: {},
    grants: () => [
      { permit: 'plans.approve', scope: 'own', limits: {} },
      { permit: 'plans.set', scope: 'own', limits: {} },
      { permit: 'plans.read', scope: 'own', limits: {} },
    ],
  }),
  right({
    key: 'plans.approve-all-plans',
    settings: Type.Object({}, closed),
    defaults: {},
    grants: () => [
      { permit: 'plans.approve', scope: 'all', limits: {} },
      { permit: 'plans.set', scope: 'all', limits: {} },
      { permit: 'plans.read', scope: 'all', limits: {} },
    ],
  }),
  right({
    key: 'plans.plan-own-sales',
    settings: Type.Object({}, closed),
    defaults: {},
    grants: () => [
      { permit: 'plans.set', scope: 'own', limits: {} },
      { permit: 'plans.read', scope: 'own', limits: {} },
    ],
  }),
  right({
    key: 'plans.settle-pay',
    settings: Type.Object({}, closed),
    defaults: {},
    grants: () => [
      { permit: 'pay.settle', scope: 'all', limits: {} },
      { permit: 'plans.read', scope: 'all', limits: {} },
    ],
  }),
];
