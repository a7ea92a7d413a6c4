import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Endpoint, EndpointReply } from '#kernel/endpoint.ts';
import type { Identity } from '#platform/auth/identity.ts';
import { identityRoutes } from '#platform/auth/routes.ts';
import type { Database } from '#platform/db/database.ts';
import type { Module } from '#platform/declare/module.ts';
import { compose } from '#platform/declare/registry.ts';
import { openFileStore } from '#platform/files/store.ts';
import type { Problem } from '#platform/http/problem.ts';
import { buildServer, type Identify } from '#platform/http/server.ts';
import { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { modules } from './modules.ts';

export type TestCall = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  /** For an endpoint with `upload`. */
  file?: { name: string; content: Buffer };
  headers?: Record<string, string>;
};
export type TestReply<E extends Endpoint> = {
  status: number;
  body: EndpointReply<E>;
  problem: Problem;
  headers: Record<string, unknown>;
};

export type TestServer = {
  readonly server: FastifyInstance;
  readonly runner: Runner;
  /** Calls an endpoint as an employee (null: nobody) through the whole of HTTP. */
  call<const E extends Endpoint>(actor: Actor | null, endpoint: E, call?: TestCall): Promise<TestReply<E>>;
  close(): Promise<void>;
};

/**
 * A server over a test database, without a socket. Who calls, and whether by an API key, is said by headers that only this
 * server believes. A test
 * may bring modules of its own beside the product's, and a folder for files that it looks into.
 */
export async function testServer(
  database: Database,
  options: { identity?: Identity; modules?: readonly Module[]; dataDir?: string } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(os.tmpdir(), 'mandate-test-')));
  const runner = new Runner(database, compose(options.modules ?? modules), undefined, openFileStore(dataDir));
  const identify: Identify = async (headers) => {
    const said = headers['x-test-actor'];
    if (typeof said !== 'string') return null;
    const [companyId = '', employeeId = ''] = said.split('/');
    const by = headers['x-test-by'] === 'key' ? 'key' : 'session';
    return { companyId, employeeId, language: 'en', by, passwordIsGiven: false };
  };
  const { identity } = options;
  const server = await buildServer({
    runner,
    identify,
    version: 'test',
    ...(identity && { identityRoutes: identityRoutes(identity, identify) }),
  });
  await server.ready();
  return {
    server,
    runner,
    call: async (actor, endpoint, call = {}) => {
      const address = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(call.params?.[name] ?? ''),
      );
      const query = Object.entries(call.query ?? {}).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, String(value)]],
      );
      const reply = await server.inject({
        method: endpoint.method,
        url: `/api${address}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`,
        headers: {
          ...(call.file && { 'content-type': `multipart/form-data; boundary=${boundary}` }),
          ...(actor && { 'x-test-actor': `${actor.companyId}/${actor.employeeId}` }),
          ...call.headers,
        },
        ...(call.body !== undefined && { payload: call.body as object }),
        ...(call.file && { payload: formOf(call.file) }),
      });
      const json = String(reply.headers['content-type'] ?? '').includes('json');
      const body = json && reply.body ? JSON.parse(reply.body) : undefined;
      return { status: reply.statusCode, body, problem: body, headers: reply.headers };
    },
    close: async () => {
      await server.close();
      if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const boundary = 'a-boundary-of-tests';

function formOf({ name, content }: { name: string; content: Buffer }): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}
