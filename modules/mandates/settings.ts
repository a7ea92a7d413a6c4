import Type from 'typebox';
import type { Setting } from '#platform/declare/module.ts';
import { templateSetting } from '#platform/documents/own-template.ts';
import { acknowledgementSheet } from './documents/acknowledgement-sheet.ts';
import { appraisal } from './documents/appraisal.ts';
import { jobDescription } from './documents/job-description.ts';

export const mandatesSettings: readonly Setting[] = [
  /** Hours within which whoever is asked should decide. */
  { key: 'mandates.answer-hours', schema: Type.Integer({ minimum: 1, maximum: 720, unit: 'hours' }), default: 24 },
  ...[jobDescription, acknowledgementSheet, appraisal].map((document) => templateSetting(document)),
];
