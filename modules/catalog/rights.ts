import Type from 'typebox';
import { right } from '#platform/declare/right.ts';

const nothing = Type.Object({}, { additionalProperties: false });

export const catalogRights = [
  right({
    key: 'catalog.see-prices',
    settings: nothing,
    defaults: {},
    grants: () => [{ permit: 'catalog.read', scope: 'all', limits: {} }],
  }),
  right({
    key: 'catalog.see-costs',
    settings: nothing,
    defaults: {},
    grants: () => [
      { permit: 'catalog.read', scope: 'all', limits: {} },
      { permit: 'catalog.cost', scope: 'all', limits: {} },
    ],
  }),
  right({
    key: 'catalog.keep-prices',
    settings: nothing,
    defaults: {},
    grants: () => [
      { permit: 'catalog.read', scope: 'all', limits: {} },
      { permit: 'catalog.edit', scope: 'all', limits: {} },
    ],
  }),
];
