import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { Static, TObject } from 'typebox';
import type { Language } from '#kernel/texts.ts';
import { type Document, viewOf } from './document.ts';
import { TemplateFault } from './template-fault.ts';
import { wordingOf } from './wording.ts';

/** No such folder: templates, which a company may edit, see the sources given here and nothing of the machine's files. */
const root = '/documents';
const house = '/platform/documents/house.typ';
/** Results that this many later compilations did not ask for are forgotten, which bounds the memory. */
const keptCompilations = 10;

/** An import of a package: the compiler would fetch it from the network, and everybody would wait. */
const foreign = /@(preview|local)\b/;

let compiler: NodeCompiler | undefined;
const added = new Set<string>();

/**
 * Lays data out as PDF/A-2a. The same data, language and template give the same bytes: no clock is read, and the fonts
 * named come with the compiler (one of the same name on the machine would go
 * first). It computes for some milliseconds a page without giving way, so it is for a printing thread: see `render.ts`.
 * @param own the company's own template, in place of the one that came with the product
 * @throws TypeError on data that do not fit, TemplateFault on a template that does not compile.
 */
export function composePdf<S extends TObject>(
  document: Document<S>,
  data: Static<S>,
  language: Language,
  own?: string,
): Buffer {
  if (own !== undefined && foreign.test(own))
    throw new TemplateFault(document.kind, ['packages are not available here']);
  const view = viewOf(document, data, language);
  const typst = opened();
  const compiled = typst.compile({
    mainFilePath: addTemplate(typst, document, own),
    inputs: { document: JSON.stringify({ language, view, data, texts: wordingOf(document.texts, language).labels }) },
  });
  const printed = compiled.result;
  if (!printed) throw new TemplateFault(document.kind, faultsOf(typst, compiled));
  const pdf = typst.pdf(printed, { pdfStandard: 'a-2a', creationTimestamp: 0 });
  typst.evictCache(keptCompilations);
  return pdf;
}

function opened(): NodeCompiler {
  if (!compiler) {
    compiler = NodeCompiler.create({ workspace: root });
    compiler.addSource(root + house, readFileSync(new URL('./house.typ', import.meta.url), 'utf8'));
  }
  return compiler;
}

/** Puts the template under a path that names its content, so that an edited one is never mistaken for the old. */
function addTemplate(typst: NodeCompiler, document: Document, own: string | undefined): string {
  const source = own ?? sourceOf(document.template);
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 16);
  const path = `${root}/templates/${hash}/${document.kind}.typ`;
  if (!added.has(path)) typst.addSource(path, source);
  added.add(path);
  return path;
}

const sources = new Map<string, string>();
function sourceOf(template: URL): string {
  const known = sources.get(template.href) ?? readFileSync(template, 'utf8');
  sources.set(template.href, known);
  return known;
}

type Compiled = ReturnType<NodeCompiler['compile']>;
type Diagnostic = { message: string; path: string; range: { start: { line: number } } | null };

function faultsOf(typst: NodeCompiler, compiled: Compiled): string[] {
  const error = compiled.takeDiagnostics();
  const diagnostics: Diagnostic[] = error ? typst.fetchDiagnostics(error) : [];
  return diagnostics.map(({ message, path, range }) => {
    const line = range ? `:${range.start.line + 1}` : '';
    return `${path.split('/').at(-1)}${line} ${message}`;
  });
}
