import Type, { type Static } from 'typebox';
import type { Setting } from '#platform/declare/module.ts';

const MassExport = Type.Object(
  {
    clients: Type.Integer({ minimum: 1, maximum: 100_000 }),
    rows: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
  },
  { additionalProperties: false },
);
/** How many different clients, and how many rows, a person takes on one day before it is told. */
export type MassExport = Static<typeof MassExport>;

/** Choices of the company about what leaves it. */
export const securitySettings: readonly Setting[] = [
  { key: 'security.mass-export', schema: MassExport, default: { clients: 500, rows: 10_000 }, narrows: true },
];
