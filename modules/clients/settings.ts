import Type, { type Static } from 'typebox';
import type { Setting } from '#platform/declare/module.ts';

const bound = Type.Integer({ minimum: 0, maximum: 10_000, unit: 'basis-points' });
const ClassShares = Type.Object({ key: bound, A: bound, B: bound }, { additionalProperties: false });
export type ClassShares = Static<typeof ClassShares>;

export const clientSettings: readonly Setting[] = [
  // Clients in falling order of sales: those that make the first 40 percent are key, up to 70 percent A, up to 90 percent B.
  { key: 'clients.class-shares', schema: ClassShares, default: { key: 4000, A: 7000, B: 9000 } },
];
