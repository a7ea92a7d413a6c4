/** A place in a timeline: after which entry one goes on. */
export type TimelinePlace = { readonly at: string; readonly id: string };

const form = /^(\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z)_([0-9a-f-]{36})$/;

/** The text of a place, safe in an address. */
export function printPlace({ at, id }: TimelinePlace): string {
  return `${at}_${id}`;
}

/** Reads it back; null when it is none. */
export function readPlace(text: string): TimelinePlace | null {
  const [, at, id] = form.exec(text) ?? [];
  return at && id ? { at, id } : null;
}
