import { describe, expect, it } from 'vitest';
import { defineList } from '#platform/lists/define.ts';
import { widthOf } from './widths.ts';

const list = defineList({
  key: 'test.things',
  id: 'test.list',
  path: '/things',
  permit: 'test.read',
  summary: 'Things',
  columns: {
    number: { type: 'text' },
    name: { type: 'text' },
    client: { type: 'ref' },
    total: { type: 'money' },
    state: { type: 'enum', values: ['draft', 'confirmed'] },
  },
  defaultSort: 'name',
});
const rows = [
  { id: '1', number: '10643', name: 'x'.repeat(80), client: { id: '2', label: 'Around the Horn' }, total: 1 },
];
const width = (name: string, heading = name, of = rows) => widthOf(list, name, of, heading, (value) => value);

describe('the width of a column', () => {
  it('follows what it holds, within bounds', () => {
    expect(width('number', 'No')).toBe(4.5);
    expect(width('client')).toBeGreaterThan(width('number'));
    expect(width('name')).toBe(16);
  });

  it('leaves room for the heading and its arrow', () => {
    expect(width('number', 'Number of the order')).toBeGreaterThan(width('number', 'No'));
    expect(width('total', 'Sales over the last twelve months')).toBeGreaterThan(width('total', 'Total'));
  });

  it('is that of the longest word of an enum before any row has come', () => {
    expect(width('state', 'S', [])).toBeGreaterThan(6);
  });
});
