import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { modules } from '#app/modules.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import type { Database } from '#platform/db/database.ts';
import { sql } from '#platform/db/sql.ts';
import type { Module } from '#platform/declare/module.ts';
import { compose } from '#platform/declare/registry.ts';
import { openFileStore } from '#platform/files/store.ts';
import type { Problem } from '#platform/http/problem.ts';
import type { Route } from '#platform/http/route.ts';
import { buildServer, type Identify } from '#platform/http/server.ts';
import { Runner } from '#platform/run.ts';
import type { Actor, Work } from '#platform/work.ts';
import type { Input } from './sample.ts';

/** Performs every act to its end, with all that is deferred, and takes it back: the next question finds the same data. */
class RehearsingRunner extends Runner {
  override async write<T>(actor: Actor, act: (w: Work) => Promise<T>, seenRevision?: number): Promise<T> {
    let value: { done: T } | undefined;
    try {
      await super.write(
        actor,
        async (w) => {
          value = { done: await act(w) };
          await w.db.run(sql`set constraints all immediate`);
          throw new TakenBack();
        },
        seenRevision,
      );
    } catch (error) {
      if (!(error instanceof TakenBack && value)) throw error;
    }
    if (!value) throw new Error('an act that was not taken back');
    return value.done;
  }
}
class TakenBack extends Error {}

/** An answer; `reached` says whether the gate let the request through to the route's own code. */
export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly reached: boolean;
  readonly problem: Problem | undefined;
};

export type Rehearsal = {
  readonly server: FastifyInstance;
  readonly runner: Runner;
  readonly endpoints: readonly Endpoint[];
  /** Asks as an employee; null: as nobody. */
  ask(actor: Actor | null, endpoint: Endpoint, input: Input): Promise<Answer>;
  close(): Promise<void>;
};

/** The product's server, on which nothing that is done remains; with modules that a test plants. */
export async function rehearse(database: Database, planted: readonly Module[] = []): Promise<Rehearsal> {
  let reached = false;
  const watched = [...modules, ...planted].map((module) => ({
    ...module,
    routes: module.routes.map((route) => ({
      ...route,
      handle: ((w, input) => {
        reached = true;
        return route.handle(w, input);
      }) satisfies Route['handle'],
      ...(route.carryOut && {
        carryOut: ((of, actor, input) => {
          reached = true;
          return route.carryOut?.(of, actor, input) ?? Promise.resolve();
        }) satisfies Route['carryOut'],
      }),
    })),
  }));
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'mandate-rehearsal-'));
  const runner = new RehearsingRunner(database, compose(watched), undefined, openFileStore(dataDir));
  const identify: Identify = async (headers) => {
    const said = headers['x-test-actor'];
    if (typeof said !== 'string') return null;
    const [companyId = '', employeeId = ''] = said.split('/');
    return { companyId, employeeId, language: 'en', by: 'key', passwordIsGiven: false };
  };
  const server = await buildServer({ runner, identify, version: 'test' });
  await server.ready();
  const ask: Rehearsal['ask'] = async (actor, endpoint, input) => {
    reached = false;
    const reply = await server.inject(requestOf(endpoint, input, actor));
    const isProblem = String(reply.headers['content-type']).includes('problem+json');
    return { status: reply.statusCode, body: reply.body, reached, problem: isProblem ? reply.json() : undefined };
  };
  const endpoints = watched.flatMap((module) => module.routes.map((route) => route.endpoint));
  const close = async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { server, runner, endpoints, ask, close };
}

/** The request that an input means; a multipart form with a small table where the endpoint takes a file. */
export function requestOf(endpoint: Endpoint, input: Input, actor: Actor | null) {
  const address = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(textOf(input.params[name]).toWellFormed()),
  );
  const query = new URLSearchParams(Object.entries(input.query).map(([key, value]) => [key, textOf(value)]));
  const boundary = 'a-boundary';
  const form = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\na,b\n1,2\n\r\n--${boundary}--\r\n`;
  return {
    method: endpoint.method,
    url: `/api${address}${query.size > 0 ? `?${query}` : ''}`,
    headers: {
      ...(actor && { 'x-test-actor': `${actor.companyId}/${actor.employeeId}` }),
      ...(endpoint.ifMatch && { 'if-match': '"1"' }),
      ...(endpoint.upload && { 'content-type': `multipart/form-data; boundary=${boundary}` }),
    },
    ...(endpoint.upload ? { payload: form } : input.body !== undefined && { payload: input.body as object }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
