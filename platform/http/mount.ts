import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';
import { Refused } from '#kernel/refusal.ts';
import { chooseLanguage } from '#kernel/texts.ts';
import { noteReading } from '#platform/security/note-reading.ts';
import { type Actor, notAllowed, type Work } from '#platform/work.ts';
import { once } from './idempotency.ts';
import { inputReader } from './input.ts';
import type { FileReply, Route } from './route.ts';
import { sendFile } from './send-file.ts';
import type { ServerOptions } from './server.ts';
import { uploadOf } from './upload.ts';

/** Puts a route on the server: validation in, permit gate, one unit of work, serialization out. */
export function mount(server: FastifyInstance, route: Route, options: ServerOptions): void {
  const { endpoint } = route;
  const read = inputReader(endpoint);
  server.route({
    method: endpoint.method,
    url: `/api${endpoint.path}`,
    config: { permit: endpoint.permit },
    schema: openApiOf(endpoint),
    // Bytes of any kind are sent as they lie: packed, a range of them would be a range of something else.
    ...(endpoint.file === 'application/octet-stream' && { compress: false }),
    validatorCompiler: () => () => true,
    handler: async (request, reply) => {
      const actor = await actorOf(request, endpoint, options);
      const input = { ...read(request), upload: endpoint.upload ? await uploadOf(request) : undefined };
      const act = async (w: Work) => {
        gate(w, endpoint);
        return route.handle(w, input as never);
      };
      if (route.carryOut) {
        await options.runner.read(actor, async (w) => gate(w, endpoint));
        return send(
          request,
          reply,
          endpoint,
          endpoint.status ?? 200,
          await route.carryOut(options.runner, actor, input as never),
        );
      }
      const { status, value } = await perform(request, endpoint, actor, act, options);
      noteReading(options.runner, route, actor, input, value);
      return send(request, reply, endpoint, status, value);
    },
  });
}

async function perform(
  request: FastifyRequest,
  endpoint: Endpoint,
  actor: Actor,
  act: (w: Work) => Promise<unknown>,
  options: ServerOptions,
): Promise<{ status: number; value: unknown }> {
  const status = endpoint.status ?? 200;
  if (endpoint.method === 'GET')
    return { status, value: await options.runner.read(actor, act, { mayLag: endpoint.mayLag ?? false }) };
  const key = request.headers['idempotency-key'];
  const seen = seenRevision(request, endpoint);
  if (typeof key === 'string' && actor.employeeId && !endpoint.file && !endpoint.secret) {
    const content = [endpoint.id, request.params, request.query, endpoint.body ? request.body : null];
    return once(options.runner, actor, { key, content, seenRevision: seen }, status, act);
  }
  return { status, value: await options.runner.write(actor, act, seen) };
}

async function actorOf(request: FastifyRequest, endpoint: Endpoint, options: ServerOptions): Promise<Actor> {
  const identified = await options.identify(request.headers);
  if (!identified) throw new Refused([{ code: 'platform.not-signed-in', status: 401 }]);
  if (identified.passwordIsGiven) throw passwordToChange();
  if (identified.by === 'session' && endpoint.method !== 'GET') requireSameOrigin(request);
  const wanted = request.headers['accept-language'];
  return {
    companyId: identified.companyId,
    employeeId: identified.employeeId,
    language: wanted ? chooseLanguage(wanted) : identified.language,
    requestId: request.id,
    address: request.ip,
    byKey: identified.by === 'key',
  };
}

/** What whoever signed in by a password given by somebody else is told, whatever they ask for. */
export function passwordToChange(): Refused {
  return new Refused([{ code: 'platform.password-to-change', status: 403 }]);
}

/** A browser's cookie counts for a change only when the page that sends it is ours. */
function requireSameOrigin(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const { origin, host } = request.headers;
  const foreign =
    (site !== undefined && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined && hostOf(origin) !== host);
  if (foreign) throw new Refused([{ code: 'platform.foreign-page', status: 403 }]);
}

function hostOf(origin: string): string {
  return URL.parse(origin)?.host ?? '';
}

function gate(w: Work, endpoint: Endpoint): void {
  const { permit } = endpoint;
  if (permit === 'signed-in' || w.authority.permits.has(permit)) return;
  throw notAllowed(permit, { kind: 'refused', because: 'not-granted', excess: [] });
}

function seenRevision(request: FastifyRequest, endpoint: Endpoint): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined && !endpoint.ifMatch) return undefined;
  const match = /^"?(\d{1,9})"?$/.exec(header ?? '');
  if (!match) throw new Refused([{ code: 'platform.revision-needed', status: 412 }]);
  return Number(match[1]);
}

function send(
  request: FastifyRequest,
  reply: FastifyReply,
  endpoint: Endpoint,
  status: number,
  value: unknown,
): FastifyReply {
  if (endpoint.file) {
    return sendFile(request, reply, value as FileReply);
  }
  const revision = (value as { revision?: unknown } | null | undefined)?.revision;
  if (typeof revision === 'number') reply.header('etag', `"${revision}"`);
  return status === 204 ? reply.code(204).send() : reply.code(status).send(value);
}

const problemSchema = {
  type: 'object',
  description: 'RFC 9457 problem document; `type` names the refusal',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    reasons: { type: 'array', items: { type: 'object', additionalProperties: true } },
  },
  additionalProperties: true,
};

function openApiOf(endpoint: Endpoint): Record<string, unknown> {
  const status = endpoint.status ?? 200;
  const [tag] = endpoint.id.split('.');
  const problems = {
    '4xx': { description: 'Refused', content: { 'application/problem+json': { schema: problemSchema } } },
  };
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [tag],
    description: `Permit: \`${endpoint.permit}\``,
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.body && { body: endpoint.body }),
    ...(endpoint.upload && { consumes: ['multipart/form-data'], body: fileForm }),
    headers: headersOf(endpoint),
    response: { ...okResponse(endpoint, status), ...problems },
  };
}

const fileForm = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};

function headersOf(endpoint: Endpoint): TSchema {
  return {
    type: 'object',
    properties: {
      ...(endpoint.method === 'POST' && {
        'idempotency-key': { type: 'string', description: 'The same key has one effect.' },
      }),
      ...(endpoint.ifMatch && { 'if-match': { type: 'string', description: 'The revision that was seen.' } }),
    },
    ...(endpoint.ifMatch && { required: ['if-match'] }),
  } as TSchema;
}

function okResponse(endpoint: Endpoint, status: number): Record<string, unknown> {
  if (endpoint.file) {
    return {
      200: { description: 'A file', content: { [endpoint.file]: { schema: { type: 'string', format: 'binary' } } } },
    };
  }
  if (status === 204) return { 204: { type: 'null', description: 'Done' } };
  return { [status]: endpoint.reply };
}
