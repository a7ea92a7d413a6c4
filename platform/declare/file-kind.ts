import type { Work } from '#platform/work.ts';

/** What a file is, by its content. */
export type FileGroup = 'image' | 'pdf' | 'recording' | 'office' | 'text';

/** What must be known of a record before something is attached to it or taken off. */
export type FileSubject = {
  /** Of a client's record; null where the record has no keeper. */
  readonly keeperId: string | null;
  /** Codes of the refusals for which nothing is attached any more; none where it still is. */
  readonly closedFor: { readonly attaching: readonly string[]; readonly detaching: readonly string[] };
};

/**
 * A kind of record that takes files. Its module also calls `platform.take_files` in its SQL with the same key and
 * permits: there the database guards what is said here.
 */
export type FileKind = {
  /** Table of the records, e.g. `orders.orders`. */
  readonly key: string;
  /** Any of these lets a person attach and detach. */
  readonly permits: readonly string[];
  readonly accepts: readonly FileGroup[];
  /** The record as the actor sees it; undefined when it is out of reach. */
  readonly find: (w: Work, id: string) => Promise<FileSubject | undefined>;
};

/** Declares a kind of record that takes files. */
export function fileKind(kind: FileKind): FileKind {
  return kind;
}

/** Of a record that takes and gives up files at any time. */
export const alwaysOpen: FileSubject['closedFor'] = { attaching: [], detaching: [] };
