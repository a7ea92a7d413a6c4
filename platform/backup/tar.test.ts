import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Entry, packTar, unpackTar } from './tar.ts';

const files: Record<string, string> = {
  'opening.json': '{}',
  'empty.txt': '',
  'block.txt': 'b'.repeat(512),
  [`files/${'long/'.repeat(30)}имя файла.txt`]: 'content of a long name',
};

describe('a tar', () => {
  it('gives back what was put in, however the bytes are cut', async () => {
    const whole = await packed(files);
    for (const size of [1, 511, 512, 513, whole.length]) expect(await unpacked(cut(whole, size))).toEqual(files);
  });

  it('is read by the tar of the system', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'mandate-tar-'));
    writeFileSync(path.join(folder, 'a.tar'), await packed(files));
    const { status, stderr } = spawnSync('tar', ['-xf', 'a.tar'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const [name, content] of Object.entries(files))
      expect(readFileSync(path.join(folder, name), 'utf8')).toBe(content);
    rmSync(folder, { recursive: true });
  });

  it('says when it is cut off', async () => {
    const whole = await packed(files);
    await expect(unpacked(cut(whole.subarray(0, 1500), 512))).rejects.toThrow('cut off');
  });

  it('says when a header is damaged', async () => {
    const whole = await packed(files);
    whole[3] = 0;
    await expect(unpacked(cut(whole, 512))).rejects.toThrow('damaged');
  });

  it('refuses an entry that gives another number of bytes than it promised', async () => {
    async function* wrong(): AsyncGenerator<Entry> {
      yield { name: 'a', size: 3, content: [Buffer.from('ab')] };
    }
    await expect(allOf(packTar(wrong()))).rejects.toThrow('a changed while it was read');
  });
});

async function packed(contents: Record<string, string>): Promise<Buffer> {
  async function* entries(): AsyncGenerator<Entry> {
    for (const [name, text] of Object.entries(contents)) {
      yield { name, size: Buffer.byteLength(text), content: [Buffer.from(text)] };
    }
  }
  return Buffer.concat(await allOf(packTar(entries())));
}

async function unpacked(pieces: AsyncIterable<Buffer>): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { name, content } of unpackTar(pieces)) found[name] = Buffer.concat(await allOf(content)).toString();
  return found;
}

async function* cut(whole: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

async function allOf<T>(stream: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of stream) found.push(one);
  return found;
}
