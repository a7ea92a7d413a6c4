import type { Static, TObject } from 'typebox';
import type { Language } from '#kernel/texts.ts';
import type { Document } from '#platform/documents/document.ts';
import { readIssued } from '#platform/documents/issue.ts';
import { renderPdf, renderWord } from '#platform/documents/render.ts';
import type { FileReply } from '#platform/http/route.ts';
import type { Work } from '#platform/work.ts';

export type Wanted = { form: 'pdf' | 'docx'; language: Language };

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** A document printed now, as a file of that name. */
export async function printed<S extends TObject>(
  document: Document<S>,
  data: Static<S>,
  { form, language }: Wanted,
  name: string,
): Promise<FileReply> {
  const content = await (form === 'pdf' ? renderPdf : renderWord)(document, data, language);
  return { name: `${name}.${form}`, mediaType: mediaTypes[form], content };
}

/** What was issued, byte for byte, as a file of that name. @throws as `readIssued`. */
export async function asIssued(w: Work, issueId: string, { form }: Wanted, name: string): Promise<FileReply> {
  const { pdf, word } = await readIssued(w, issueId);
  return { name: `${name}.${form}`, mediaType: mediaTypes[form], content: form === 'pdf' ? pdf : (word as Buffer) };
}
