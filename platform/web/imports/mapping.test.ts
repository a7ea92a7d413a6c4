import { describe, expect, it } from 'vitest';
import { complete, laidOver } from './mapping.ts';

const fields = [{ name: 'code' }, { name: 'name' }, { name: 'city' }];
const guessed = { code: { column: 'Code' }, city: { column: 'City' } };

describe('a mapping that a person made', () => {
  it('is shown again as it was, also what was left out though a heading looks like it', () => {
    const made = { code: { column: 'Nr' }, name: { constant: 'x' } };
    expect(laidOver(guessed, complete(fields, made))).toEqual(made);
  });
  it('goes before what the headings say, which stands where it says nothing', () => {
    expect(laidOver(guessed, { code: { column: 'Nr' } })).toEqual({ code: { column: 'Nr' }, city: { column: 'City' } });
  });
  it('leaves nothing to be guessed when it is sent', () => {
    expect(Object.keys(complete(fields, {}))).toEqual(['code', 'name', 'city']);
  });
});
