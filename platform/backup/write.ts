import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import {
  type Closing,
  closingName,
  fileFolder,
  keptFiles,
  type Opening,
  openingName,
  type Sum,
  tableFolder,
} from './manifest.ts';
import { copyOut, plainSession, sequencesOf, type Table, tablesOf } from './tables.ts';
import { type Entry, packTar } from './tar.ts';

export type BackupWish = {
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly file: string;
  readonly product: string;
};

type Sums = { tables: Closing['tables'][number][]; files: Sum[] };
const pieceSize = 4 * 1024 * 1024;

/**
 * Writes the whole company into one gzipped tar: every table as of one moment, the sequences, the files. The server may go
 * on working. Memory stays flat; the file appears whole or not at all, readable by its owner alone.
 */
export async function writeBackup(wish: BackupWish): Promise<{ rows: number; bytes: number }> {
  const client = new pg.Client({ connectionString: wish.ownerUrl });
  await client.connect();
  const unfinished = `${wish.file}.unfinished`;
  try {
    await client.query(plainSession);
    await client.query('begin isolation level repeatable read, read only');
    const sums: Sums = { tables: [], files: [] };
    const target = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(Readable.from(packTar(entries(client, wish, sums))), createGzip(), target);
    await client.query('commit');
    await settle(unfinished, wish.file);
    return { rows: sums.tables.reduce((sum, table) => sum + table.rows, 0), bytes: (await stat(wish.file)).size };
  } finally {
    await client.end();
    await rm(unfinished, { force: true });
  }
}

async function* entries(client: pg.Client, wish: BackupWish, sums: Sums): AsyncGenerator<Entry> {
  const opening: Opening = {
    format: 1,
    product: wish.product,
    migration: await lastMigration(client),
    takenAt: (await client.query<{ now: Date }>('select now()')).rows[0]?.now.toISOString() ?? '',
    tables: await tablesOf(client),
  };
  yield json(openingName, opening);
  for (const table of opening.tables) yield* tableEntries(client, table, sums);
  const sequences = await sequencesOf(client);
  for (const kept of keptFiles) yield* fileEntries(wish.dataDir, kept, sums);
  yield json(closingName, { ...sums, sequences } satisfies Closing);
}

/** A table is one or more numbered pieces, since a tar must know the length of each before it. */
async function* tableEntries(client: pg.Client, table: Table, sums: Sums): AsyncGenerator<Entry> {
  const name = `${table.schema}.${table.name}`;
  const stream = client.query(copyTo(copyOut(table)));
  const hash = createHash('sha256');
  let bytes = 0;
  let number = 0;
  for await (const piece of pieces(stream)) {
    hash.update(piece);
    bytes += piece.length;
    number += 1;
    const entry = `${tableFolder}${name}/${String(number).padStart(6, '0')}.copy`;
    yield { name: entry, size: piece.length, content: [piece] };
  }
  sums.tables.push({ name, rows: stream.rowCount, bytes, sha256: hash.digest('hex') });
}

async function* pieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    held.push(chunk);
    size += chunk.length;
    if (size < pieceSize) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** A file, or all files of a folder, in the order of their names. */
async function* fileEntries(dataDir: string, name: string, sums: Sums): AsyncGenerator<Entry> {
  const at = path.join(dataDir, name);
  const found = await stat(at).catch(() => undefined);
  if (found?.isDirectory()) {
    for (const inner of (await readdir(at)).sort()) yield* fileEntries(dataDir, path.posix.join(name, inner), sums);
  } else if (found?.isFile()) {
    const hash = createHash('sha256');
    yield { name: fileFolder + name, size: found.size, content: hashed(at, found.size, hash) };
    sums.files.push({ name, bytes: found.size, sha256: hash.digest('hex') });
  }
}

/** The file's content; no more than the size that was promised, should it grow meanwhile. */
async function* hashed(file: string, size: number, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  if (size === 0) return;
  for await (const chunk of createReadStream(file, { end: size - 1 })) {
    hash.update(chunk as Buffer);
    yield chunk as Buffer;
  }
}

function json(name: string, value: unknown): Entry {
  const content = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  return { name, size: content.length, content: [content] };
}

async function lastMigration(client: pg.Client): Promise<number> {
  const known = await client.query<{ known: boolean }>(
    "select to_regclass('platform.migrations') is not null as known",
  );
  if (!known.rows[0]?.known) return 0;
  const { rows } = await client.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from platform.migrations',
  );
  return rows[0]?.number ?? 0;
}

/** On the disk before it has its name, so that a power cut leaves either the whole file or none. */
async function settle(unfinished: string, file: string): Promise<void> {
  const written = await open(unfinished, 'r+');
  await written.sync();
  await written.close();
  await rename(unfinished, file);
}
