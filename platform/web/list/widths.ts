import type { Column, List } from '#platform/lists/define.ts';
import { asRef, type Row } from './row.ts';

/** In rem, for columns whose values are all about as long. */
const usual: Readonly<Partial<Record<Column['type'], number>>> = {
  money: 8.75,
  number: 6,
  rate: 5.5,
  date: 8,
  instant: 12,
  flag: 5,
};
const perLetter = 0.5;
const beside = 1.7;
const least = 4.5;
const most = 16;
/** Icon and edges of a badge, and the arrow of a sorted heading. */
const badge = 1.6;
const arrow = 1;

/**
 * How wide a column is, in rem: by its type, or by what the first rows hold. What is left over is shared among all
 * columns, so that these are the smallest widths.
 */
export function widthOf(
  list: List,
  name: string,
  rows: readonly Row[],
  heading: string,
  word: (value: string) => string,
): number {
  const column = list.columns[name] as Column;
  const head = heading.length * perLetter + beside + arrow;
  const fixed = usual[column.type];
  if (fixed !== undefined) return Math.max(fixed, Math.min(head, most));
  const longest =
    column.type === 'enum' ? longestOf(column.values ?? [], word) : longestOf(rows.map((row) => textIn(row[name])));
  const body = longest * perLetter + beside + (column.type === 'enum' ? badge : 0);
  return Math.max(least, Math.min(most, Math.max(head, body)));
}

function textIn(value: unknown): string {
  return asRef(value)?.label ?? (typeof value === 'string' ? value : '');
}

function longestOf(texts: readonly string[], word: (text: string) => string = (text) => text): number {
  return texts.reduce((so, text) => Math.max(so, word(text).length), 0);
}
