import type { Table } from './tables.ts';

/** The first entry of a backup: enough to prepare a database for it. */
export type Opening = {
  readonly format: 1;
  readonly product: string;
  /** Number of the last migration of the schema. */
  readonly migration: number;
  readonly takenAt: string;
  readonly tables: readonly Table[];
};

/** What a table or file must come to: rows (tables only), bytes and the SHA-256 of its text. */
export type Sum = { readonly name: string; readonly bytes: number; readonly sha256: string };

/** The last entry: what must have arrived. A backup without it was cut off. */
export type Closing = {
  readonly tables: readonly (Sum & { readonly rows: number })[];
  readonly files: readonly Sum[];
  readonly sequences: readonly { readonly name: string; readonly value: string; readonly called: boolean }[];
};

export const openingName = 'opening.json';
export const closingName = 'manifest.json';
export const tableFolder = 'tables/';
export const fileFolder = 'files/';

/** What of the data folder belongs to the company besides its database. */
export const keptFiles = ['files', 'secret', 'demo.json'];
