import { parseMoney } from '#kernel/money.ts';
import type { Language } from '#kernel/texts.ts';
import type { ImportField, ImportRow, ImportValue, Rejection } from '#platform/declare/import-kind.ts';
import type { Mapping, Source } from './endpoints.ts';
import type { RawRow } from './read-file.ts';

export type { Mapping } from './endpoints.ts';

/** How texts of the file are to be understood. */
export type Reading = { readonly currency: string; readonly language: Language };

/** Finds the columns of a kind's fields by their headings. */
export function guessMapping(fields: readonly ImportField[], headings: readonly string[]): Mapping {
  const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const found = fields.flatMap((field) => {
    const names = [field.name, ...field.aliases].map(bare);
    const column = headings.find((heading) => names.includes(bare(heading)));
    return column === undefined ? [] : [[field.name, { column }] as const];
  });
  return Object.fromEntries(found);
}

/**
 * Of saved mappings the one that fits a file best: every column that it names is there, and it names the most. Null when
 * none fits; one that names no column fits no file more than another.
 */
export function fittingMapping<M extends { readonly mapping: Mapping }>(
  saved: readonly M[],
  headings: readonly string[],
): M | null {
  const named = ({ mapping }: M) =>
    Object.values(mapping).flatMap((source) => ('column' in source ? [source.column] : []));
  const fitting = saved.filter(
    (each) => named(each).length > 0 && named(each).every((name) => headings.includes(name)),
  );
  return fitting.toSorted((a, b) => named(b).length - named(a).length)[0] ?? null;
}

/** Turns a record of the file into values of the kind's fields, or into the first reason why it cannot be. */
export function mapRow(
  fields: readonly ImportField[],
  mapping: Mapping,
  raw: RawRow,
  reading: Reading,
): ImportRow | Rejection {
  const values: Record<string, ImportValue> = {};
  for (const field of fields) {
    const source = mapping[field.name];
    const text = textOf(source, raw);
    if (text === '') {
      if (field.required) return { number: raw.number, code: 'platform.import-missing', field: field.name };
      values[field.name] = null;
      continue;
    }
    const value = valueFrom(field, text, reading);
    if (value === null) return { number: raw.number, code: `platform.import-not-${field.type}`, field: field.name };
    values[field.name] =
      source && 'addDays' in source && typeof value === 'string' ? moved(value, source.addDays ?? 0) : value;
  }
  return { number: raw.number, values };
}

function textOf(source: Source | undefined, raw: RawRow): string {
  if (source === undefined) return '';
  if ('constant' in source) return source.constant;
  const text = (raw.cells[source.column] ?? '').trim();
  return source.values ? (source.values[text] ?? '') : text;
}

function moved(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The value that a text stands for, or null when it stands for none of this type. */
function valueFrom(field: ImportField, text: string, reading: Reading): ImportValue {
  switch (field.type) {
    case 'text':
      return text.length <= (field.maxLength ?? 500) && !text.includes('\0') ? text : null;
    case 'code':
      return valueFrom({ ...field, type: 'text' }, text.replace(/^(\d+)\.0+$/, '$1'), reading);
    case 'money':
      return parseMoney(plain(text), reading.currency, reading.language)?.amount ?? null;
    case 'number':
      return finite(plain(text));
    case 'rate':
      return basisPoints(text);
    case 'date':
      return dateOf(text);
    case 'flag':
      return /^(1|true|yes|да|y|t)$/i.test(text) ? true : /^(0|false|no|нет|n|f)$/i.test(text) ? false : null;
  }
}

/** Numbers that programs write: `1234.5`, `1234,5`, `17850.0`, `1e3`; the ends of a number are trimmed of zeros. */
function plain(text: string): string {
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : text;
}

function finite(text: string): number | null {
  const value = Number(/^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text);
  return text !== '' && Number.isFinite(value) && Math.abs(value) <= 1e11 ? value : null;
}

function basisPoints(text: string): number | null {
  const value = finite(text.replace('%', '').trim());
  if (value === null) return null;
  const points = Math.round(value * (text.includes('%') ? 100 : 10_000));
  return points >= 0 && points <= 10_000 ? points : null;
}

/** ISO dates and moments, and day-first dates with dots, slashes or dashes. */
function dateOf(text: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$/.exec(text);
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?: .*)?$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : [];
  if (!year || !month || !day) return null;
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return null;
  }
}
