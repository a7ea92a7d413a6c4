import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import Value from 'typebox/value';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Refused } from '#kernel/refusal.ts';
import { refusalsOf } from './faults.ts';

type Parts = { params: unknown; query: unknown; body: unknown };

/** Builds the reader of an endpoint's input: parameters and query are converted from text, the body must fit as it is. */
export function inputReader(endpoint: Endpoint): (request: FastifyRequest) => Parts {
  const params = part(endpoint.params, true);
  const query = part(endpoint.query, true);
  const body = endpoint.upload ? () => undefined : part(endpoint.body, false);
  return (request) => ({ params: params(request.params), query: query(request.query), body: body(request.body) });
}

function part(schema: TSchema | undefined, convert: boolean): (value: unknown) => unknown {
  if (!schema) return () => undefined;
  const validator = Compile(schema);
  return (raw) => {
    const value = convert ? Value.Convert(schema, { ...(raw as object) }) : raw;
    if (!validator.Check(value)) throw new Refused(refusalsOf(validator.Errors(value)));
    if (!isStorable(value)) throw new Refused([{ code: 'platform.invalid-value', status: 422 }]);
    return value;
  };
}

const deepest = 64;

/**
 * Whether a value can be kept and found again: PostgreSQL's text has no NUL, JSON no infinity (which `1e999` becomes when
 * it is read), and nobody means anything that lies deeper than this.
 */
function isStorable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value !== 'object') return true;
  if (depth === deepest) return false;
  return Object.entries(value).every(([key, each]) => !key.includes('\0') && isStorable(each, depth + 1));
}
