import type { Endpoint, EndpointInput, EndpointReply } from '#kernel/endpoint.ts';
import type { List } from '#platform/lists/define.ts';

/** By which way marked data was read; `api`: by a key, whatever it asked for. */
export type Way = 'card' | 'list' | 'search' | 'export' | 'api' | 'print';

/** An endpoint that shows marked data. */
export type Showing = {
  readonly endpoint: Endpoint;
  readonly way: 'card' | 'list' | 'search' | 'print';
  /** The records whose data the reply shows to this reader; none where it shows only their own, or nothing. */
  readonly records: (shown: { input: unknown; reply: unknown; reader: string }) => readonly string[];
};

/** A list of which a column shows marked data. `record` is the column that names the record, `id` the row itself. */
export type ShowingList = { readonly list: List; readonly columns: readonly string[]; readonly record: string };

/**
 * Data whose every reading is kept: who, when, of which records, by which way. Text: `marked.<key>`.
 */
export type MarkedData = {
  readonly key: string;
  /** The table of the records whose ids are kept. */
  readonly of: string;
  readonly shownBy: readonly Showing[];
  readonly lists?: readonly ShowingList[];
  /** Kinds of issued documents that show it; their reading is kept of the document itself. */
  readonly documents?: readonly string[];
  /** The records are clients: read by a key, each counts as taken, like a row of an export. */
  readonly ofClients?: boolean;
};

/** Declares marked data. */
export function markedData(data: MarkedData): MarkedData {
  return data;
}

/** Declares an endpoint that shows marked data, with the exact types of its input and reply. */
export function shown<const E extends Endpoint>(
  endpoint: E,
  way: Showing['way'],
  records: (shown: { input: EndpointInput<E>; reply: EndpointReply<E>; reader: string }) => readonly string[],
): Showing {
  return { endpoint, way, records: records as Showing['records'] };
}
