import { Buffer } from 'node:buffer';

/** A file to be put into an archive; `size` bytes of content follow. */
export type Entry = {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
};

const block = 512;
const longestName = 100;
const largestSize = 8 ** 11;

/**
 * Writes a POSIX tar, entry by entry, holding no entry whole in memory.
 * @throws when an entry gives fewer or more bytes than it promised.
 */
export async function* packTar(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    yield* header(entry.name, entry.size);
    let given = 0;
    for await (const piece of entry.content) {
      given += piece.length;
      yield piece;
    }
    if (given !== entry.size) throw new Error(`${entry.name} changed while it was read`);
    yield padding(entry.size);
  }
  yield Buffer.alloc(2 * block);
}

/** A name or size that the classic header cannot hold goes into an extended one before it. */
function* header(name: string, size: number): Generator<Buffer> {
  const classic = Buffer.byteLength(name) <= longestName && size < largestSize;
  if (!classic) {
    const records = Buffer.from(record('path', name) + record('size', String(size)));
    yield classicHeader('extended', records.length, 'x');
    yield records;
    yield padding(records.length);
  }
  yield classicHeader(classic ? name : name.slice(-longestName / 2), classic ? size : 0, '0');
}

/** `<length> key=value\n`, where the length counts itself. */
function record(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function classicHeader(name: string, size: number, type: '0' | 'x'): Buffer {
  const head = Buffer.alloc(block);
  head.write(name, 0, longestName);
  head.write('0000600\0', 100);
  head.write('0000000\0', 108);
  head.write('0000000\0', 116);
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  head.write('00000000000\0', 136);
  head.write('        ', 148);
  head.write(type, 156);
  head.write('ustar\x0000', 257);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return head;
}

function padding(size: number): Buffer {
  return Buffer.alloc((block - (size % block)) % block);
}

/**
 * Reads a tar as it arrives. The content of an entry must be read before the next is asked for; what is left is skipped.
 * @throws when the archive is cut off or is no tar.
 */
export async function* unpackTar(source: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = new Bytes(source);
  let extended: Record<string, string> = {};
  for (;;) {
    const head = await bytes.exactly(block);
    if (head.every((byte) => byte === 0)) return;
    checkSum(head);
    const type = String.fromCharCode(head[156] ?? 0);
    const size = Number(extended.size ?? Number.parseInt(text(head, 124, 12), 8));
    if (type === 'x') {
      extended = records(await bytes.exactly(size));
      await bytes.exactly(padding(size).length);
      continue;
    }
    const left = { size };
    yield { name: extended.path ?? text(head, 0, longestName), size, content: bytes.some(left) };
    for await (const _ of bytes.some(left));
    await bytes.exactly(padding(size).length);
    extended = {};
  }
}

function checkSum(head: Buffer): void {
  const sum = head.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (sum !== Number.parseInt(text(head, 148, 8), 8))
    throw new Error('the archive is damaged: a header does not add up');
}

function text(head: Buffer, at: number, length: number): string {
  const [word = ''] = head.toString('utf8', at, at + length).split('\0');
  return word;
}

function records(bytes: Buffer): Record<string, string> {
  const found: Record<string, string> = {};
  for (let at = 0; at < bytes.length; ) {
    const length = Number.parseInt(bytes.toString('latin1', at, at + 12), 10);
    const [, key = '', value = ''] = /^\d+ ([^=]+)=(.*)\n$/s.exec(bytes.toString('utf8', at, at + length)) ?? [];
    found[key] = value;
    at += length;
  }
  return found;
}

/** A stream of bytes from which any number can be taken. */
class Bytes {
  readonly #source: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async exactly(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.some({ size: count })) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** The next `left.size` bytes, piece by piece; counts `left` down. */
  async *some(left: { size: number }): AsyncGenerator<Buffer> {
    while (left.size > 0) {
      if (this.#held.length === 0) {
        const { value, done } = await this.#source.next();
        if (done) throw new Error('the archive is cut off');
        this.#held = value;
      }
      const piece = this.#held.subarray(0, left.size);
      this.#held = this.#held.subarray(piece.length);
      left.size -= piece.length;
      yield piece;
    }
  }
}
