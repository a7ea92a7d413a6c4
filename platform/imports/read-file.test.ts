import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { delimiterOf, type RawRow, readFile } from './read-file.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'mandate-read-'));
async function read(content: Buffer | string, name = 'table.csv') {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const { headings, rows } = await readFile(file);
  return { headings, rows: await cellsOf(rows) };
}

async function cellsOf(rows: AsyncIterable<RawRow>) {
  const cells: RawRow['cells'][] = [];
  for await (const row of rows) cells.push(row.cells);
  return cells;
}

const data = path.resolve(import.meta.dirname, '../../test-data/csv-edge-cases');
describe('the edge cases of CSV', () => {
  const names = readdirSync(path.join(data, 'csvs')).map((name) => name.replace('.csv', ''));
  test.each(names)('%s', async (name) => {
    const expected = [JSON.parse(readFileSync(path.join(data, 'json', `${name}.json`), 'utf8'))].flat();
    // The sample's JSON has another telephone number than its own CSV.
    if (name === 'location_coordinates') expected[0]['Contact Phone Number'] = '2095257564';
    const { rows } = await readFile(path.join(data, 'csvs', `${name}.csv`));
    expect(await cellsOf(rows)).toEqual(expected);
  });
});

describe('encodings', () => {
  it('windows-1251 is known by its words', async () => {
    const bytes = Buffer.from([
      0xc8, 0xec, 0xff, 0x3b, 0xc3, 0xee, 0xf0, 0xee, 0xe4, 0x0a, 0xce, 0xeb, 0xfc, 0xe3, 0xe0, 0x3b, 0xd2, 0xf3, 0xeb,
      0xe0,
    ]);
    expect(await read(bytes)).toEqual({ headings: ['Имя', 'Город'], rows: [{ Имя: 'Ольга', Город: 'Тула' }] });
  });
  it('windows-1252 by its single letters', async () => {
    const bytes = Buffer.concat([
      Buffer.from('name,city\nJos'),
      Buffer.from([0xe9]),
      Buffer.from(',M'),
      Buffer.from([0xfc]),
      Buffer.from('nchen'),
    ]);
    expect((await read(bytes)).rows).toEqual([{ name: 'José', city: 'München' }]);
  });
  it('a mark at the beginning is not part of the first heading', async () => {
    expect((await read('\uFEFFname\nx')).headings).toEqual(['name']);
    expect((await read(Buffer.from('\uFEFFname\nx', 'utf16le'))).rows).toEqual([{ name: 'x' }]);
  });
  it('a letter cut by the edge of a chunk stays whole', async () => {
    const name = 'é'.repeat(100_001);
    expect((await read(`name\n${name}`)).rows).toEqual([{ name }]);
  });
  it('gzip', async () => {
    expect((await read(gzipSync('a,b\n1,2'), 'table.csv.gz')).rows).toEqual([{ a: '1', b: '2' }]);
  });
});

test.each([
  ['a,b,c\n', ','],
  ['a;b;c\n', ';'],
  ['a\tb\n', '\t'],
  ['"a;b;c;d",e,f\n', ','],
  ['a|b\n', '|'],
])('the delimiter of %j', (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
});

it('an empty file is refused, not a crash', async () => {
  await expect(read('')).rejects.toThrow('platform.unreadable-file');
});
it('what is no workbook is refused', async () => {
  await expect(read('hello', 'table.xlsx')).rejects.toThrow('platform.unreadable-file');
});
