import { describe, expect, it } from 'vitest';
import { fittingMapping } from './map-row.ts';

const saved = [
  { name: 'codes', mapping: { code: { column: 'Nr' } } },
  { name: 'ledger', mapping: { code: { column: 'Nr' }, name: { column: 'Firma' }, status: { constant: 'active' } } },
  { name: 'constants', mapping: { status: { constant: 'active' } } },
];

describe('which saved mapping is offered for a file', () => {
  it.each([
    [['Nr', 'Firma', 'Ort'], 'ledger', 'of two that fit, the one that names more columns'],
    [['Nr', 'Name'], 'codes', 'one that lacks a column does not fit'],
    [['Code', 'Name'], undefined, 'nothing but constants fits every file, so it is offered for none'],
    [[], undefined, 'an empty file'],
  ])('%j: %s, since %s', (headings, name, _why) => {
    expect(fittingMapping(saved, headings)?.name).toBe(name);
  });
});
