import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Column } from './define.ts';
import { type Condition, readFilters } from './filter.ts';

const columns: Record<string, Column> = {
  name: { type: 'text', filterable: true },
  owed: { type: 'money', filterable: true },
  weight: { type: 'number', filterable: true },
  rate: { type: 'rate', filterable: true },
  state: { type: 'enum', filterable: true, values: ['open', 'closed'], nullable: true },
  keeper: { type: 'person', filterable: true },
  due: { type: 'date', filterable: true, nullable: true },
  at: { type: 'instant', filterable: true },
  sold: { type: 'flag', filterable: true },
  hidden: { type: 'text' },
};
const me = '018f0000-0000-7000-8000-000000000001';
const setting = { today: Temporal.PlainDate.from('2026-03-10'), timeZone: 'Europe/Berlin', me };
const read = (query: Record<string, unknown>) => readFilters(columns, query, setting);

test.each<[Record<string, string>, Condition[]]>([
  [{ state: 'open,closed' }, [{ column: 'state', is: 'any', values: ['open', 'closed'] }]],
  [{ 'state.not': 'open' }, [{ column: 'state', is: 'none', values: ['open'] }]],
  [{ 'state.is': 'null' }, [{ column: 'state', is: 'empty' }]],
  [{ 'due.is': 'present' }, [{ column: 'due', is: 'given' }]],
  [
    { 'owed.gte': '-100', 'owed.lte': '9007199254740991' },
    [
      { column: 'owed', is: 'from', value: -100 },
      { column: 'owed', is: 'to', value: 9_007_199_254_740_991 },
    ],
  ],
  [{ weight: '1.5' }, [{ column: 'weight', is: 'any', values: [1.5] }]],
  [{ 'name.has': '50% off, or' }, [{ column: 'name', is: 'has', value: '50% off, or' }]],
  [{ keeper: 'me' }, [{ column: 'keeper', is: 'any', values: [me] }]],
  [{ sold: 'true' }, [{ column: 'sold', is: 'any', values: [true] }]],
  [{ due: '2024-02-29' }, [{ column: 'due', is: 'any', values: ['2024-02-29'] }]],
  [{ 'due.lte': 'today-30d' }, [{ column: 'due', is: 'to', value: '2026-02-08' }]],
  [{ 'due.gte': 'today' }, [{ column: 'due', is: 'from', value: '2026-03-10' }]],
  [{ 'at.gte': '2026-03-10' }, [{ column: 'at', is: 'from', value: '2026-03-09T23:00:00Z' }]],
  [{ 'at.lte': '2026-03-28' }, [{ column: 'at', is: 'before', value: '2026-03-28T23:00:00Z' }]],
  [{ 'at.lte': '2026-03-29' }, [{ column: 'at', is: 'before', value: '2026-03-29T22:00:00Z' }]],
  [{ 'at.lte': '2026-03-10T10:00:00+02:00' }, [{ column: 'at', is: 'to', value: '2026-03-10T08:00:00Z' }]],
  [{ state: '', page: '7' }, []],
])('%j', (query, conditions) => {
  expect(read(query)).toEqual({ conditions, refusals: [] });
});

test.each([
  { state: 'open,gone' },
  { 'owed.gte': '1.5' },
  { 'owed.gte': '9007199254740992' },
  { 'owed.gte': '1e3' },
  { rate: '2147483648' },
  { weight: '1,5,x' },
  { keeper: 'you' },
  { keeper: `${me},` },
  { due: '2023-02-29' },
  { due: '0000-01-01' },
  { due: 'tomorrow' },
  { 'due.lte': 'today-30' },
  { 'at.gte': 'noon' },
  { sold: 'yes' },
  { 'state.is': 'nil' },
  { name: Array.from({ length: 101 }, () => 'x').join(',') },
])('%j cannot be understood', (query) => {
  const [key] = Object.keys(query);
  expect(read(query)).toEqual({
    conditions: [],
    refusals: [{ code: 'lists.bad-filter', status: 422, params: { filter: key }, field: `/${key}` }],
  });
});

describe('reading filters', () => {
  it('names every fault at once', () => {
    expect(read({ state: 'x', due: 'y', sold: 'z' }).refusals.map(({ field }) => field)).toEqual([
      '/state',
      '/due',
      '/sold',
    ]);
  });

  it('never throws, and makes of each filter one condition or one refusal', () => {
    const keys = [
      'state',
      'state.not',
      'state.is',
      'owed.gte',
      'owed',
      'weight.lte',
      'rate',
      'keeper',
      'due',
      'due.gte',
      'at.gte',
      'at.lte',
      'sold',
      'name.has',
      'name',
    ];
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.constantFrom(
        'today+99999d',
        '-9999999999999999',
        '9999-12-31',
        'null',
        ',',
        '2026-13-01T00:00:00Z',
        'Infinity',
        'NaN',
      ),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.oneof(text, fc.anything())), (query) => {
        const { conditions, refusals } = read(query);
        const asked = Object.values(query).filter((value) => value !== undefined && value !== '');
        expect(conditions.length + refusals.length).toBe(asked.length);
      }),
    );
  });
});
