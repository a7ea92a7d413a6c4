import Type from 'typebox';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { endpoint } from '#kernel/endpoint.ts';
import { addressOf, call, onSignedOut } from './call.ts';
import { Problem } from './problem.ts';

const read = endpoint({
  id: 'test.read',
  method: 'GET',
  path: '/things/:id/parts',
  permit: 'test.read',
  summary: 'Parts',
  params: Type.Object({ id: Type.String() }),
  query: Type.Object({ q: Type.Optional(Type.String()), limit: Type.Optional(Type.Integer()) }),
  reply: Type.Object({ ok: Type.Boolean() }),
});
const place = endpoint({
  id: 'test.place',
  method: 'POST',
  path: '/things',
  permit: 'test.place',
  summary: 'Place',
  body: Type.Object({ name: Type.String() }),
  reply: Type.Object({ id: Type.String() }),
  ifMatch: true,
});

function answering(status: number, body: unknown) {
  const asked = vi.fn(async (_address: string, _init: RequestInit) => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', asked);
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

describe('a call', () => {
  it('writes the address with its parameters, and leaves out what is not given', () => {
    expect(addressOf(read, { params: { id: 'a/b' }, query: { q: 'x y' } })).toBe('/api/things/a%2Fb/parts?q=x+y');
    expect(addressOf(read, { params: { id: '1' } })).toBe('/api/things/1/parts');
  });

  it('carries a key of its own, the revision that was seen, and the language', async () => {
    const asked = answering(201, { id: '1' });
    await call(place, { body: { name: 'x' }, ifMatch: 4 });
    await call(place, { body: { name: 'x' }, ifMatch: 4 });
    const [first, second] = asked.mock.calls.map(([, init]) => init.headers as Headers);
    expect(first?.get('if-match')).toBe('"4"');
    expect(first?.get('accept-language')).toMatch(/^(en|ru)$/);
    expect(first?.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(first?.get('idempotency-key')).not.toBe(second?.get('idempotency-key'));
  });

  it('keeps the key that it is given, so that a repetition has one effect', async () => {
    const asked = answering(201, { id: '1' });
    await call(place, { body: { name: 'x' }, idempotencyKey: 'mine' });
    const [, sent] = asked.mock.calls[0] ?? [];
    expect(new Headers(sent?.headers).get('idempotency-key')).toBe('mine');
  });

  it('throws a refusal with its reasons and whom to ask', async () => {
    answering(403, { title: 'No', detail: 'Beyond', code: 'x.beyond', reasons: [], ask: { of: 'boss', permit: 'x' } });
    const problem = await call(read, { params: { id: '1' } }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ status: 403, code: 'x.beyond', ask: { of: 'boss' }, excess: [] });
  });

  it('throws a problem also when the answer is no problem document, and when the network is gone', async () => {
    vi.stubGlobal('fetch', async () => new Response('<html>', { status: 502 }));
    await expect(call(read, { params: { id: '1' } })).rejects.toMatchObject({ status: 502, code: 'web.unexpected' });
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('failed')));
    await expect(call(read, { params: { id: '1' } })).rejects.toMatchObject({ status: 0, code: 'web.offline' });
  });

  it('tells when the session is over', async () => {
    answering(401, { code: 'platform.not-signed-in', reasons: [] });
    const told = vi.fn();
    const stop = onSignedOut(told);
    await call(read, { params: { id: '1' } }).catch(() => undefined);
    stop();
    await call(read, { params: { id: '1' } }).catch(() => undefined);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
