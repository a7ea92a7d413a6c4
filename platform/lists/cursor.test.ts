import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printCursor, readCursor } from './cursor.ts';

const text = fc.string({ unit: 'grapheme' }).filter((each) => !each.includes('\0') && each.isWellFormed());

it('comes back as it was', () => {
  fc.assert(
    fc.property(fc.option(text), fc.uuid(), (value, id) => {
      const place = { sort: '-owed', value, id };
      expect(readCursor(printCursor(place), '-owed')).toEqual(place);
    }),
  );
});

it('belongs to one order', () => {
  const cursor = printCursor({ sort: 'name', value: 'x', id: '018f0000-0000-7000-8000-000000000001' });
  expect(readCursor(cursor, '-name')).toBeNull();
});

it('is null for everything else', () => {
  fc.assert(
    fc.property(fc.string(), fc.anything(), (junk, value) => {
      expect(readCursor(junk, 'name')).toBeNull();
      const odd = Buffer.from(JSON.stringify(['name', value, 'not-an-id']) ?? '').toString('base64url');
      expect(readCursor(odd, 'name')).toBeNull();
    }),
  );
});
