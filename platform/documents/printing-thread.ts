import { parentPort } from 'node:worker_threads';
import type { Language } from '#kernel/texts.ts';
import type { Document } from './document.ts';
import { composePdf } from './pdf.ts';
import { TemplateFault } from './template-fault.ts';
import { composeWord } from './word.ts';

/** A document to print: `module` is the file that declares its kind. */
export type ToPrint = {
  readonly id: number;
  readonly form: 'pdf' | 'word';
  readonly module: string;
  readonly kind: string;
  readonly data: unknown;
  readonly language: Language;
  readonly own: string | undefined;
};
export type Printed =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly kind: string; readonly faults: readonly string[] }
  | { readonly id: number; readonly error: Error };

parentPort?.on('message', async (wish: ToPrint) => {
  try {
    // Copied, since the memory of the compiler cannot be handed over.
    const bytes = new Uint8Array(await print(wish));
    parentPort?.postMessage({ id: wish.id, bytes } satisfies Printed, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage(failure(wish.id, error));
  }
});

async function print({ form, module, kind, data, language, own }: ToPrint): Promise<Buffer> {
  const document = await declared(module, kind);
  return form === 'pdf'
    ? composePdf(document, data as never, language, own)
    : composeWord(document, data as never, language);
}

async function declared(module: string, kind: string): Promise<Document> {
  const exported: Readonly<Record<string, unknown>> = await import(module);
  const found = Object.values(exported).find((each) => (each as Partial<Document> | null)?.kind === kind);
  if (!found) throw new Error(`${module} declares no document ${kind}`);
  return found as Document;
}

function failure(id: number, error: unknown): Printed {
  if (error instanceof TemplateFault) return { id, kind: error.kind, faults: error.faults };
  return { id, error: error instanceof Error ? error : new Error(String(error)) };
}
