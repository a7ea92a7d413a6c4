import type { Description, Operation, Schema } from './generate-client.ts';

const types = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);
const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** What makes a description less than a whole OpenAPI 3.1 document that a client can be generated from. */
export function faultsOf(description: Description): string[] {
  const { openapi, info, paths, components, security } = description;
  const known = new Set(Object.keys(components.securitySchemes));
  const operations = Object.entries(paths).flatMap(([path, each]) =>
    Object.entries(each).map(([method, operation]) => ({ path, method, operation })),
  );
  const ids = operations.map(({ operation }) => operation.operationId);
  return [
    ...(/^3\.1\.\d$/.test(openapi) ? [] : [`openapi is ${openapi}`]),
    ...(info.title && info.version ? [] : ['info has no title or version']),
    ...security
      .flatMap((each) => Object.keys(each))
      .filter((name) => !known.has(name))
      .map((name) => `security ${name} is not declared`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${id} stands twice`),
    ...operations.flatMap(({ path, method, operation }) =>
      faultsOfOperation(path, method, operation).map((fault) => `${method} ${path}: ${fault}`),
    ),
  ];
}

function faultsOfOperation(path: string, method: string, operation: Operation): string[] {
  const { operationId, summary, tags = [], parameters = [], requestBody, responses } = operation;
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const given = parameters.filter((parameter) => parameter.in === 'path');
  const good = Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
  const refused = Object.entries(responses).filter(([status]) => /^4/.test(status));
  const withProblem = refused.some(([, response]) => response.content?.['application/problem+json']);
  return [
    ...(path.startsWith('/api/') && methods.has(method) ? [] : ['not an address of the interface']),
    ...(/^[a-z]+\.[a-z-]+$/.test(operationId) ? [] : ['no operation id']),
    ...(summary?.trim() ? [] : ['no summary']),
    ...(tags.length > 0 ? [] : ['no tag']),
    ...(named.toSorted().join() ===
    given
      .map(({ name }) => name)
      .toSorted()
      .join()
      ? []
      : ['its address and its parameters differ']),
    ...(given.every(({ required }) => required) ? [] : ['an optional part of the address']),
    ...(method === 'get' && requestBody ? ['a body where none is sent'] : []),
    ...(good.length === 1 ? [] : ['not one good response']),
    ...(withProblem || operationId === 'platform.health' ? [] : ['no problem document']),
    ...parameters.flatMap(({ name, schema }) => faultsOfSchema(schema, name)),
    ...Object.values(requestBody?.content ?? {}).flatMap(({ schema }) => faultsOfSchema(schema, 'body')),
    ...Object.entries(responses).flatMap(([status, { description, content = {} }]) => [
      ...(description ? [] : [`${status} is not described`]),
      ...Object.values(content).flatMap(({ schema }) => faultsOfSchema(schema, status)),
    ]),
  ];
}

function faultsOfSchema(schema: Schema | undefined, at: string): string[] {
  if (schema === undefined || schema === null) return [`${at} has no schema`];
  const { type, properties = {}, required = [], items, anyOf = [] } = schema;
  return [
    ...(type === undefined || types.has(type) ? [] : [`${at} is of an unknown type`]),
    ...(type === 'array' && !items ? [`${at} is an array of nothing`] : []),
    ...required.filter((name) => !(name in properties)).map((name) => `${at}/${name} is required and not described`),
    ...Object.entries(properties).flatMap(([name, each]) => faultsOfSchema(each, `${at}/${name}`)),
    ...(items ? faultsOfSchema(items, `${at}[]`) : []),
    ...anyOf.flatMap((each) => faultsOfSchema(each, at)),
  ];
}
