import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Grant } from '#kernel/permit.ts';
import { type Candidate, passingOn, type Standing } from './passing-on.ts';

const permit = 'orders.discount';
const due = '2026-11-24T12:00:00Z';
const inTime = '2026-11-24T12:00:00Z';
const late = '2026-11-24T12:00:01Z';

function grant(percent: number, scope: Grant['scope'] = 'own'): Grant {
  return { permit, scope, limits: { percent }, clauseId: 'c', clauseNumber: '3.1', onBehalfOf: null };
}
const who = (employeeId: string, grants: readonly Grant[], reaches = true): Candidate => ({
  employeeId,
  grants,
  reaches,
});
const head = who('head', [grant(1500)]);
const deputy = who('deputy', [grant(100)]);
const director = who('director', [grant(9999)]);
const standing: Standing = {
  permit,
  figures: { percent: 700 },
  askedOf: 'head',
  dueAt: due,
  chain: [head, deputy, director],
  others: [],
  caretakers: ['director', 'hr'],
};

test.each<[string, Partial<Standing>, now: string, ReturnType<typeof passingOn>]>([
  ['in time it stays', {}, inTime, null],
  ['late it goes past whoever may not, to the next who may', {}, late, { to: 'director', cause: 'unanswered' }],
  ['late at the top it stays: nobody is above', { askedOf: 'director' }, late, null],
  ['the head lost the right', { chain: [deputy, director] }, inTime, { to: 'director', cause: 'cannot-decide' }],
  [
    'the head may less now',
    { chain: [who('head', [grant(500)]), director] },
    inTime,
    { to: 'director', cause: 'cannot-decide' },
  ],
  [
    'the head is no longer above the keeper',
    { chain: [who('head', [grant(1500)], false), director] },
    inTime,
    { to: 'director', cause: 'cannot-decide' },
  ],
  ['a right over all needs no reach', { chain: [who('head', [grant(1500, 'all')], false), director] }, inTime, null],
  [
    'a new head stands between',
    { chain: [who('new', [grant(1500)]), director] },
    inTime,
    { to: 'new', cause: 'cannot-decide' },
  ],
  [
    'nobody in the line may, another may over all',
    { chain: [], others: [who('lawyer', [grant(900, 'all')], false)] },
    inTime,
    { to: 'lawyer', cause: 'cannot-decide' },
  ],
  [
    'nobody may: the head of the line sees to it',
    { chain: [deputy] },
    inTime,
    { to: 'director', cause: 'cannot-decide' },
  ],
  ['nobody may, and HR has it already', { chain: [], askedOf: 'hr' }, late, null],
  ['what HR kept goes to whoever may again', { askedOf: 'hr' }, inTime, { to: 'head', cause: 'cannot-decide' }],
  ['nobody is left at all', { chain: [], caretakers: [] }, late, null],
  [
    'asked beyond the line it has nobody above',
    { askedOf: 'lawyer', chain: [], others: [who('lawyer', [grant(900, 'all')])] },
    late,
    null,
  ],
])('%s', (_name, change, now, expected) => {
  expect(passingOn({ ...standing, ...change }, now)).toEqual(expected);
});

describe('whatever stands above', () => {
  const people = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
  const standings = fc.record({
    ids: people,
    limits: fc.array(fc.nat(2000), { minLength: 5, maxLength: 5 }),
    askedOf: fc.constantFrom('a', 'b', 'c', 'gone'),
  });
  it('goes up at every answer missed, and comes to rest: nobody is asked twice', () => {
    fc.assert(
      fc.property(standings, ({ ids, limits, askedOf }) => {
        const chain = ids.map((id, at) => who(id, [grant(limits[at] ?? 0)]));
        const asked: string[] = [askedOf];
        for (;;) {
          const on = passingOn({ ...standing, chain, askedOf: asked.at(-1) ?? '', caretakers: ['hr'] }, late);
          if (on === null) break;
          expect(asked).not.toContain(on.to);
          asked.push(on.to);
        }
        const may = ids.filter((_, at) => (limits[at] ?? 0) >= 700);
        expect(asked.at(-1)).toBe(may.at(-1) ?? 'hr');
      }),
    );
  });
});
