import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { beginLoad, endLoad, type Filling, fill, sumOf } from './load.ts';
import { type Closing, closingName, fileFolder, type Opening, openingName, type Sum, tableFolder } from './manifest.ts';
import { placeFile } from './place-file.ts';
import { type ForeignKey, plainSession, type Table } from './tables.ts';
import { type Entry, unpackTar } from './tar.ts';

export type RestoreWish = {
  readonly file: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  /** Brings the empty database to the schema that the backup was taken from; refuses when it cannot. */
  readonly prepare: (opening: Opening) => Promise<void>;
  readonly report: (line: string) => void;
};

type Load = { client: pg.Client; opening: Opening; keys: ForeignKey[]; filling: Filling | undefined; arrived: Arrived };
type Arrived = { tables: Closing['tables'][number][]; files: Sum[] };

/**
 * Loads a backup into an empty database and data folder, in one transaction, and compares rows, text and files with what
 * the backup says they are: first as they arrive, then as they lie in the database.
 * @throws with a sentence when the file is damaged, cut off, foreign or of an unknown version; nothing is loaded then.
 */
export async function restoreBackup(wish: RestoreWish): Promise<{ opening: Opening; rows: number }> {
  const client = new pg.Client({ connectionString: wish.ownerUrl });
  await client.connect();
  try {
    const { load, closing } = await readAll(wish, client);
    compare(load.arrived, closing, 'The backup is damaged');
    await endLoad(client, load.opening.tables, load.keys, closing.sequences);
    const lie = [];
    for (const table of load.opening.tables) lie.push(await sumOf(client, table));
    compare({ tables: lie, files: load.arrived.files }, closing, 'The database did not keep what was loaded');
    await client.query('commit');
    await client.query('analyze');
    return { opening: load.opening, rows: lie.reduce((sum, table) => sum + table.rows, 0) };
  } catch (error) {
    throw new Error(`${wish.file} cannot be restored: ${(error as Error).message}`, { cause: error });
  } finally {
    await client.end();
  }
}

async function readAll(wish: RestoreWish, client: pg.Client): Promise<{ load: Load; closing: Closing }> {
  let load: Load | undefined;
  let closing: Closing | undefined;
  for await (const entry of unpackTar(unzipped(wish.file))) {
    if (!load) load = await begin(wish, client, entry);
    else if (entry.name === closingName) closing = JSON.parse(await whole(entry));
    else if (entry.name.startsWith(tableFolder)) await addPiece(load, entry);
    else if (entry.name.startsWith(fileFolder)) load.arrived.files.push(await placeFile(wish.dataDir, entry));
  }
  if (!load || !closing) throw new Error('it is cut off: its last part is missing');
  await endFilling(load);
  addEmpty(load);
  return { load, closing };
}

async function* unzipped(file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip);
  yield* gunzip;
}

async function begin(wish: RestoreWish, client: pg.Client, entry: Entry): Promise<Load> {
  if (entry.name !== openingName) throw new Error('it is not a backup of Mandate');
  const opening: Opening = JSON.parse(await whole(entry));
  if (opening.format !== 1) throw new Error(`its format ${opening.format} is newer than this version of Mandate`);
  wish.report(`Backup of ${opening.takenAt}, made by version ${opening.product}`);
  await wish.prepare(opening);
  await client.query(plainSession);
  await client.query('begin');
  const keys = await beginLoad(client, opening.tables);
  return { client, opening, keys, filling: undefined, arrived: { tables: [], files: [] } };
}

/** Pieces of one table follow one another; a piece of another table ends the former. */
async function addPiece(load: Load, entry: Entry): Promise<void> {
  const [, name = ''] = entry.name.split('/');
  if (load.filling?.name !== name) {
    await endFilling(load);
    const table = load.opening.tables.find((known) => `${known.schema}.${known.name}` === name);
    if (!table) throw new Error(`it holds a table that it does not announce: ${name}`);
    load.filling = fill(load.client, table);
  }
  for await (const piece of entry.content) await load.filling?.add(piece);
}

async function endFilling(load: Load): Promise<void> {
  if (load.filling) load.arrived.tables.push(await load.filling.end());
  load.filling = undefined;
}

/** A table without rows has no piece. */
function addEmpty({ opening, arrived }: Load): void {
  const seen = new Set(arrived.tables.map((table) => table.name));
  for (const { schema, name } of opening.tables as Table[]) {
    if (!seen.has(`${schema}.${name}`))
      arrived.tables.push({ name: `${schema}.${name}`, rows: 0, bytes: 0, sha256: emptySum });
  }
}

/** SHA-256 of nothing. */
const emptySum = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** @throws naming the first table or file that differs from the manifest. */
function compare(found: Arrived, closing: Closing, verdict: string): void {
  for (const kind of ['tables', 'files'] as const) {
    const by = new Map<string, Sum & { rows?: number }>(found[kind].map((sum) => [sum.name, sum]));
    for (const said of closing[kind] as (Sum & { rows?: number })[]) {
      const is = by.get(said.name);
      if (is?.sha256 !== said.sha256 || is.bytes !== said.bytes || is.rows !== said.rows) {
        throw new Error(
          `${verdict}: ${said.name} has ${is?.rows ?? is?.bytes ?? 'nothing'}, not ${said.rows ?? said.bytes} of the manifest, or differs in content`,
        );
      }
    }
    if (by.size !== closing[kind].length) throw new Error(`${verdict}: it holds more ${kind} than its manifest names`);
  }
}

async function whole(entry: Entry): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of entry.content) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
