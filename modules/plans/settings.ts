import Type from 'typebox';
import type { Setting } from '#platform/declare/module.ts';
import { templateSetting } from '#platform/documents/own-template.ts';
import { minimumSetting } from './data/minimum.ts';
import { payStatement } from './documents/pay-statement.ts';

/** Choices of the company about plans. Working days are those of activities. */
export const plansSettings: readonly Setting[] = [
  /** A client is active when something was shipped to it within so many days. */
  { key: 'plans.active-window-days', schema: Type.Integer({ minimum: 1, maximum: 730, unit: 'days' }), default: 90 },
  /** Whose plan the sales of a substitution count for: the absent keeper's, or the substitute's. */
  {
    key: 'plans.substitution-credit',
    schema: Type.Union([Type.Literal('keeper'), Type.Literal('substitute')]),
    default: 'keeper',
  },
  /** The legal minimum for a full month; nothing where the company has not said which law it is under. */
  {
    key: minimumSetting,
    schema: Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000_000_000, unit: 'money' }), Type.Null()]),
    default: null,
  },
  templateSetting(payStatement),
];
