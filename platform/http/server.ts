import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, type RouteOptions } from 'fastify';
import { Refused } from '#kernel/refusal.ts';
import { chooseLanguage, type Language } from '#kernel/texts.ts';
import type { Runner } from '#platform/run.ts';
import { mount } from './mount.ts';
import { describe } from './openapi.ts';
import { problemOf } from './problem.ts';
import { serveWeb } from './web.ts';

/** Who a request comes from, as the identity service found it. */
export type Identified = {
  readonly companyId: string;
  readonly employeeId: string;
  readonly language: Language;
  readonly by: 'session' | 'key';
  /** By a password that somebody else gave: nothing is open but changing it. */
  readonly passwordIsGiven: boolean;
};
export type Identify = (headers: FastifyRequest['headers']) => Promise<Identified | null>;

export type ServerOptions = {
  readonly runner: Runner;
  readonly identify: Identify;
  /** Adds the identity service's own routes under `/api/auth`. */
  readonly identityRoutes?: (server: FastifyInstance) => void;
  /** Folder of the built web application; absent in tests of the interface. */
  readonly webFolder?: string;
  readonly version: string;
  readonly log?: boolean;
};

const bodyLimit = 1_048_576;

/**
 * Builds the HTTP server over everything that the modules registered.
 * Refuses to boot when a route names no permit or an undeclared one.
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { registry } = options.runner;
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const language = chooseLanguage(request.headers['accept-language']);
    const problem = problemOf(asRefused(error), registry, language);
    if (problem) return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
    request.log.error(error);
    if (!options.log) console.error(error);
    const refused = new Refused([{ code: 'platform.defect', status: 503, params: { requestId: request.id } }]);
    const defect = { ...problemOf(refused, registry, language), status: 500 };
    return reply.code(500).type('application/problem+json').send(JSON.stringify(defect));
  };
  const server = fastify({
    // What is wrong with the address itself is found before any route.
    frameworkErrors: answerError,
    logger: options.log ? { level: process.env.MANDATE_LOG ?? 'warn' } : false,
    bodyLimit,
    // Whom a proxy on this machine forwards for is believed; what anybody else claims to be is not.
    trustProxy: 'loopback',
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  requirePermits(server, (permit) => registry.permits.has(permit));
  server.setErrorHandler(answerError);
  server.setNotFoundHandler({}, (request, reply) => {
    const refused = new Refused([{ code: 'platform.no-such-address', status: 404 }]);
    const problem = problemOf(refused, registry, chooseLanguage(request.headers['accept-language']));
    return reply.code(404).type('application/problem+json').send(JSON.stringify(problem));
  });

  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: true,
      directives: {
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: false,
  });
  await server.register(compress, { threshold: 8192, encodings: ['gzip', 'br'] });
  await server.register(multipart, { limits: { fileSize: 512 * 1024 * 1024, files: 1, fields: 20 } });
  await describe(server, options.version);

  // Requests have ended by then: whatever they read is kept.
  server.addHook('onClose', () => options.runner.readings.flush());
  options.identityRoutes?.(server);
  for (const module of registry.modules) for (const route of module.routes) mount(server, route, options);
  if (options.webFolder) await serveWeb(server, options.webFolder);
  return server;
}

/** Every route says its permit, or the server does not get ready. Checked then, since plugins add routes of their own. */
function requirePermits(server: FastifyInstance, declared: (permit: string) => boolean): void {
  const routes: RouteOptions[] = [];
  server.addHook('onRoute', (route) => {
    routes.push(route);
  });
  server.addHook('onReady', async () => {
    for (const { method, url, config } of routes) {
      const permit = (config as { permit?: string } | undefined)?.permit;
      if (!permit) throw new Error(`route ${method} ${url} names no permit`);
      if (permit !== 'public' && permit !== 'signed-in' && !declared(permit)) {
        throw new Error(`route ${method} ${url} names the undeclared permit ${permit}`);
      }
    }
  });
}

/** Fastify's own complaints about a request, as refusals. */
function asRefused(error: unknown): unknown {
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (error instanceof Refused || statusCode === undefined || statusCode >= 500) return error;
  if (statusCode === 413) return new Refused([{ code: 'platform.too-large', status: 413 }]);
  if (statusCode === 415) return new Refused([{ code: 'platform.wrong-media-type', status: 415 }]);
  if (statusCode === 429) return new Refused([{ code: 'platform.too-many', status: 429 }]);
  return new Refused([{ code: 'platform.malformed', status: 400, params: { code: code ?? '' } }]);
}
