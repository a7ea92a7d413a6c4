import { describe, expect, it, test } from 'vitest';
import { judgeAnswer } from './answer-time.ts';
import { periodOf } from './cadence.ts';
import { type ComparedClause, compareVersions } from './comparison.ts';
import { orderDay } from './day-list.ts';
import { shareDone } from './share.ts';

test.each`
  cadence        | day             | from            | to
  ${'daily'}     | ${'2026-11-24'} | ${'2026-11-24'} | ${'2026-11-25'}
  ${'weekly'}    | ${'2026-11-29'} | ${'2026-11-23'} | ${'2026-11-30'}
  ${'monthly'}   | ${'2026-12-31'} | ${'2026-12-01'} | ${'2027-01-01'}
  ${'quarterly'} | ${'2026-11-24'} | ${'2026-10-01'} | ${'2027-01-01'}
  ${'yearly'}    | ${'2026-11-24'} | ${'2026-01-01'} | ${'2027-01-01'}
  ${'on-event'}  | ${'2026-11-24'} | ${'2026-11-01'} | ${'2026-12-01'}
`('a $cadence duty on $day is measured from $from to $to', ({ cadence, day, from, to }) => {
  expect(periodOf(cadence, day)).toEqual({ from, to });
});

describe('two versions side by side', () => {
  const clause = (identity: string, number: string, text = identity): ComparedClause => ({
    identity,
    number,
    section: Number(number[0]),
    text,
    area: '',
    cadence: '',
    responsibility: null,
    legalReference: '',
    bindings: [],
  });
  const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

  it('tell what was added, changed, moved and taken out, in reading order', () => {
    const before = [clause('a', '2.1'), clause('b', '2.2'), clause('c', '2.3')];
    const after = [clause('a', '2.1', 'said otherwise'), clause('n', '2.2'), clause('c', '2.4')];
    const said = compareVersions(before, after, equal).map(({ change, fields, after: now, before: was }) => [
      change,
      (now ?? was)?.identity,
      ...fields,
    ]);
    expect(said).toEqual([
      ['changed', 'a', 'text'],
      ['added', 'n'],
      ['removed', 'b'],
      ['moved', 'c'],
    ]);
  });
  it('a changed norm is a change', () => {
    const was = { ...clause('a', '2.1'), bindings: [{ kind: 'duty', key: 'k', settings: { perWeek: 5 } }] };
    const now = { ...was, bindings: [{ kind: 'duty', key: 'k', settings: { perWeek: 6 } }] };
    expect(compareVersions([was], [now], equal)[0]?.fields).toEqual(['bindings']);
  });
});

test('the day begins with what is late, then by stake; one work stands once', () => {
  const line = (id: string, urgency: 'late' | 'today' | 'soon', stake: number) => ({ id, urgency, stake, due: null });
  const day = [
    line('c', 'soon', 900),
    line('a', 'today', 5),
    line('b', 'late', 1),
    line('d', 'late', 7),
    line('a', 'today', 5),
  ];
  expect(orderDay(day).map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c']);
});

test('shares are of what was required, in time, at most whole', () => {
  expect(shareDone({ required: 8, done: 6 })).toBe(7500);
  expect(shareDone({ required: 5, done: 9 })).toBe(10_000);
  expect(shareDone({ required: 0, done: 0 })).toBe(10_000);
});

test.each`
  dueAt                     | decidedAt                 | verdict
  ${'2026-11-24T12:00:00Z'} | ${'2026-11-24T12:00:00Z'} | ${'done'}
  ${'2026-11-24T12:00:00Z'} | ${'2026-11-24T12:00:01Z'} | ${'late'}
  ${'2026-11-24T12:00:00Z'} | ${null}                   | ${'missed'}
  ${'2026-11-25T12:00:00Z'} | ${null}                   | ${'waiting'}
`('due $dueAt, decided $decidedAt: $verdict', ({ dueAt, decidedAt, verdict }) => {
  expect(judgeAnswer({ dueAt, decidedAt }, '2026-11-24T18:00:00Z')).toBe(verdict);
});
