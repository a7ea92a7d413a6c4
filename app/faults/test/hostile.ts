import fc from 'fast-check';
import type { TSchema } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { type Input, type Schema, sampleInput } from './sample.ts';

/** A request as somebody hostile would send it. */
export type Hostile = {
  readonly input: Input;
  /** Sent instead of the body, byte for byte. */
  readonly raw: Buffer | undefined;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Requests against an endpoint: mostly one fault in an input that is otherwise right, or all that is extreme and yet of
 * the right form; sometimes chaos. `ids` are of records of every kind.
 */
export function hostileRequests(endpoint: Endpoint, ids: readonly string[]): fc.Arbitrary<Hostile> {
  const id = fc.constantFrom(...ids);
  const input = fc.oneof(
    { weight: 5, arbitrary: extremeInput(endpoint, id) },
    { weight: 4, arbitrary: oneFault(endpoint, id) },
    { weight: 1, arbitrary: chaos },
  );
  return fc.record({
    input,
    raw: fc.option(fc.constantFrom(...rawBodies), { freq: 8, nil: undefined }),
    headers: fc.oneof(
      { weight: 6, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom(...strangeHeaders) },
    ),
  });
}

function extremeInput(endpoint: Endpoint, id: fc.Arbitrary<string>): fc.Arbitrary<Input> {
  const part = (schema: TSchema | undefined) => (schema ? extreme(schema as Schema, id) : fc.constant(undefined));
  return fc.record({
    params: part(endpoint.params).map((value) => (value ?? {}) as Input['params']),
    query: part(endpoint.query).map((value) => (value ?? {}) as Input['query']),
    body: part(endpoint.body),
  });
}

/** Everything right but for one value somewhere. */
function oneFault(endpoint: Endpoint, id: fc.Arbitrary<string>): fc.Arbitrary<Input> {
  return fc
    .tuple(id, nasty, fc.nat(), fc.constantFrom('needed' as const, 'all' as const))
    .map(([given, fault, where, breadth]) => {
      const right = sampleInput(endpoint, () => given, breadth);
      const paths = pathsOf(right);
      return paths.length === 0 ? right : (replaced(right, paths[where % paths.length] ?? [], fault) as Input);
    });
}

const chaos: fc.Arbitrary<Input> = fc
  .tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), fc.string())
  .map(([query, body, text]) => ({ params: { id: text, key: text, week: text, month: text }, query, body }));

/** Values of the right form at and near the bounds of what is allowed. */
function extreme(schema: Schema, id: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => extreme(each, id)));
  if (schema.type === 'object' || schema.properties) return extremeObject(schema, id);
  if (schema.type === 'array') {
    const minLength = schema.minItems ?? 0;
    return fc.array(extreme(schema.items ?? {}, id), { minLength, maxLength: Math.max(minLength, 3) });
  }
  if (schema.type === 'integer' || schema.type === 'number') return extremeNumber(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'string') return extremeText(schema, id);
  return schema.type === 'null' ? fc.constant(null) : fc.jsonValue({ maxDepth: 2 });
}

function extremeObject(schema: Schema, id: fc.Arbitrary<string>): fc.Arbitrary<unknown> {
  const entries = Object.entries(schema.properties ?? {});
  const [free] = Object.values(schema.patternProperties ?? {});
  if (entries.length === 0 && free)
    return fc.dictionary(fc.string({ maxLength: 20 }), extreme(free, id), { maxKeys: 3 });
  const model = Object.fromEntries(entries.map(([key, value]) => [key, extreme(value, id)]));
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] });
}

function extremeNumber(schema: Schema): fc.Arbitrary<number> {
  const least =
    schema.minimum ??
    (schema.exclusiveMinimum === undefined ? Number.MIN_SAFE_INTEGER : schema.exclusiveMinimum + 0.001);
  const most = schema.maximum ?? Number.MAX_SAFE_INTEGER;
  return fc.constantFrom(
    least,
    most,
    Math.min(most, least + 1),
    Math.max(least, most - 1),
    Math.max(least, Math.min(most, 1)),
  );
}

function extremeText(schema: Schema, id: fc.Arbitrary<string>): fc.Arbitrary<string> {
  if (schema.format === 'uuid')
    return fc.oneof({ weight: 4, arbitrary: id }, { weight: 1, arbitrary: fc.constantFrom(...oddIds) });
  if (schema.format === 'date') return fc.constantFrom(...dates);
  if (schema.format === 'date-time') return fc.constantFrom(...instants);
  if (schema.format === 'email') return fc.constantFrom('a@b.co', `${'a'.repeat(60)}@example.test`);
  if (schema.pattern && schema.pattern !== '\\S') {
    const known = [...months, ...weeks, ...dates].filter((each) => new RegExp(schema.pattern ?? '').test(each));
    const made = fc.stringMatching(new RegExp(schema.pattern));
    return known.length > 0 ? fc.oneof(fc.constantFrom(...known), made) : made;
  }
  const most = schema.maxLength ?? 1000;
  const least = schema.minLength ?? 0;
  return fc.oneof(
    fc.constantFrom(
      ...texts.filter((each) => each.length >= least && each.length <= most),
      'x'.repeat(most),
      '\u{1F600}'.repeat(Math.floor(most / 2)),
    ),
    fc.string({ minLength: least, maxLength: Math.min(most, Math.max(30, least)), unit: 'grapheme' }),
  );
}

