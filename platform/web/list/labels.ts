import { asRef, type Row } from './row.ts';

const known = new Map<string, string>();

/** Keeps the names of all that rows refer to, so that a filter by an id can say whom it means. */
export function rememberLabels(rows: readonly Row[]): void {
  for (const row of rows) {
    for (const value of Object.values(row)) {
      const ref = asRef(value);
      if (ref) known.set(ref.id, ref.label);
    }
  }
}

export function rememberLabel(id: string, label: string): void {
  known.set(id, label);
}

/** The name of what an id stands for, as far as it was seen. */
export function labelOf(id: string): string | undefined {
  return known.get(id);
}
