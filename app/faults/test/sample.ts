import fc from 'fast-check';
import type { TSchema } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';

/** What a request carries besides its address. */
export type Input = {
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
};

/** A field that takes an id: where it is, and by which name, e.g. `body` and `clientId`. */
export type IdField = { readonly part: 'params' | 'query' | 'body'; readonly name: string };
export type IdFor = (field: IdField) => string;

/** As much of JSON Schema as endpoints use. */
export type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
};

/** Which optional fields are given: none, those that take an id, or all. */
export type Breadth = 'needed' | 'ids' | 'all';

/** An input that an endpoint accepts as to its form. */
export function sampleInput(endpoint: Endpoint, idFor: IdFor, breadth: Breadth = 'needed'): Input {
  const part = (schema: TSchema | undefined, at: IdField['part']) =>
    schema ? sample(schema as Schema, { at, idFor, breadth }, '') : undefined;
  return {
    params: (part(endpoint.params, 'params') ?? {}) as Input['params'],
    query: (part(endpoint.query, 'query') ?? {}) as Input['query'],
    body: part(endpoint.body, 'body'),
  };
}

/** Every field of an endpoint that takes an id. */
export function idFields(endpoint: Endpoint): IdField[] {
  const found = new Map<string, IdField>();
  const note: IdFor = (field) => {
    found.set(`${field.part} ${field.name}`, field);
    return '00000000-0000-7000-8000-000000000000';
  };
  sampleInput(endpoint, note, 'ids');
  return [...found.values()];
}

type Making = { readonly at: IdField['part']; readonly idFor: IdFor; readonly breadth: Breadth };

function sample(schema: Schema, making: Making, name: string): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf)
    return sample(schema.anyOf.find(({ type }) => type !== 'null') ?? schema.anyOf[0] ?? {}, making, name);
  if (schema.type === 'object' || schema.properties) return sampleObject(schema, making);
  if (schema.type === 'array') {
    const count = Math.max(schema.minItems ?? 0, making.breadth === 'needed' ? 0 : 1);
    return Array.from({ length: count }, () => sample(schema.items ?? {}, making, name));
  }
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 1, schema.exclusiveMinimum === undefined ? 0 : 1);
  if (schema.type === 'boolean') return false;
  if (schema.type === 'string') return sampleText(schema, making, name);
  return schema.type === 'null' ? null : {};
}

function sampleObject(schema: Schema, making: Making): Record<string, unknown> {
  const required = new Set(schema.required ?? []);
  const wanted = Object.entries(schema.properties ?? {}).filter(
    ([key, value]) => required.has(key) || making.breadth === 'all' || (making.breadth === 'ids' && takesId(value)),
  );
  return Object.fromEntries(wanted.map(([key, value]) => [key, sample(value, making, key)]));
}

function takesId(schema: Schema): boolean {
  if (schema.format === 'uuid') return true;
  return [
    ...(schema.anyOf ?? []),
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
  ].some(takesId);
}

function sampleText(schema: Schema, making: Making, name: string): string {
  if (schema.format === 'uuid') return making.idFor({ part: making.at, name });
  if (schema.format === 'date') return '2026-01-15';
  if (schema.format === 'date-time') return '2026-01-15T10:00:00Z';
  if (schema.format === 'email') return 'somebody@example.test';
  if (schema.pattern && schema.pattern !== '\\S') {
    const [made = ''] = fc.sample(fc.stringMatching(new RegExp(schema.pattern)), { numRuns: 1, seed: 1 });
    return made;
  }
  return 'x'.repeat(Math.max(schema.minLength ?? 0, 1));
}
