/** As much of an OpenAPI document as a generator of clients reads. */
export type Description = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly securitySchemes: Readonly<Record<string, unknown>> };
  readonly security: readonly Readonly<Record<string, unknown>>[];
};
export type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>;
};
export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
};
export type Content = Readonly<Record<string, { readonly schema: Schema }>>;
export type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly format?: string;
};

/** A typed client of everything that a description describes, as TypeScript that needs nothing: a function an operation. */
export function generateClient(description: Description): string {
  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => functionOf(path, method, operation)),
  );
  return `${runtime}
/** Every operation of ${description.info.title} ${description.info.version}. */
export function connect(base: string, key: string) {
  const send = sender(base, key);
  return {
${operations.join('\n')}
  };
}
`;
}

function functionOf(path: string, method: string, operation: Operation): string {
  const { parameters = [], requestBody, responses } = operation;
  const group = (where: string) => parameters.filter((parameter) => parameter.in === where);
  const parts = (['path', 'query', 'header'] as const).flatMap((where) => {
    const members = group(where);
    if (members.length === 0) return [];
    const optional = members.every((member) => !member.required);
    const fields = members.map(
      ({ name, required, schema }) => `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
    );
    return [`${where}${optional ? '?' : ''}: { ${fields.join('; ')} }`];
  });
  const json = requestBody?.content['application/json'];
  if (json) parts.push(`body: ${typeOf(json.schema)}`);
  if (requestBody?.content['multipart/form-data']) parts.push('file: Blob');
  const [, good] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const reply = good?.content?.['application/json'];
  const needed = parts.some((part) => !/^\w+\?:/.test(part));
  const kind = reply ? 'json' : good?.content ? 'file' : 'nothing';
  const type = reply ? typeOf(reply.schema) : good?.content ? 'Blob' : 'undefined';
  return `    /** ${operation.summary} */
    ${JSON.stringify(operation.operationId)}: (input: { ${parts.join('; ')} }${needed ? '' : ' = {}'}): Promise<${type}> =>
      send(${JSON.stringify(method.toUpperCase())}, ${JSON.stringify(path)}, input, ${JSON.stringify(kind)}) as Promise<${type}>,`;
}

/** The TypeScript type of a schema. */
function typeOf(schema: Schema): string {
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
  if (schema.anyOf) return schema.anyOf.map((each) => `(${typeOf(each)})`).join(' | ');
  if (schema.type === 'array') return `(${typeOf(schema.items ?? {})})[]`;
  if (schema.type === 'object') return objectType(schema);
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'string') return 'string';
  if (schema.type === 'boolean') return 'boolean';
  return schema.type === 'null' ? 'null' : 'unknown';
}

function objectType({ properties = {}, required = [], patternProperties = {} }: Schema): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  const [free] = Object.values(patternProperties);
  if (fields.length === 0) return `Record<string, ${free ? typeOf(free) : 'unknown'}>`;
  return `{ ${fields.join('; ')} }`;
}

const runtime = `export class Refusal extends Error {
  readonly status: number;
  readonly problem: { readonly code: string; readonly detail: string };
  constructor(status: number, problem: { readonly code: string; readonly detail: string }) {
    super(problem.detail);
    this.status = status;
    this.problem = problem;
  }
}

type Input = { path?: object; query?: object; header?: object; body?: unknown; file?: Blob };

function sender(base: string, key: string) {
  return async (method: string, template: string, input: Input, reply: 'json' | 'file' | 'nothing'): Promise<unknown> => {
    const given = (input.path ?? {}) as Record<string, unknown>;
    const path = template.replace(/\\{(\\w+)\\}/g, (_, name: string) => encodeURIComponent(String(given[name])));
    const asked = Object.entries(input.query ?? {}).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]);
    const form = new FormData();
    if (input.file) form.set('file', input.file, 'table.csv');
    const response = await fetch(base + path + (asked.length > 0 ? '?' + new URLSearchParams(asked) : ''), {
      method,
      headers: {
        authorization: 'Bearer ' + key,
        ...(input.header as Record<string, string>),
        ...(input.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
      ...(input.file && { body: form }),
    });
    if (!response.ok) throw new Refusal(response.status, (await response.json()) as Refusal['problem']);
    return reply === 'json' ? response.json() : reply === 'file' ? response.blob() : undefined;
  };
}
`;
