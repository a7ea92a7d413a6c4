/** A place in a list: after which row, in which order. `value` is the sorted column's text, null among the empty ones. */
export type Place = { readonly sort: string; readonly value: string | null; readonly id: string };

/** The opaque text of a place. */
export function printCursor(place: Place): string {
  return Buffer.from(JSON.stringify([place.sort, place.value, place.id])).toString('base64url');
}

/** Reads a cursor back; null when it is not one, or belongs to another order. */
export function readCursor(text: string, sort: string): Place | null {
  try {
    const [of, value, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const formed = of === sort && (value === null || typeof value === 'string') && typeof id === 'string';
    return formed && /^[0-9a-f-]{36}$/.test(id) && !String(value).includes('\0') ? { sort, value, id } : null;
  } catch {
    return null;
  }
}
