import { useSyncExternalStore } from 'react';
import { listFiles } from '#platform/files/endpoints.ts';
import { newKey } from '../call.ts';
import { asProblem, Problem } from '../problem.ts';
import { outdate, type Touched } from '../query.ts';
import { textOf } from '../texts.ts';
import { sendFile } from './send.ts';
import { fileTexts } from './texts.ts';

/** A file on its way to a record. */
export type Upload = {
  readonly id: string;
  readonly name: string;
  /** From 0 to 1; null while it waits for its turn. */
  readonly share: number | null;
  readonly problem: Problem | null;
};
type Sent = Upload & {
  readonly kind: string;
  readonly subjectId: string;
  readonly file: File;
  readonly touches: Touched;
  readonly before: (() => Promise<boolean>) | undefined;
  readonly onFailed: ((problem: Problem) => void) | undefined;
  readonly aborting: AbortController;
};
export type Destination = {
  readonly kind: string;
  readonly subjectId: string;
  /** What else of the cache a new file makes old. */
  readonly touches?: Touched;
  /** Makes sure that the record is on the server; false when it could not be put there. */
  readonly before?: () => Promise<boolean>;
  /** For whoever has left the page that would show it. */
  readonly onFailed?: (problem: Problem) => void;
};

// Outside of any page: a file goes on its way when the person goes on to another.
let all: readonly Sent[] = [];
const watchers = new Set<() => void>();
let busy = false;

/** The files on their way to a record. */
export function useUploads(kind: string, subjectId: string): readonly Upload[] {
  return useSyncExternalStore(watch, () => all).filter((each) => each.kind === kind && each.subjectId === subjectId);
}

/** Sends files to a record, one after the other; what fails stays, to be sent again or dropped. */
export function uploadFiles(
  files: readonly File[],
  { kind, subjectId, touches = [], before, onFailed }: Destination,
): void {
  const added = files.map(
    (file): Sent => ({
      id: newKey(),
      name: file.name,
      share: null,
      problem: null,
      kind,
      subjectId,
      file,
      touches,
      before,
      onFailed,
      aborting: new AbortController(),
    }),
  );
  put([...all, ...added]);
  void work();
}

/** Sends again what failed, under the same id: it is attached once. */
export function retryUpload(id: string): void {
  change(id, { problem: null, share: null });
  void work();
}

/** Gives up a file, sent half or not at all. */
export function dropUpload(id: string): void {
  const found = all.find((each) => each.id === id);
  put(all.filter((each) => each.id !== id));
  found?.aborting.abort();
}

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  try {
    for (let next = nextWaiting(); next; next = nextWaiting()) await send(next);
  } finally {
    busy = false;
  }
}

function nextWaiting(): Sent | undefined {
  return all.find((each) => each.share === null && each.problem === null);
}

async function send(each: Sent): Promise<void> {
  const { id, kind, subjectId, file, aborting, before, touches, onFailed } = each;
  change(id, { share: 0 });
  try {
    if (before && !(await before())) throw notThere();
    await sendFile(
      file,
      { id, kind, subjectId },
      { signal: aborting.signal, onProgress: (share) => change(id, { share }) },
    );
    await outdate([listFiles, ...touches]);
    put(all.filter((other) => other.id !== id));
  } catch (error) {
    const cancelled = !all.some((other) => other.id === id);
    if (cancelled) return;
    const problem = asProblem(error);
    change(id, { share: 0, problem });
    if (!waitsForNetwork(problem)) onFailed?.(problem);
  }
}

function notThere(): Problem {
  const detail = textOf(fileTexts)('web.files.record-not-there');
  return new Problem({ status: 0, title: '', detail, code: 'web.record-not-there', reasons: [] });
}

/** It goes on by itself when the network is back: the record it belongs to may have waited for it too. */
function waitsForNetwork({ code }: Problem): boolean {
  return code === 'web.offline' || code === 'web.record-not-there';
}

function change(id: string, to: Partial<Sent>): void {
  put(all.map((each) => (each.id === id ? { ...each, ...to } : each)));
}

function put(next: readonly Sent[]): void {
  all = next;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

window.addEventListener('online', () => {
  for (const { id, problem } of all) if (problem && waitsForNetwork(problem)) retryUpload(id);
});
// Whoever closes the window now would lose what is on its way.
window.addEventListener('beforeunload', (event) => {
  if (all.length > 0) event.preventDefault();
});
