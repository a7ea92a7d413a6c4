import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileFolder, keptFiles, type Sum } from './manifest.ts';
import type { Entry } from './tar.ts';

/**
 * Writes a file of the backup into the data folder; gives what arrived.
 * @throws when the entry would lie anywhere else: a backup from a stranger must not write where it likes.
 */
export async function placeFile(dataDir: string, entry: Entry): Promise<Sum> {
  const name = entry.name.slice(fileFolder.length);
  const parts = name.split('/');
  const safe =
    keptFiles.includes(parts[0] ?? '') && parts.every((part) => part !== '' && part !== '.' && part !== '..');
  if (!safe || name.includes('\0') || name.includes('\\'))
    throw new Error(`it holds a file with a wrong name: ${entry.name}`);
  const target = path.join(dataDir, ...parts);
  await mkdir(path.dirname(target), { recursive: true });
  const hash = createHash('sha256');
  let bytes = 0;
  async function* counted() {
    for await (const piece of entry.content) {
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(target, { mode: 0o600, flags: 'wx' }));
  return { name, bytes, sha256: hash.digest('hex') };
}
