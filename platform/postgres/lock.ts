import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** What the holder of a data folder tells others: its process, and where its database answers once it does. */
export type Running = { readonly pid: number; readonly ownerUrl?: string; readonly url?: string };

/** The right to use a data folder, held by one launcher at a time. */
export type Lock = {
  /** Tells others what runs here. */
  announce(running: Omit<Running, 'pid'>): void;
  release(): void;
};

/** Thrown when another launcher uses the data folder. */
export class InUse extends Error {
  constructor(dataDir: string, running: Running | undefined) {
    const where = running?.url ? ` It answers at ${running.url}.` : '';
    const who = running ? ` (process ${running.pid})` : '';
    super(
      `Mandate already runs on the data in ${dataDir}${who}.${where} Stop it first, or name another folder by --data.`,
    );
  }
}

const fileOf = (dataDir: string) => path.join(dataDir, 'launcher.lock');
const noteOf = (dataDir: string) => path.join(dataDir, 'launcher.json');

/**
 * Takes the data folder (made when missing) for this process. The lock is a file lock of the operating system, which
 * ends with the process however it ends: no stale lock can remain, and no reused process number can deceive.
 * Node reaches such locks only through SQLite.
 * @throws InUse when another process, or this one, holds it.
 */
export async function lockFolder(dataDir: string): Promise<Lock> {
  await mkdir(dataDir, { recursive: true });
  const held = take(dataDir);
  if (!held) throw new InUse(dataDir, noted(dataDir));
  const announce = (running: Omit<Running, 'pid'>) =>
    writeFileSync(noteOf(dataDir), `${JSON.stringify({ pid: process.pid, ...running })}\n`, { mode: 0o600 });
  announce({});
  return {
    announce,
    release: () => {
      if (!held.isOpen) return;
      rmSync(noteOf(dataDir), { force: true });
      held.close();
    },
  };
}

/** What runs on the data folder now; undefined when nothing does. */
export function runningOn(dataDir: string): Running | undefined {
  const note = noted(dataDir);
  if (!note) return undefined;
  const taken = take(dataDir);
  taken?.close();
  return taken ? undefined : note;
}

function take(dataDir: string): DatabaseSync | undefined {
  const file = new DatabaseSync(fileOf(dataDir), { timeout: 0 });
  try {
    // Nothing is ever written, so no journal file need lie beside the lock.
    file.exec('pragma journal_mode = memory; begin exclusive');
    return file;
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === 5) return undefined;
    throw new Error(`The data folder ${dataDir} cannot be locked: ${(error as Error).message}`, { cause: error });
  }
}

function noted(dataDir: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(noteOf(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}
