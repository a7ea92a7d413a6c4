import type { FileChild } from 'docx';
import type { Static, TObject } from 'typebox';
import Value from 'typebox/value';
import type { Language, Texts } from '#kernel/texts.ts';
import { type Wording, wordingOf } from './wording.ts';

/** What is printed, as strings ready to set; `date` (`YYYY-MM-DD`) and `company` go to the file's properties too. */
export type View = {
  readonly title: string;
  readonly date: string | null;
  readonly company: { readonly name: string };
  /** Identity at the foot of each page. */
  readonly foot: string;
  readonly draft?: boolean;
};

/**
 * A kind of document. The data are what is stored and hashed; `view` turns them into the words of one language, once for
 * PDF and Word alike; the template and `word` only lay them out.
 */
export type Document<S extends TObject = TObject> = {
  /** Kebab-case; also names the numbering and the setting that holds the company's own template. */
  readonly kind: string;
  /** Raised when template or data change their meaning; kept with each issue. */
  readonly version: number;
  readonly data: S;
  readonly texts: Texts;
  /** The Typst file beside the declaration. */
  readonly template: URL;
  readonly landscape: boolean;
  /** Made-up data in a language: for trying a template before it is used, and for tests. */
  readonly sample: (language: Language) => Static<S>;
  readonly view: (data: Static<S>, say: Wording) => View;
  readonly word: (view: never, say: Wording) => readonly FileChild[];
};

/** Declares a document; data, view and keys of its texts are typed by what is declared. */
export function defineDocument<S extends TObject, T extends Texts, V extends View>(declared: {
  kind: string;
  version: number;
  data: S;
  texts: T;
  template: URL;
  landscape?: boolean;
  sample: (language: Language) => Static<S>;
  view: (data: Static<S>, say: Wording<keyof T & string>) => V;
  word: (view: V, say: Wording<keyof T & string>) => readonly FileChild[];
}): Document<S> {
  return { landscape: false, ...declared } as unknown as Document<S>;
}

/** The view of data in a language. @throws TypeError when the data do not fit the declared schema. */
export function viewOf<S extends TObject>(document: Document<S>, data: Static<S>, language: Language): View {
  if (!Value.Check(document.data, data)) {
    const faults = Value.Errors(document.data, data).slice(0, 3);
    const said = faults.map((fault) => `${fault.instancePath || '/'} ${fault.message}`).join('; ');
    throw new TypeError(`data of ${document.kind}: ${said}`);
  }
  return document.view(data, wordingOf(document.texts, language));
}
