import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modules } from '#app/modules.ts';
import { type TestServer, testServer } from '#app/test-server.ts';
import { cloneDatabase } from '#platform/db/test/clone.ts';
import type { DecidedRequest } from '#platform/declare/module.ts';
import { compose } from '#platform/declare/registry.ts';
import { Runner } from '#platform/run.ts';
import { decisionFor, openRequest, outdateRequests, withdrawRequests } from '../contract.ts';
import * as at from '../endpoints-work.ts';
import { aCompany, type Person, type TestCompany } from '../testing.ts';

const permit = 'test.discount';
const decided: DecidedRequest[] = [];
/** A module whose act can be asked for. */
const asking = {
  name: 'test',
  needs: [],
  permits: { [permit]: { limits: { percent: 'basis-points' as const }, askable: true } },
  refusals: { codes: {} },
  texts: { [`permit.${permit}`]: ['Give a discount', 'Давать скидку'] as const },
  routes: [],
  requestKinds: [{ permit, decided: async (_: unknown, request: DecidedRequest) => void decided.push(request) }],
};

let company: TestCompany;
let server: TestServer;
let runner: Runner;
let close: () => Promise<void>;

beforeAll(async () => {
  const clone = await cloneDatabase();
  const grant = (scope: 'own' | 'all', percent?: number) => [
    { permit, scope, limits: percent === undefined ? {} : { percent } },
  ];
  company = await aCompany(clone, {
    grants: { kamA: grant('own', 500), kamB: grant('own', 500), head: grant('own', 1500), director: grant('all') },
  });
  runner = new Runner(clone.database, compose([...modules, asking]));
  server = await testServer(clone.database, { modules: [...modules, asking] });
  close = async () => {
    await server.close();
    await clone.close();
  };
});
afterAll(() => close());

async function ask(
  who: Person,
  percent: number,
  more: { subjectId?: string; contentHash?: string; keeper?: Person; about?: { id: string; label: string } } = {},
) {
  const subjectId = more.subjectId ?? randomUUID();
  const { id, of } = await runner.write(company.actor(who), (w) =>
    openRequest(w, {
      permit,
      subject: { kind: 'order', id: subjectId, label: 'Order of Alpha' },
      keeperId: company.ids[more.keeper ?? who],
      ...(more.about && { about: more.about }),
      figures: { percent },
      contentHash: more.contentHash ?? 'h1',
      reason: 'The client asks for it.',
      facts: { total: 120_000 },
    }),
  );
  return { id, of, subjectId };
}
const decide = (who: Person, id: string, granted = true, n = 1) =>
  server.call(company.actor(who), at.decideRequest, {
    params: { id },
    body: { granted, reason: 'Because.' },
    headers: { 'if-match': `"${n}"` },
  });
const inbox = async (who: Person) =>
  (await server.call(company.actor(who), at.listRequests, { query: { box: 'inbox' } })).body.items.map(({ id }) => id);
const granted = (subjectId: string, hash: string, who: Person = 'kamA') =>
  runner.read(company.actor(who), (w) => decisionFor(w, permit, subjectId, hash));

describe('asking', () => {
  it('goes to the nearest superior whose own mandate covers the figures', async () => {
    expect((await ask('kamA', 700)).of).toBe(company.ids.head);
    expect((await ask('kamA', 2000)).of).toBe(company.ids.director);
    expect((await ask('head', 2000)).of).toBe(company.ids.director);
  });
  it('twice for the same content is one request; for other content the former is outdated', async () => {
    const first = await ask('kamA', 700);
    expect((await ask('kamA', 700, { subjectId: first.subjectId })).id).toBe(first.id);
    const other = await ask('kamA', 800, { subjectId: first.subjectId, contentHash: 'h2' });
    expect(other.id).not.toBe(first.id);
    const [row] = await company.owner<{ state: string }>('select state from mandates.requests where id = $1', [
      first.id,
    ]);
    expect(row?.state).toBe('outdated');
  });
  it('is refused for what nobody granted, and needless within one’s limit', async () => {
    await expect(ask('support', 100)).rejects.toThrow('platform.not-granted');
    await expect(ask('kamA', 500)).rejects.toThrow('needs no request');
  });
});

