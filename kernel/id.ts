/** A record's id: a UUID, made by the client where that helps to send something twice without doing it twice. */
export type Id = string;

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Is the text a UUID? */
export function isId(text: string): boolean {
  return form.test(text);
}

/** A UUID version 7 (RFC 9562) from a moment and ten random bytes; ids sort by their moment. */
export function uuidv7(now: Temporal.Instant, random: Uint8Array): Id {
  const time = now.epochMilliseconds.toString(16).padStart(12, '0');
  const hex = Array.from(random.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = (0x8 | (Number.parseInt(hex.charAt(3), 16) & 0x3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
