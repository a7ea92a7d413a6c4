import type { Static, TObject } from 'typebox';
import type { Language } from '#kernel/texts.ts';
import type { Document } from '#platform/documents/document.ts';
import { readIssued } from '#platform/documents/issue.ts';
import { ownTemplate } from '#platform/documents/own-template.ts';
import { renderPdf, renderWord } from '#platform/documents/render.ts';
import type { FileReply } from '#platform/http/route.ts';
import type { Work } from '#platform/work.ts';

export type Wanted = { form: 'pdf' | 'docx'; language: Language };

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A document printed now by the company's template, as a file of that name. */
export async function printed<S extends TObject>(
  w: Work,
  document: Document<S>,
  data: Static<S>,
  { form, language }: Wanted,
  name: string,
): Promise<FileReply> {
  const content =
    form === 'pdf'
      ? await renderPdf(document, data, language, await ownTemplate(w, document))
      : await renderWord(document, data, language);
  return { name: `${name}.${form}`, mediaType: mediaTypes[form], content };
}

/** What was issued, byte for byte, as a file of that name. @throws as `readIssued`. */
export async function asIssued(w: Work, issueId: string, { form }: Wanted, name: string): Promise<FileReply> {
  const { pdf, word } = await readIssued(w, issueId);
  return { name: `${name}.${form}`, mediaType: mediaTypes[form], content: form === 'pdf' ? pdf : (word as Buffer) };
}
