import Type from 'typebox';
import type { Setting } from '#platform/declare/module.ts';

export const megabyte = 1_000_000;

/** Choices of the company about files, in megabytes. No file is larger than what the server takes in one form. */
export const fileSettings: readonly Setting[] = [
  { key: 'platform.largest-file', schema: Type.Integer({ minimum: 1, maximum: 500 }), default: 25 },
  { key: 'platform.files-in-all', schema: Type.Integer({ minimum: 1, maximum: 100_000_000 }), default: 50_000 },
];
