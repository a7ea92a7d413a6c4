import type { Column } from '#platform/lists/define.ts';

/** A row as the server gives it: `{ id, href, <column>: value }`. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly href?: string };
/** The value of a `ref` or `person`. */
export type RefValue = { readonly id: string; readonly label: string };

/** Whether a column's values stand at the right. */
export function isFigure(column: Column): boolean {
  return column.type === 'money' || column.type === 'number' || column.type === 'rate';
}

export function asRef(value: unknown): RefValue | null {
  return typeof value === 'object' && value !== null && 'label' in value ? (value as RefValue) : null;
}

/** What a row is called: the text of its first column. */
export function nameOf(row: Row, columns: readonly string[]): string {
  const value = row[columns[0] ?? ''];
  return asRef(value)?.label ?? String(value ?? row.id);
}
