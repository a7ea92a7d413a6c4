import { describe, expect, it } from 'vitest';
import { defineList } from '#platform/lists/define.ts';
import { filtersByColumn, nextSort, parametersOf, queryOf, stateIn } from './list-state.ts';

const list = defineList({
  key: 'test.things',
  id: 'test.list',
  path: '/things',
  permit: 'test.read',
  summary: 'Things',
  columns: {
    name: { type: 'text', sortable: true, filterable: true },
    state: { type: 'enum', filterable: true, values: ['draft', 'done'] },
    owed: { type: 'money', sortable: true, filterable: true, nullable: true },
    note: { type: 'text', hidden: true },
  },
  defaultSort: 'name',
  searchable: true,
});

describe('the state of a list in an address', () => {
  it('shows the columns that are not hidden, in the usual order, when the address is bare', () => {
    expect(stateIn({}, list, null)).toEqual({
      q: '',
      sort: 'name',
      columns: ['name', 'state', 'owed'],
      filters: {},
      view: '',
    });
  });

  it('takes the columns of the address before those remembered on the device', () => {
    expect(stateIn({ columns: 'name,note' }, list, ['state']).columns).toEqual(['name', 'note']);
    expect(stateIn({}, list, ['note', 'gone']).columns).toEqual(['note']);
  });

  it('leaves alone what the list does not know', () => {
    const state = stateIn({ tab: 'orders', sort: '-state', columns: 'gone', state: 'draft' }, list, null);
    expect(state.sort).toBe('name');
    expect(state.columns).toEqual(['name', 'state', 'owed']);
    expect(state.filters).toEqual({ state: 'draft' });
  });

  it('asks the server for nothing that goes without saying', () => {
    expect(queryOf(stateIn({ q: '  ', sort: 'name' }, list, null), list)).toEqual({});
  });

  it('asks for what always holds even when the address says otherwise', () => {
    const state = stateIn({ state: 'done', 'owed.gte': '5', sort: '-owed', q: ' x ' }, list, null);
    expect(queryOf(state, list, { state: 'draft' })).toEqual({
      q: 'x',
      sort: '-owed',
      'owed.gte': '5',
      state: 'draft',
    });
  });

  it('gathers filters by column and takes them apart again', () => {
    const state = stateIn({ 'owed.gte': '5', 'owed.lte': '9', state: 'done' }, list, null);
    expect(filtersByColumn(state, list)).toEqual([
      ['state', { '': 'done' }],
      ['owed', { '.gte': '5', '.lte': '9' }],
    ]);
    expect(parametersOf('owed', list.columns.owed, { '.gte': '7' })).toEqual({
      owed: undefined,
      'owed.gte': '7',
      'owed.lte': undefined,
      'owed.is': undefined,
    });
  });

  it.each([
    ['name', 'owed', 'owed', 'another column begins ascending'],
    ['owed', 'owed', '-owed', 'the same column turns'],
    ['-owed', 'owed', 'owed', 'and turns back'],
  ])('sorted by %s, a click on %s sorts by %s: %s', (sort, name, next) => {
    expect(nextSort(sort, name)).toBe(next);
  });
});
