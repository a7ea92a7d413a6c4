import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import { Refused } from '#kernel/refusal.ts';

/** A content that arrived and has no place yet. */
export type Received = {
  readonly bytes: number;
  readonly sha256: string;
  /** The beginning, enough to tell what it is. */
  readonly head: Buffer;
  /** False when it was longer than was allowed: it was read to its end, but not kept. */
  readonly whole: boolean;
  /** Puts it under its hash, on the disk for certain when this resolves. */
  place(): Promise<void>;
  /** Throws it away, unless it was placed. */
  discard(): Promise<void>;
};

/** Contents by their SHA-256, each once, in a folder. */
export type FileStore = {
  /** Takes a content in while it arrives, holding no more than a piece of it in memory; `largest` in bytes. */
  receive(content: AsyncIterable<Buffer>, largest: number): Promise<Received>;
  /** Where a content lies; undefined when it is missing or is not as long as it was. */
  find(sha256: string, bytes: number): Promise<string | undefined>;
  /** Notes that a content is about to be let go, so that `settledSince` leaves it alone for the time being. */
  touch(sha256: string): Promise<void>;
  /** The contents that nobody placed or touched since a moment. */
  settledSince(moment: Temporal.Instant): Promise<string[]>;
  remove(sha256: string): Promise<void>;
  /** Removes what arrived before a moment and was never placed: its request was cut off with the process. */
  clearArrivals(before: Temporal.Instant): Promise<void>;
};

/** What of a content is kept to tell what it is. */
const headBytes = 4096;

/** Opens the store in a data folder; its folders are made when they are first needed. */
export function openFileStore(dataDir: string): FileStore {
  const contents = path.join(dataDir, 'files');
  // Beside the contents and on the same disk, so that a backup never meets a half-written one.
  const arrivals = path.join(dataDir, 'files.arriving');
  const placeOf = (sha256: string) => path.join(contents, contentPath(sha256));
  return {
    receive: (content, largest) => receive(arrivals, placeOf, content, largest),
    find: async (sha256, bytes) => {
      const place = placeOf(sha256);
      const found = await stat(place).catch(absent);
      return found?.size === bytes ? place : undefined;
    },
    touch: async (sha256) => {
      const now = new Date();
      await utimes(placeOf(sha256), now, now).catch(absent);
    },
    settledSince: async (moment) => {
      const settled: string[] = [];
      for await (const { name, at } of filesIn(contents)) {
        if (isHash(name) && (await changedBefore(at, moment))) settled.push(name);
      }
      return settled;
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
    clearArrivals: async (before) => {
      for await (const { at } of filesIn(arrivals)) {
        if (await changedBefore(at, before)) await rm(at, { force: true });
      }
    },
  };
}

/** Where a content lies within the folder of files: `ab/cd/abcd…`. */
export function contentPath(sha256: string): string {
  if (!isHash(sha256)) throw new Error(`${sha256} is no SHA-256`);
  return path.join(sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** The SHA-256 of a file, read in pieces. */
export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

/** For whatever runs without a data folder: any use of it is a defect. */
export const noFileStore: FileStore = new Proxy({} as FileStore, {
  get: (_, use) => {
    throw new Error(`this process was given no file store (${String(use)})`);
  },
});

async function receive(
  arrivals: string,
  placeOf: (sha256: string) => string,
  content: AsyncIterable<Buffer>,
  largest: number,
): Promise<Received> {
  await mkdir(arrivals, { recursive: true, mode: 0o700 });
  const arriving = path.join(arrivals, crypto.randomUUID());
  const file = await open(arriving, 'wx', 0o600);
  try {
    const sums = await copy(content, file, largest);
    await file.sync();
    return {
      ...sums,
      place: () => place(arriving, placeOf(sums.sha256), sums.bytes),
      discard: () => rm(arriving, { force: true }),
    };
  } catch (error) {
    await rm(arriving, { force: true });
    throw noRoom(error) ?? error;
  } finally {
    await file.close();
  }
}

/** What is over the limit is still read to its end, so that the sender hears the refusal and not a broken connection. */
async function copy(content: AsyncIterable<Buffer>, file: FileHandle, largest: number) {
  const hash = createHash('sha256');
  const head: Buffer[] = [];
  let bytes = 0;
  for await (const piece of content) {
    if (bytes < headBytes) head.push(piece.subarray(0, headBytes - bytes));
    bytes += piece.length;
    if (bytes > largest) continue;
    hash.update(piece);
    await file.write(piece);
  }
  return { bytes, sha256: hash.digest('hex'), head: Buffer.concat(head), whole: bytes <= largest };
}

async function place(arrived: string, target: string, bytes: number): Promise<void> {
  const there = await stat(target).catch(absent);
  if (there?.size === bytes) {
    const now = new Date();
    await utimes(target, now, now);
    return;
  }
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(arrived, target);
  // The name must survive a power cut too, and so must the folders made for it.
  for (const each of [folder, path.dirname(folder), path.dirname(path.dirname(folder))]) await syncFolder(each);
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* filesIn(folder: string): AsyncGenerator<{ name: string; at: string }> {
  for (const entry of (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? []) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesIn(at);
    else yield { name: entry.name, at };
  }
}

async function changedBefore(file: string, moment: Temporal.Instant): Promise<boolean> {
  const found = await stat(file).catch(absent);
  return found !== undefined && found.mtimeMs < moment.epochMilliseconds;
}

function isHash(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/** @throws whatever else than "there is no such file". */
function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

function noRoom(error: unknown): Refused | undefined {
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes((error as NodeJS.ErrnoException).code ?? '');
  return full ? new Refused([{ code: 'platform.no-room', status: 503 }]) : undefined;
}
