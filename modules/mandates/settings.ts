import Type from 'typebox';
import type { Setting } from '#platform/declare/module.ts';

export const mandatesSettings: readonly Setting[] = [
  /** Hours within which whoever is asked should decide. */
  { key: 'mandates.answer-hours', schema: Type.Integer({ minimum: 1, maximum: 720, unit: 'hours' }), default: 24 },
];
