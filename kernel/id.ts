/** A UUID as text, in lower case as PostgreSQL prints it. The name says what a string is; it is not checked. */
export type Id = string;

const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the text has the form of a UUID, of any version and either case. */
export function isId(text: string): text is Id {
  return pattern.test(text);
}

/**
 * A version 7 UUID (RFC 9562): 48 bits of milliseconds, then randomness. Ids of later milliseconds sort later; within
 * one millisecond the order is random.
 * @param random ten fresh random bytes, of which 74 bits are used
 * @throws RangeError on another number of bytes, or a time before 1970 or after the year 10889.
 */
export function uuidv7(now: Temporal.Instant | number, random: Uint8Array): Id {
  const milliseconds = typeof now === 'number' ? now : now.epochMilliseconds;
  if (random.length !== 10) throw new RangeError('a UUID needs ten random bytes');
  if (!Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds >= 2 ** 48) {
    throw new RangeError(`${milliseconds} is not a time that a UUID can hold`);
  }
  const time = milliseconds.toString(16).padStart(12, '0');
  const rest = Array.from(random, (byte, index) => marked(byte, index).toString(16).padStart(2, '0')).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

/** Puts the version over the first byte's high half, and the variant over the third byte's high quarter. */
function marked(byte: number, index: number): number {
  if (index === 0) return (byte & 0x0f) | 0x70;
  if (index === 2) return (byte & 0x3f) | 0x80;
  return byte;
}
