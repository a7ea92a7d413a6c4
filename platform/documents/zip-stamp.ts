const end = 0x06054b50;
const entry = 0x02014b50;
/** 1 January 1980, midnight: the first moment that the format knows. */
const first = { time: 0, date: 0x0021 };

/**
 * The zip archive with the time of every member set to the same moment, so that the same content has the same bytes.
 * Changes the given buffer.
 * @throws RangeError when it is not a zip archive.
 */
export function withoutClock(zip: Buffer): Buffer {
  const tail = lastEnd(zip);
  let at = zip.readUInt32LE(tail + 16);
  for (let left = zip.readUInt16LE(tail + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== entry) throw new RangeError('not a zip directory');
    stamp(zip, at + 12);
    stamp(zip, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}

function lastEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= 0; at -= 1) if (zip.readUInt32LE(at) === end) return at;
  throw new RangeError('not a zip archive');
}

function stamp(zip: Buffer, at: number): void {
  zip.writeUInt16LE(first.time, at);
  zip.writeUInt16LE(first.date, at + 2);
}
