import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { type Parser, parse } from 'csv-parse';
import readExcel from 'read-excel-file/node';
import { Refused } from '#kernel/refusal.ts';

/** A record of a file as it stands there: heading → text. */
export type RawRow = { readonly number: number; readonly cells: Readonly<Record<string, string>> };
export type ReadFile = { readonly headings: readonly string[]; readonly rows: AsyncIterable<RawRow> };

/**
 * Reads a table from a CSV file (any usual delimiter and encoding, also gzipped) or an XLSX workbook's first sheet. CSV
 * streams, so that its size does not matter; a workbook is read whole.
 * @throws Refused `platform.unreadable-file`
 */
export async function readFile(file: string): Promise<ReadFile> {
  if (path.extname(file).toLowerCase() === '.xlsx') return readWorkbook(file);
  const zipped = file.endsWith('.gz');
  const sample = await firstBytes(file, zipped);
  const encoding = encodingOf(sample);
  const delimiter = delimiterOf(new TextDecoder(encoding).decode(sample));
  const bytes = zipped ? createReadStream(file).pipe(createGunzip()) : createReadStream(file);
  const parser = parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true });
  feed(bytes, encoding, parser).catch((error: Error) => parser.destroy(error));
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>;
  const head = await records.next().catch(() => ({ done: true, value: undefined }) as const);
  if (head.done || !head.value) throw new Refused([{ code: 'platform.unreadable-file', status: 422 }]);
  const headings = head.value.map((heading) => heading.trim());
  return { headings, rows: numbered(headings, records) };
}

/** Decodes and hands over, no faster than the parser is read from. */
async function feed(bytes: AsyncIterable<Buffer>, encoding: string, parser: Parser): Promise<void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) {
    if (!parser.write(decoder.decode(chunk, { stream: true }))) await once(parser, 'drain');
  }
  parser.end(decoder.decode());
}

async function* numbered(headings: readonly string[], records: AsyncIterator<string[]>): AsyncGenerator<RawRow> {
  for (let number = 1; ; number += 1) {
    const { done, value } = await records.next();
    if (done) return;
    const cells: Record<string, string> = {};
    for (let i = 0; i < headings.length; i += 1) cells[headings[i] ?? ''] = value[i] ?? '';
    yield { number, cells };
  }
}

async function readWorkbook(file: string): Promise<ReadFile> {
  const sheets = await readExcel(file).catch(() => {
    throw new Refused([{ code: 'platform.unreadable-file', status: 422 }]);
  });
  const table = (
    Array.isArray(sheets[0]) ? sheets : ((sheets[0] as { data?: unknown[][] } | undefined)?.data ?? [])
  ) as unknown[][];
  const [head, ...records] = table;
  if (!head) throw new Refused([{ code: 'platform.unreadable-file', status: 422 }]);
  const headings = head.map((cell) => cellText(cell).trim());
  async function* rows(): AsyncGenerator<RawRow> {
    for (const [i, record] of records.entries()) {
      yield {
        number: i + 1,
        cells: Object.fromEntries(headings.map((heading, column) => [heading, cellText(record[column])])),
      };
    }
  }
  return { headings, rows: rows() };
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}

async function firstBytes(file: string, zipped: boolean): Promise<Uint8Array> {
  if (zipped) {
    for await (const chunk of createReadStream(file).pipe(createGunzip())) return chunk as Buffer;
    return new Uint8Array();
  }
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** UTF-8 or UTF-16 by mark or by validity; else windows-1251 where high bytes stand in words, as in Cyrillic; else 1252. */
export function encodingOf(sample: Uint8Array): string {
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return 'utf-8';
  } catch {
    let high = 0;
    let together = 0;
    for (let i = 1; i < sample.length; i += 1) {
      if ((sample[i] ?? 0) >= 0xc0) {
        high += 1;
        if ((sample[i - 1] ?? 0) >= 0xc0) together += 1;
      }
    }
    return together > high / 2 ? 'windows-1251' : 'windows-1252';
  }
}

/** The delimiter that the heading uses most, outside quotes. */
export function delimiterOf(text: string): string {
  const heading = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counted = [',', ';', '\t', '|'].map((each) => ({ each, count: heading.split(each).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.each ?? ',';
}