const oddIds = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '00000000-0000-7000-8000-000000000000',
];
const dates = [
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '1582-10-10',
  '1900-02-29',
  '2026-02-30',
  '2026-13-01',
  '9999-12-31',
  '2026-01-15',
  '+275760-09-13',
  '10000-01-01',
];
const instants = [
  '2026-01-15T10:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '2016-12-31T23:59:60Z',
  '2026-01-15T24:00:00Z',
  '2026-01-15T10:00:00+23:59',
  '+275760-09-13T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
];
const months = ['0000-01', '0001-01', '2026-01', '9999-12'];
const weeks = ['0000-W01', '0001-W01', '2026-W53', '2026-W10', '9999-W52', '9999-W53'];
const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  '\u202e',
  '\uffff',
  '%',
  '_',
  '\\',
  "'; drop table x; --",
  '{count, plural, one {',
  '<script>',
  '../../etc/passwd',
  '__proto__',
  'NaN',
  'null',
  '-',
  '"',
  '\r\nSet-Cookie: a=b',
  'İ',
  'ﬀ',
  '𝒳',
  '1e309',
  '[',
  '(',
  '*',
];
const numbers = [0, -0, 1, -1, 0.1, 1e-300, 1e300, -1e300, 2 ** 31, 2 ** 53, -(2 ** 53) - 2, 2 ** 63, 32_768];
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...texts, ...numbers, ...dates, ...instants, ...months, ...weeks, ...oddIds),
  fc.constantFrom<unknown>(
    null,
    true,
    [],
    {},
    [[]],
    { length: -1 },
    'x'.repeat(100_000),
    Array(2000).fill(1),
    nested(500),
  ),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"admin":true}}'),
    { constructor: { prototype: 1 } },
    { toString: 1, valueOf: 1 },
  ),
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let at = 0; at < depth; at += 1) value = [value];
  return value;
}

const rawBodies = [
  Buffer.from(''),
  Buffer.from('{"name": '),
  Buffer.from('{"a":1}{"b":2}'),
  Buffer.from('\ufeff{}'),
  Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
  Buffer.from([0x22, 0xc3, 0x28, 0x22]),
  Buffer.from(`${'['.repeat(50_000)}${']'.repeat(50_000)}`),
  Buffer.from(`{"a":${'9'.repeat(5000)}}`),
  Buffer.from(`"${'x'.repeat(1_100_000)}"`),
  Buffer.from('{"__proto__":{"x":1},"constructor":{"prototype":{"y":1}}}'),
  Buffer.from('{"name":"a","name":"b"}'),
  Buffer.from('NaN'),
  Buffer.from('{"value":1e999,"validFrom":"2026-01-01"}'),
  Buffer.from(`{"value":${'[1,'.repeat(20_000)}1${']'.repeat(20_000)},"validFrom":"2026-01-01"}`),
];
const strangeHeaders: Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data' },
  { 'content-type': 'multipart/form-data; boundary=a' },
  { 'if-match': '*' },
  { 'if-match': '"999999999"' },
  { 'if-match': '""' },
  { 'if-match': 'W/"1"' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k' },
  { 'idempotency-key': 'once' },
  { 'idempotency-key': 'k'.repeat(201) },
  { 'idempotency-key': 'k'.repeat(200) },
  { 'accept-language': `${'x,'.repeat(2000)}ru` },
  { 'accept-language': '\u00ff\u00fe' },
  { accept: 'image/png' },
  { 'accept-encoding': 'zstd;q=nonsense' },
  { 'transfer-encoding': 'identity' },
];

type Path = readonly (string | number)[];
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (Array.isArray(value)) return [at, ...value.flatMap((each, index) => pathsOf(each, [...at, index]))];
  if (value && typeof value === 'object') {
    const inner = Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...at, key]));
    return at.length > 0 && at[0] === 'body' ? [at, ...inner] : inner;
  }
  return at.length > 1 || value !== undefined ? [at] : [];
}

function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((each, index) => (index === first ? replaced(each, rest, by) : each));
  return { ...(value as object), [first]: replaced((value as Record<string, unknown>)[first], rest, by) };
}
