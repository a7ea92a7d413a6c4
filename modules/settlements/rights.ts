import Type from 'typebox';
import { right } from '#platform/declare/right.ts';

export const settlementsRights = [
  right({
    key: 'settlements.accept-promise',
    settings: Type.Object(
      { days: Type.Integer({ minimum: 1, maximum: 365, unit: 'days' }) },
      { additionalProperties: false },
    ),
    defaults: { days: 30 },
    grants: ({ days }) => [
      { permit: 'settlements.promise', scope: 'own', limits: { days } },
      { permit: 'settlements.read', scope: 'own', limits: {} },
    ],
  }),
  right({
    key: 'settlements.know-all',
    settings: Type.Object({}, { additionalProperties: false }),
    defaults: {},
    grants: () => [{ permit: 'settlements.read', scope: 'all', limits: {} }],
  }),
];
