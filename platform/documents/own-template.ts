import Type from 'typebox';
import type { Setting } from '#platform/declare/module.ts';
import { chosenSetting } from '#platform/settings.ts';
import type { Work } from '#platform/work.ts';
import type { Document } from './document.ts';
import { templateFaults } from './render.ts';

/**
 * The setting that holds a company's own template of a kind: Typst source, or null for the one of the product. Modules
 * list it among their settings. A text is tried on the sample in every language before it is kept.
 */
export function templateSetting(document: Document): Setting {
  return {
    key: keyOf(document),
    schema: Type.Union([Type.String({ minLength: 1, maxLength: 200_000 }), Type.Null()]),
    default: null,
    judge: async (value) => (typeof value === 'string' ? templateFaults(document, value) : []),
  };
}

/** The company's own template in force today, if it has one. */
export async function ownTemplate(w: Work, document: Pick<Document, 'kind'>): Promise<string | undefined> {
  return (await chosenSetting<string>(w, keyOf(document))) ?? undefined;
}

function keyOf({ kind }: Pick<Document, 'kind'>): string {
  return `documents.template.${kind}`;
}
