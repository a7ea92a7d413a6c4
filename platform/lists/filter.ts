import { type Refusal, refusal } from '#kernel/refusal.ts';
import { type Column, type ColumnType, filtersOf } from './define.ts';
import { listRefusals } from './refusals.ts';

/** One condition on a column, with values of the column's own type. */
export type Condition =
  | { readonly column: string; readonly is: 'any' | 'none'; readonly values: readonly (string | number | boolean)[] }
  | { readonly column: string; readonly is: 'from' | 'to' | 'before'; readonly value: string | number }
  | { readonly column: string; readonly is: 'has'; readonly value: string }
  | { readonly column: string; readonly is: 'empty' | 'given' };

/** What relative words stand for: `me`, `today`, `today-30d`, and whole days of an instant. */
export type FilterSetting = {
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
  readonly me: string | null;
};

/**
 * Reads the filters of a query. Gives the conditions, or every parameter that cannot be understood as a refusal with
 * its field; never throws. Keys that are no filters are left alone.
 */
export function readFilters(
  columns: Readonly<Record<string, Column>>,
  query: Readonly<Record<string, unknown>>,
  setting: FilterSetting,
): { conditions: Condition[]; refusals: Refusal[] } {
  const conditions: Condition[] = [];
  const refusals: Refusal[] = [];
  for (const [name, column] of Object.entries(columns)) {
    for (const key of filtersOf(name, column)) {
      const text = query[key];
      if (text === undefined || text === '') continue;
      const condition = typeof text === 'string' ? read(name, column, key.slice(name.length), text, setting) : null;
      if (condition) conditions.push(condition);
      else refusals.push(refusal(listRefusals, 'lists.bad-filter', { filter: key }, `/${key}`));
    }
  }
  return { conditions, refusals };
}

function read(name: string, column: Column, operator: string, text: string, setting: FilterSetting): Condition | null {
  if (operator === '.is') {
    return text === 'null' ? { column: name, is: 'empty' } : text === 'present' ? { column: name, is: 'given' } : null;
  }
  if (operator === '.has') return { column: name, is: 'has', value: text };
  if (operator === '' || operator === '.not') {
    const values = text.split(',').map((each) => typedValue(column, each, setting));
    const understood = values.filter((value) => value !== null);
    if (understood.length < values.length || values.length > 100) return null;
    return { column: name, is: operator === '' ? 'any' : 'none', values: understood };
  }
  const is = operator === '.gte' ? 'from' : 'to';
  if (column.type === 'instant') return instantBound(name, is, text, setting);
  const value = typedValue(column, text, setting);
  return value === null || typeof value === 'boolean' ? null : { column: name, is, value };
}

const readers: Readonly<
  Record<ColumnType, (text: string, column: Column, setting: FilterSetting) => string | number | boolean | null>
> = {
  text: (text) => text,
  enum: (text, column) => (column.values?.includes(text) ? text : null),
  person: (text, _, setting) => (text === 'me' ? setting.me : uuid(text)),
  ref: uuid,
  flag: (text) => (text === 'true' ? true : text === 'false' ? false : null),
  money: whole,
  rate: (text) => small(whole(text)),
  number: (text, column) => (column.whole ? whole(text) : decimal(text)),
  date: (text, _, setting) => day(text, setting),
  instant: () => null,
};

function typedValue(column: Column, text: string, setting: FilterSetting): string | number | boolean | null {
  return readers[column.type](text.trim(), column, setting);
}

function uuid(text: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : null;
}

function whole(text: string): number | null {
  const value = /^-?\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

/** Fits a database `int`. */
function small(value: number | null): number | null {
  return value !== null && Math.abs(value) <= 2_147_483_647 ? value : null;
}

function decimal(text: string): number | null {
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(text) ? Number(text) : null;
}

/** `2026-01-31`, `today`, `today-30d`, `today+7d` as a day; null when no such day exists. */
function day(text: string, { today }: FilterSetting): string | null {
  const relative = /^today(?:([+-])(\d{1,5})d)?$/.exec(text);
  if (relative) {
    const days = Number(relative[2] ?? 0);
    return today.add({ days: relative[1] === '-' ? -days : days }).toString();
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
}

/** A day means all of it in the company's time zone: from its beginning, to before the next one's. */
function instantBound(column: string, is: 'from' | 'to', text: string, setting: FilterSetting): Condition | null {
  const date = day(text, setting);
  if (date !== null) {
    const first = Temporal.PlainDate.from(date).add({ days: is === 'to' ? 1 : 0 });
    const value = first.toZonedDateTime(setting.timeZone).toInstant().toString();
    return { column, is: is === 'to' ? 'before' : 'from', value };
  }
  try {
    return /^\d{4}-/.test(text) ? { column, is, value: Temporal.Instant.from(text).toString() } : null;
  } catch {
    return null;
  }
}
