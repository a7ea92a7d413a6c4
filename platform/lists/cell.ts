import { minorDigits } from '#kernel/money.ts';
import type { Column } from './define.ts';

/** What a cell of an exported table is: spreadsheets keep numbers and days as such. */
export type Cell = string | number | boolean | Temporal.PlainDate | null;

/**
 * A value of a list as a cell: money and rates in whole units, a `person` or `ref` by its label, an instant as local
 * time of the company. `word` gives an enum's or flag's value in the reader's language.
 */
export function cellOf(
  column: Column,
  value: unknown,
  currency: string,
  timeZone: string,
  word: (value: string) => string,
): Cell {
  if (value === null || value === undefined) return null;
  switch (column.type) {
    case 'money':
      return Number(value) / 10 ** minorDigits(currency);
    case 'rate':
      return Number(value) / 100;
    case 'number':
      return Number(value);
    case 'date':
      return Temporal.PlainDate.from(String(value));
    case 'instant':
      return Temporal.Instant.from(String(value))
        .toZonedDateTimeISO(timeZone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .replace('T', ' ');
    case 'enum':
    case 'flag':
      return word(String(value));
    case 'person':
    case 'ref':
      return String((value as { label?: unknown }).label ?? '');
    case 'text':
      return String(value);
  }
}

/** Text that a spreadsheet would take for a formula is made plain by an apostrophe before it (OWASP, CSV injection). */
export function plain(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
