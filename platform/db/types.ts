import pg from 'pg';

const { builtins } = pg.types;
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, safeInteger],
  [builtins.NUMERIC, Number],
  [builtins.DATE, (text) => text],
  [builtins.TIMESTAMPTZ, isoInstant],
  [3912, (text) => text],
  [1182, (text) => arrayOf(text)],
]);

/**
 * How values come out of the database: int8 as a whole number (checked), numeric as number, date and daterange as text,
 * timestamptz as ISO 8601 in UTC.
 */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is not a safe integer`);
  return value;
}

/** `2026-11-24 10:45:00.123+00` → `2026-11-24T10:45:00.123Z`; connections speak UTC. */
function isoInstant(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11).replace(/\+00$/, '')}Z`;
}

function arrayOf(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',');
}
