import Type from 'typebox';
import { right } from '#platform/declare/right.ts';

const nothing = Type.Object({}, { additionalProperties: false });

export const organizationRights = [
  right({
    key: 'organization.arrange-staff',
    settings: nothing,
    defaults: {},
    grants: () => [
      { permit: 'organization.arrange', scope: 'all', limits: {} },
      { permit: 'organization.report-absence', scope: 'all', limits: {} },
    ],
  }),
  right({
    key: 'organization.configure',
    settings: nothing,
    defaults: {},
    grants: () => [{ permit: 'organization.configure', scope: 'all', limits: {} }],
  }),
  right({
    key: 'organization.substitute',
    settings: Type.Object({ everyone: Type.Boolean() }, { additionalProperties: false }),
    defaults: { everyone: false },
    grants: ({ everyone }) => [{ permit: 'organization.substitute', scope: everyone ? 'all' : 'own', limits: {} }],
  }),
];
