import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Static, TObject } from 'typebox';
import { type Language, languages } from '#kernel/texts.ts';
import type { Document } from './document.ts';
import type { Printed, ToPrint } from './printing-thread.ts';
import { TemplateFault } from './template-fault.ts';

/**
 * Prints data as PDF/A-2a, on a thread of its own, so that others are served meanwhile. The same data, language and
 * template give the same bytes.
 * @param own the company's own template, in place of the one that came with the product
 * @throws TypeError on data that do not fit, TemplateFault on a template that does not compile.
 */
export function renderPdf<S extends TObject>(
  document: Document<S>,
  data: Static<S>,
  language: Language,
  own?: string,
): Promise<Buffer> {
  return print({ form: 'pdf', ...source(document), data, language, own });
}

/**
 * Prints data as a Word file (Office Open XML) for those who must edit it, on a thread of its own.
 * @throws TypeError on data that do not fit.
 */
export function renderWord<S extends TObject>(
  document: Document<S>,
  data: Static<S>,
  language: Language,
): Promise<Buffer> {
  return print({ form: 'word', ...source(document), data, language, own: undefined });
}

/** What is wrong with a company's template, tried on the sample in every language; nothing when it may be used. */
export async function templateFaults(document: Document, own: string): Promise<readonly string[]> {
  for (const language of languages) {
    try {
      await renderPdf(document, document.sample(language), language, own);
    } catch (error) {
      if (error instanceof TemplateFault) return error.faults;
      throw error;
    }
  }
  return [];
}

/** A declaration has functions, which no thread can be sent; but it stands beside its template, under the same name. */
function source({ kind, template }: Pick<Document, 'kind' | 'template'>): { kind: string; module: string } {
  return { kind, module: template.href.replace(/\.typ$/, '.ts') };
}

type Waiting = { readonly done: (bytes: Buffer) => void; readonly failed: (error: Error) => void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** More would only take the processors from the server and the database. */
const most = Math.min(2, availableParallelism());
const threads: Thread[] = [];
let last = 0;

function print(wish: Omit<ToPrint, 'id'>): Promise<Buffer> {
  return new Promise((done, failed) => {
    const thread = leastBusy();
    last += 1;
    thread.waiting.set(last, { done, failed });
    // An idle thread does not keep the process alive; one that prints does.
    thread.worker.ref();
    thread.worker.postMessage({ ...wish, id: last } satisfies ToPrint);
  });
}

function leastBusy(): Thread {
  const [first] = threads.toSorted((a, b) => a.waiting.size - b.waiting.size);
  return first && (first.waiting.size === 0 || threads.length >= most) ? first : opened();
}

function opened(): Thread {
  const worker = new Worker(new URL('./printing-thread.ts', import.meta.url));
  const thread: Thread = { worker, waiting: new Map() };
  threads.push(thread);
  worker.on('message', (printed: Printed) => take(thread, printed));
  worker.on('error', (error) => close(thread, error as Error));
  worker.on('exit', (code) => close(thread, new Error(`a printing thread ended with ${code}`)));
  return thread;
}

function take({ worker, waiting }: Thread, printed: Printed): void {
  const asked = waiting.get(printed.id);
  waiting.delete(printed.id);
  if (waiting.size === 0) worker.unref();
  if ('bytes' in printed) asked?.done(Buffer.from(printed.bytes.buffer));
  else if ('faults' in printed) asked?.failed(new TemplateFault(printed.kind, printed.faults));
  else asked?.failed(printed.error);
}

/** What a thread that ended still owed fails; the next document opens another. */
function close(thread: Thread, error: Error): void {
  const at = threads.indexOf(thread);
  if (at >= 0) threads.splice(at, 1);
  for (const { failed } of thread.waiting.values()) failed(error);
  thread.waiting.clear();
}
