import Type from 'typebox';
import type { Setting } from '#platform/declare/module.ts';

/** Choices of the company; a department or a position may have its own. */
export const settlementsSettings: readonly Setting[] = [
  {
    key: 'settlements.remind-days',
    schema: Type.Integer({ minimum: 0, maximum: 60, unit: 'days' }),
    default: 3,
    narrows: true,
  },
];
