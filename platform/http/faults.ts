import type { Refusal } from '#kernel/refusal.ts';

/** What a schema's validator says of a value. */
export type ValidatorError = { readonly instancePath: string; readonly keyword: string; readonly params: object };

/** What is wrong with one field, as the catalogue has words for it. */
export type Fault = { readonly field: string; readonly params: Readonly<Record<string, string | number>> };

type Params = {
  requiredProperties?: readonly string[];
  additionalProperties?: readonly string[];
  allowedValue?: unknown;
  allowedValues?: readonly unknown[];
  type?: string | readonly string[];
  format?: string;
  limit?: number;
  multipleOf?: number;
};

/**
 * One fault for each field, from all that a validator complains of: where one of several is possible it names each
 * alternative that does not fit, which nobody can read.
 */
export function faultsOf(errors: readonly ValidatorError[]): Fault[] {
  const fields = Map.groupBy(errors.flatMap(byField), (error) => error.field);
  const faults = [...fields].map(([field, all]) => ({ field: field || '/', params: wordsOf(all) }));
  // That a field is unknown is said twice, once of it and once of the whole.
  return faults.filter(({ params }) => params.fault !== 'boolean' || faults.length === 1);
}

/** The refusals of a value that does not fit its schema, each at its field below the JSON pointer `at`. */
export function refusalsOf(errors: readonly ValidatorError[], at = ''): Refusal[] {
  return faultsOf(errors).map(({ field, params }) => ({
    code: 'platform.invalid-input',
    status: 422,
    field: at === '' ? field : `${at}${field === '/' ? '' : field}`,
    params,
  }));
}

type Said = { readonly field: string; readonly keyword: string; readonly params: Params };

function byField({ instancePath, keyword, params }: ValidatorError): Said[] {
  const said = params as Params;
  const names = keyword === 'required' ? said.requiredProperties : said.additionalProperties;
  if (!names) return [{ field: instancePath, keyword, params: said }];
  return names.map((name) => ({ field: `${instancePath}/${name}`, keyword, params: said }));
}

function wordsOf(all: readonly Said[]): Fault['params'] {
  const values = all.flatMap(({ params }) => params.allowedValues ?? params.allowedValue ?? []);
  if (values.length > 0) return { fault: 'choice', values: values.join(', ') };
  const telling = all.find(({ keyword }) => keyword !== 'boolean' && keyword !== 'anyOf') ?? (all[0] as Said);
  const { keyword, params } = telling;
  if (keyword === 'minLength' && params.limit === 1) return { fault: 'required' };
  return {
    fault: keyword,
    ...(params.type !== undefined && { type: String(params.type) }),
    ...(params.format !== undefined && { format: params.format }),
    ...(params.limit !== undefined && { limit: params.limit }),
    ...(params.multipleOf !== undefined && { limit: params.multipleOf }),
  };
}
