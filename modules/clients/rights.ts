import Type from 'typebox';
import { right } from '#platform/declare/right.ts';

const closed = { additionalProperties: false };

export const clientRights = [
  right({
    key: 'clients.assign-keepers',
    settings: Type.Object({ everyone: Type.Optional(Type.Boolean()) }, closed),
    defaults: { everyone: false },
    grants: ({ everyone }) => {
      const scope = everyone ? 'all' : 'own';
      return [
        { permit: 'clients.assign', scope, limits: {} },
        { permit: 'clients.read', scope, limits: {} },
        { permit: 'clients.edit', scope, limits: {} },
      ];
    },
  }),
  right({
    key: 'clients.see-all',
    settings: Type.Object({}, closed),
    defaults: {},
    grants: () => [
      { permit: 'clients.read', scope: 'all', limits: {} },
      { permit: 'clients.export', scope: 'all', limits: {} },
    ],
  }),
];
