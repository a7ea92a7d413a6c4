import type { Work } from '#platform/work.ts';

export type ImportValue = string | number | boolean | null;

/** A field that a kind of record takes from a file. Texts: `import.<kind>.<name>`. */
export type ImportField = {
  readonly name: string;
  /** code: text that a spreadsheet may have made a number of (`17850.0`). money: whole minor units of the company's currency; rate: basis points, from a fraction (0.05) or percent (5%). */
  readonly type: 'text' | 'code' | 'money' | 'number' | 'rate' | 'date' | 'flag';
  readonly required?: boolean;
  readonly maxLength?: number;
  /** Headings by which the column is found by itself. */
  readonly aliases: readonly string[];
};

/** A row after reading and mapping; `number` counts records of the file from 1, the heading not counted. */
export type ImportRow = { readonly number: number; readonly values: Readonly<Record<string, ImportValue>> };

/** Why an import stays: a refusal code with the figures of its sentence. */
export type Holding = { readonly code: string; readonly params?: Readonly<Record<string, string | number>> };

/** Why a row was not taken: a refusal code with the field at fault. */
export type Rejection = { readonly number: number; readonly code: string; readonly field?: string };

/**
 * A kind of record that can be imported. `write` takes a portion of rows in one transaction, by the same rules and
 * constraints as by hand; it gives the rows that it rejects and must have written all others.
 */
export type ImportKind = {
  readonly key: string;
  readonly permit: string;
  readonly fields: readonly ImportField[];
  readonly write: (w: Work, rows: readonly ImportRow[], importId: string) => Promise<readonly Rejection[]>;
  /** After all rows: what the import is worth, for its report (counts and sums that a person can compare). */
  readonly conclude?: (w: Work, importId: string) => Promise<Readonly<Record<string, unknown>>>;
  /**
   * What must happen around `takeBack`, which removes every row that the import made. Without it that is all. `write` puts
   * the import's id (`import_id`) on each row it makes, or nothing of it can be taken back.
   */
  readonly revert?: (w: Work, importId: string, takeBack: () => Promise<void>) => Promise<void>;
  /** Records that others made and that taking back would change: what depends on them holds the import too. */
  readonly turnsBack?: (
    w: Work,
    importId: string,
  ) => Promise<{ readonly table: string; readonly ids: readonly string[] }>;
  /** Why the import cannot be taken back, beyond the records that refer to what it made. */
  readonly held?: (w: Work, importId: string) => Promise<readonly Holding[]>;
};

/** Declares an import kind. */
export function importKind(kind: ImportKind): ImportKind {
  return kind;
}
