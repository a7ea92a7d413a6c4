import { describe, expect, it } from 'vitest';
import { defineList } from '#platform/lists/define.ts';
import { valuesAsked, weeksOf, withoutColumn } from './face.ts';

const list = defineList({
  key: 'test.rows',
  id: 'test.rows',
  path: '/rows',
  permit: 'signed-in',
  summary: 'Rows',
  columns: { state: { type: 'enum', filterable: true, values: ['a', 'b', 'c'] }, stateless: { type: 'text' } },
  defaultSort: 'state',
});

describe('the columns of a board', () => {
  it.each([
    [{}, ['a', 'b', 'c'], 'all of them'],
    [{ state: 'c,a' }, ['a', 'c'], 'those asked for, in the order of the declaration'],
    [{ 'state.not': 'b' }, ['a', 'c'], 'all but those'],
    [{ state: 'a', 'state.not': 'a' }, [], 'none, where the question is impossible'],
  ])('%j → %j: %s', (query, expected, _why) => {
    expect(valuesAsked(list, query as Record<string, string>, 'state')).toEqual(expected);
  });
  it('ask what else was asked', () => {
    expect(withoutColumn({ state: 'a', 'state.not': 'b', stateless: 'x', q: 'y' }, 'state')).toEqual({
      stateless: 'x',
      q: 'y',
    });
  });
});

describe('the weeks of a month', () => {
  const ends = (month: string) => {
    const weeks = weeksOf(month);
    return [weeks.length, weeks[0]?.[0]?.toString(), weeks.at(-1)?.[6]?.toString()];
  };
  it.each([
    ['2026-11', [6, '2026-10-26', '2026-12-06'], 'begins on a Sunday and ends on a Monday'],
    ['2027-02', [4, '2027-02-01', '2027-02-28'], 'is four whole weeks'],
    ['2026-12', [5, '2026-11-30', '2027-01-03'], 'goes over the year'],
  ])('%s: %j: it %s', (month, expected, _why) => {
    expect(ends(month)).toEqual(expected);
  });
});
