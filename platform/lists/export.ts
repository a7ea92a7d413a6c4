import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { FileReply } from '#platform/http/route.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import { type Cell, cellOf, plain } from './cell.ts';
import type { Column, List } from './define.ts';
import { type Asked, clientsOf, type Item, type ListQuery, readPage, understand } from './page.ts';
import { refuse } from './refusals.ts';
import type { ListSource } from './source.ts';

const rowsAtOnce = 2000;
/** The library holds a whole sheet in memory. */
const mostExcelRows = 100_000;
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list as a file, with what left by it. `discard` takes the file away again. */
export type Exported = {
  readonly file: FileReply;
  readonly names: readonly string[];
  readonly rows: number;
  readonly clients: ReadonlySet<string>;
  readonly discard: () => Promise<void>;
};
type Written = { readonly content: Buffer | Readable; readonly discard: () => Promise<void> };

/**
 * The list as a file, in the reader's language, filtered and sorted like the list itself. CSV is written page by page to
 * a temporary file, so that a million rows need no memory. `told` hears of every page.
 * @throws Refused as the list does; `lists.unknown-column`; `lists.too-many-rows` for Excel.
 */
export async function exportList(
  w: Work,
  list: List,
  source: ListSource,
  query: ListQuery,
  told: (items: readonly Item[], names: readonly string[]) => void,
): Promise<Exported> {
  const asked = await understand(w, list, source, query);
  const names = columnsAsked(list, query.columns);
  const clients = new Set<string>();
  let rows = 0;
  const counted = async function* () {
    // The client is known of every row, whether it is among the columns or not.
    const read = list.client === undefined || list.client === 'id' ? names : [...new Set([...names, list.client])];
    for await (const items of pages(w, list, source, asked, read)) {
      rows += items.length;
      for (const client of clientsOf(list, items)) clients.add(client);
      told(items, names);
      yield items;
    }
  };
  const name = `${list.key.split('.').at(-1)}-${w.today}`;
  const excelWanted = query.format === 'xlsx';
  const { content, discard } = await (excelWanted ? asExcel : asCsv)(w, list, counted(), names);
  const file = excelWanted
    ? { name: `${name}.xlsx`, mediaType: excel, content }
    : { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content };
  return { file, names, rows, clients, discard };
}

async function asCsv(w: Work, list: List, read: AsyncIterable<Item[]>, names: string[]): Promise<Written> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mandate-export-'));
  const discard = () => rm(folder, { recursive: true, force: true });
  try {
    const file = path.join(folder, 'list.csv');
    const out = createWriteStream(file);
    const write = (rows: unknown[][]) =>
      new Promise<void>((done, failed) => out.write(stringify(rows), (error) => (error ? failed(error) : done())));
    // The byte order mark makes Excel read UTF-8.
    out.write('\ufeff');
    await write([headings(w, list, names)]);
    for await (const items of read) {
      await write(items.map((item) => rowOf(w, list, names, item).map(csvCell)));
    }
    await new Promise<void>((done, failed) => out.end((error?: Error | null) => (error ? failed(error) : done())));
    const content = createReadStream(file);
    content.once('close', discard);
    return {
      content,
      discard: async () => {
        content.destroy();
        await discard();
      },
    };
  } catch (error) {
    await discard();
    throw error;
  }
}

async function asExcel(w: Work, list: List, read: AsyncIterable<Item[]>, names: string[]): Promise<Written> {
  const rows: SheetData = [
    headings(w, list, names).map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ];
  for await (const items of read) {
    for (const item of items) rows.push(rowOf(w, list, names, item).map(excelCell));
    if (rows.length > mostExcelRows) refuse('lists.too-many-rows', { most: mostExcelRows });
  }
  return { content: await writeXlsxFile(rows, { stickyRowsCount: 1 }).toBuffer(), discard: async () => {} };
}

async function* pages(w: Work, list: List, source: ListSource, asked: Asked, names: string[]): AsyncGenerator<Item[]> {
  let cursor: string | undefined;
  do {
    const page = await readPage(w, list, source, asked, { limit: rowsAtOnce, cursor, columns: names });
    yield page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function columnsAsked(list: List, wanted: unknown): string[] {
  const all = Object.keys(list.columns);
  if (typeof wanted !== 'string' || wanted === '') return all;
  const names = [...new Set(wanted.split(','))];
  const unknown = names.find((name) => !all.includes(name));
  if (unknown !== undefined) refuse('lists.unknown-column', { column: unknown }, '/columns');
  return names;
}

function headings(w: Work, list: List, names: string[]): string[] {
  return names.map((name) => sentence(w.registry, w.actor.language, `list.${list.key}.${name}`));
}

function rowOf(w: Work, list: List, names: string[], item: Item): Cell[] {
  return names.map((name) => {
    const word = (value: string) => sentence(w.registry, w.actor.language, `list.${list.key}.${name}.${value}`);
    return cellOf(list.columns[name] as Column, item[name], w.company.currency, w.company.timeZone, word);
  });
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'string' ? plain(cell) : String(cell);
}

function excelCell(cell: Cell): SheetData[number][number] {
  if (cell === null) return null;
  if (cell instanceof Temporal.PlainDate) {
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
  }
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: String(cell), type: String };
}
