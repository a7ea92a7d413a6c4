import { describe, expect, it, test } from 'vitest';
import { cellOf, plain } from './cell.ts';
import type { ColumnType } from './define.ts';

const cell = (type: ColumnType, value: unknown, currency = 'USD') =>
  cellOf({ type }, value, currency, 'Europe/Berlin', (word) => `«${word}»`);

test.each([
  ['money', 12_345, 123.45],
  ['money', null, null],
  ['rate', 1250, 12.5],
  ['number', 1.5, 1.5],
  ['instant', '2026-03-09T23:30:00.123456Z', '2026-03-10 00:30'],
  ['enum', 'open', '«open»'],
  ['flag', true, '«true»'],
  ['person', { id: 'x', label: 'Ada' }, 'Ada'],
  ['text', 'as it is', 'as it is'],
] as const)('%s %j', (type, value, expected) => {
  expect(cell(type, value)).toEqual(expected);
});

describe('an exported cell', () => {
  it('knows currencies without minor units', () => {
    expect(cell('money', 12_345, 'JPY')).toBe(12_345);
    expect(cell('money', 12_345, 'KWD')).toBe(12.345);
  });

  it('keeps a day a day', () => {
    expect(String(cell('date', '2026-01-05'))).toBe('2026-01-05');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('is no formula: %j', (text) => {
    expect(plain(text)).toBe(`'${text}`);
  });

  it('leaves plain text plain', () => {
    expect(plain('Nord-Süd = 1')).toBe('Nord-Süd = 1');
  });
});