describe('deciding', () => {
  it('asks who you are', async () => {
    const { id } = await ask('kamA', 700);
    expect(
      (await server.call(null, at.decideRequest, { params: { id }, body: { granted: true, reason: '' } })).status,
    ).toBe(401);
  });
  it('rejects what is malformed', async () => {
    const { id } = await ask('kamA', 700);
    const reply = await server.call(company.actor('head'), at.decideRequest, {
      params: { id },
      body: { granted: 'yes' },
    });
    expect(reply.status).toBe(422);
  });
  it('does not know what a colleague asked, nor what another company asked', async () => {
    const { id } = await ask('kamA', 700);
    expect([(await decide('kamB', id)).status, (await decide('outsider', id)).status]).toEqual([404, 404]);
  });
  it('is refused beyond the decider’s own limit, naming whom to ask', async () => {
    const { id } = await ask('kamA', 2000);
    const reply = await decide('head', id);
    expect([reply.status, reply.problem.code, reply.problem.ask]).toMatchObject([
      403,
      'platform.beyond-limit',
      { of: company.ids.director },
    ]);
    expect((await decide('director', id)).status).toBe(200);
  });
  it('of one’s own request is refused', async () => {
    const { id } = await ask('head', 2000);
    expect((await decide('head', id)).problem.code).toBe('mandates.own-request');
  });
  it('carries the act on in the same transaction, tells who asked, and counts for exactly this content', async () => {
    const { id, subjectId } = await ask('kamA', 700);
    expect(await granted(subjectId, 'h1')).toBeNull();
    expect(await inbox('head')).toContain(id);
    expect((await decide('head', id)).status).toBe(200);
    expect(decided.at(-1)).toMatchObject({
      id,
      permit,
      subjectId,
      contentHash: 'h1',
      granted: true,
      reason: 'Because.',
      askedBy: company.ids.kamA,
    });
    expect(await inbox('head')).not.toContain(id);
    expect(await granted(subjectId, 'h1')).toMatchObject({ requestId: id, decidedBy: company.ids.head });
    expect(await granted(subjectId, 'h1', 'support')).toMatchObject({ requestId: id });
    expect(await granted(subjectId, 'h2')).toBeNull();
    const told = await company.owner<{ kind: string }>(
      'select kind from platform.notifications where employee_id = $1 and params ->> $2 = $3',
      [company.ids.kamA, 'reason', 'Because.'],
    );
    expect(told.map(({ kind }) => kind)).toContain('mandates.granted');
  });
  it('is done once: two at once, one wins', async () => {
    const { id } = await ask('kamA', 700);
    const both = await Promise.all([decide('head', id, true), decide('director', id, false)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
  it('keeps the clause by which it was decided, and the answer time', async () => {
    const { id } = await ask('kamA', 700);
    await decide('head', id, false);
    const { body } = await server.call(company.actor('kamA'), at.readRequest, { params: { id } });
    expect(body.request).toMatchObject({ state: 'refused', decisionReason: 'Because.', answerMinutes: 0, late: false });
    expect(body.request.figures).toEqual([{ dimension: 'percent', unit: 'basis-points', figure: 700, limit: 500 }]);
    const [row] = await company.owner<{ number: string }>(
      'select c.number from mandates.requests r join mandates.clauses c on c.id = r.clause_id where r.id = $1',
      [id],
    );
    expect(row?.number).toBe('3.1');
  });
});

describe('a change of what is decided', () => {
  it('makes a granted decision void, whoever changes it', async () => {
    const { id, subjectId } = await ask('kamA', 700);
    await decide('head', id);
    await runner.write(company.actor('support'), (w) => outdateRequests(w, subjectId, 'h2'));
    expect(await granted(subjectId, 'h1')).toBeNull();
    const { body } = await server.call(company.actor('kamA'), at.readRequest, { params: { id } });
    expect([body.request.state, body.request.decidedBy?.id]).toEqual(['outdated', company.ids.head]);
  });
  it('and a withdrawal closes what is open', async () => {
    const { id, subjectId } = await ask('kamA', 700);
    expect(await runner.write(company.actor('kamA'), (w) => withdrawRequests(w, subjectId))).toBe(1);
    const reply = await decide('head', id, true, 2);
    expect([reply.status, reply.problem.code]).toEqual([409, 'mandates.request-closed']);
  });
  it('one takes back only what one asked oneself', async () => {
    const { id } = await ask('kamA', 700);
    const withdraw = (who: Person) =>
      server.call(company.actor(who), at.withdrawRequest, { params: { id }, headers: { 'if-match': '"1"' } });
    expect([(await withdraw('head')).status, (await withdraw('kamA')).status]).toEqual([404, 200]);
  });
});

describe('talking about it', () => {
  it('shows the thread and what was asked before about the same client to those on the request', async () => {
    const about = { id: randomUUID(), label: 'Alpha' };
    const before = await ask('kamA', 700, { about });
    const { id } = await ask('kamA', 900, { about });
    const write = (who: Person, text: string) =>
      server.call(company.actor(who), at.writeMessage, { params: { id }, body: { text } });
    expect((await write('head', 'How much do they buy?')).status).toBe(201);
    expect((await write('kamA', 'A lot.')).status).toBe(201);
    expect((await write('kamB', 'Me too.')).status).toBe(404);
    const { body } = await server.call(company.actor('head'), at.readRequest, { params: { id } });
    expect(body.messages.map(({ text }) => text)).toEqual(['How much do they buy?', 'A lot.']);
    expect(body.history.map((each) => each.id)).toEqual([before.id]);
    expect(body.facts).toEqual({ total: 120_000 });
  });
});

describe('while the head is away', () => {
  it('whoever stands in answers in their place, but never to oneself', async () => {
    const clone = await cloneDatabase();
    const away = await aCompany(clone, {
      grants: {
        kamA: [{ permit, limits: { percent: 500 } }],
        kamB: [{ permit, limits: { percent: 500 } }],
        head: [{ permit, limits: { percent: 1500 } }],
        director: [{ permit, scope: 'all' }],
      },
    });
    await away.substitute('head', 'kamB');
    const [former, formerServer, formerRunner] = [company, server, runner];
    [company, runner, server] = [
      away,
      new Runner(clone.database, compose([...modules, asking])),
      await testServer(clone.database, { modules: [...modules, asking] }),
    ];
    try {
      const asked = await ask('kamA', 700);
      expect(asked.of).toBe(away.ids.head);
      expect(await inbox('kamB')).toEqual([asked.id]);
      expect((await decide('head', asked.id)).status).toBe(403);
      expect((await decide('kamB', asked.id)).status).toBe(200);
      const [row] = await away.owner<{ acting_for: string }>(
        `select acting_for from journal.entries where record_id = $1 and act = 'update' order by id desc limit 1`,
        [asked.id],
      );
      expect(row?.acting_for).toBe(away.ids.head);
      expect((await ask('kamB', 700)).of).toBe(away.ids.director);
    } finally {
      await server.close();
      [company, server, runner] = [former, formerServer, formerRunner];
      await clone.close();
    }
  });
});
