import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '#app/test-server.ts';
import type { Endpoint } from '#kernel/endpoint.ts';
import { asOwner, cloneDatabase } from '#platform/db/test/clone.ts';
import type { Actor } from '#platform/work.ts';
import { owners } from './test/every-table.ts';
import { type Hostile, hostileRequests } from './test/hostile.ts';
import { type Rehearsal, rehearse, requestOf } from './test/rehearsal.ts';
import { aRichCompany, type RichCompany } from './test/rich-company.ts';

/** The same requests each time, unless told otherwise: FAULTS_SEED=random FAULTS_RUNS=500. */
const seed =
  process.env.FAULTS_SEED === 'random' ? Date.now() % 2 ** 31 : Number(process.env.FAULTS_SEED ?? 20_260_115);
const runs = Number(process.env.FAULTS_RUNS ?? 12);
const patienceMs = 30_000;

let clone: Awaited<ReturnType<typeof cloneDatabase>>;
let company: RichCompany;
let rehearsal: Rehearsal;
let real: TestServer;
let ids: string[];
beforeAll(async () => {
  clone = await cloneDatabase();
  company = await aRichCompany(clone);
  rehearsal = await rehearse(clone.database);
  real = await testServer(clone.database);
  ids = company.tables.flatMap(({ name }) => owners.map((owner) => company.idOf(name, owner)));
});
afterAll(async () => {
  await rehearsal.close();
  await real.close();
  await clone.close();
});

const written = async () => {
  const [{ count } = { count: '' }] = await asOwner<{ count: string }>(
    clone.ownerUrl,
    'select count(*)::text as count from journal.entries',
  );
  return count;
};

/** What is wrong with the answer to a hostile request; undefined when it is a success or a refusal in good form. */
async function fault(server: { inject: Rehearsal['server']['inject'] }, request: InjectOptions) {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patienceMs);
  });
  const reply = await Promise.race([server.inject(request), late]);
  clearTimeout(timer);
  if (reply === 'late') return { status: 0, fault: 'no answer' };
  const status = reply.statusCode;
  if (status < 400) return { status };
  if (!String(reply.headers['content-type']).startsWith('application/problem+json'))
    return { status, fault: 'no problem document' };
  const problem = reply.json();
  const whole =
    problem.status === status &&
    typeof problem.type === 'string' &&
    typeof problem.title === 'string' &&
    problem.reasons.length > 0;
  if (!whole) return { status, fault: 'the problem document is not whole' };
  return status >= 500 ? { status, fault: problem.code } : { status };
}

function httpOf(endpoint: Endpoint, actor: Actor, { input, raw, headers }: Hostile) {
  const asked = requestOf(endpoint, input, actor);
  const json = raw !== undefined && {
    payload: raw,
    headers: { ...asked.headers, 'content-type': 'application/json', ...headers },
  };
  return { ...asked, headers: { ...asked.headers, ...headers }, ...json };
}

function shown(hostile: Hostile | undefined): string {
  const raw = hostile?.raw?.toString('utf8').slice(0, 60);
  return JSON.stringify({ ...hostile, raw }).slice(0, 400);
}

describe('whatever is sent to a route', { timeout: 300_000 }, () => {
  it.each(['director', 'kamA'] as const)(
    'as %s: a success or a problem document, and nothing written by what was refused',
    async (who) => {
      const wrong: string[] = [];
      for (const endpoint of rehearsal.endpoints) {
        const before = await written();
        const actor = company.actor(who);
        const result = await fc.check(
          fc.asyncProperty(hostileRequests(endpoint, ids), async (hostile) => {
            const request = httpOf(endpoint, actor, hostile);
            const rehearsed = await fault(rehearsal.server, request);
            if (rehearsed.fault) throw new Error(`${rehearsed.status} ${rehearsed.fault}`);
            if (rehearsed.status < 400 || endpoint.method === 'GET') return;
            const refused = await fault(real.server, request);
            if (refused.fault || refused.status !== rehearsed.status)
              throw new Error(`refused differently: ${refused.status} ${refused.fault}`);
          }),
          { seed, numRuns: runs, endOnFailure: true },
        );
        if (result.failed)
          wrong.push(
            `${endpoint.id}: ${(result.errorInstance as Error).message} by ${shown(result.counterexample?.[0])}`,
          );
        if ((await written()) !== before) wrong.push(`${endpoint.id}: wrote though it refused`);
      }
      expect(wrong, `seed ${seed}`).toEqual([]);
    },
  );

  it.each([
    ...[
      '/clients/%ZZ',
      '/clients/%ED%A0%80',
      '/clients/%00',
      '/clients/%',
      '//clients',
      '/clients//',
      '/clients/../clients',
    ],
    ...[
      `/clients/${'a'.repeat(5000)}`,
      '/clients?limit=%ZZ',
      '/clients?limit=1&limit=2',
      '/clients?__proto__=1',
      '/clients?limit[a]=1',
    ],
    ...[
      '/clients?q=%ED%A0%80',
      `/clients?q=${'%F0%9F%98%80'.repeat(2000)}`,
      '/clients?cursor=AAAA',
      '/openapi.json/',
      '/nowhere',
    ],
  ])('an address gone wrong is answered: %s', async (address) => {
    const { employeeId, companyId } = company.actor('director');
    const request = {
      method: 'GET' as const,
      url: `/api${address}`,
      headers: { 'x-test-actor': `${companyId}/${employeeId}` },
    };
    expect((await fault(real.server, request)).fault).toBeUndefined();
  });
});
