import { describe, expect, it } from 'vitest';
import { Refused } from '#kernel/refusal.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor } from '#platform/work.ts';
import { ReadingLog } from './reading-log.ts';

const reader: Actor = { companyId: 'c', employeeId: 'e', language: 'en', requestId: 'r' };
const reading = (record: string) =>
  ({ data: 'clients.contacts', way: 'card', of: 'clients.clients', records: [record] }) as const;

/** A database that is away until it is told to come back, and what it took. */
function aDatabase() {
  const state = { away: true, taken: 0 };
  const write = async () => {
    if (state.away) throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    state.taken += 1;
  };
  const registry = { refusals: new Map([['platform.unavailable', 503]]), constraints: new Map(), texts: new Map() };
  return { state, runner: { write, registry } as unknown as Runner };
}

describe('what is noted while the database is away', () => {
  it('waits, and is written once it is back', async () => {
    const { state, runner } = aDatabase();
    const log = new ReadingLog(runner);
    log.note(reader, reading('1'));
    log.take(reader, { list: 'clients.list', query: {}, rows: 2, clients: new Set(['1', '2']) });
    await log.flush();
    expect(state.taken).toBe(0);
    state.away = false;
    await log.flush();
    expect(state.taken).toBe(2);
    await log.flush();
    expect(state.taken).toBe(2);
  });

  it('is not forgotten: with too much waiting, what is marked is not shown', () => {
    const log = new ReadingLog(aDatabase().runner);
    for (let n = 0; n < 20_000; n += 1) log.note(reader, reading(String(n)));
    expect(() => log.note(reader, reading('one more'))).toThrow(Refused);
  });
});
