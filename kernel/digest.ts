/**
 * The one JSON text of a value, for content hashes: object keys sorted by code unit, no blanks, members that are
 * undefined left out (the form of RFC 8785). Values with `toJSON` (dates, Temporal) stand for what it gives; undefined
 * in an array is null, as in JSON.
 * @throws TypeError on what JSON would lose silently: NaN and infinities, functions, symbols, bigint, maps, sets, bytes.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each ?? null)).join(',')}]`;
  if (hasToJson(value)) return canonicalJson(value.toJSON());
  // By tag, not by prototype: parsers of queries and parameters make objects without `Object.prototype`.
  if (typeof value !== 'object' || Object.prototype.toString.call(value) !== '[object Object]') {
    throw new TypeError(`${Object.prototype.toString.call(value)} has no canonical JSON`);
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function hasToJson(value: unknown): value is { toJSON: () => unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
}
