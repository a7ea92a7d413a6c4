import { Refused } from '#kernel/refusal.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { documentInWord, listDocuments, printDocument } from './endpoints.ts';
import { issuedAbout, readIssued } from './issue.ts';

/** Reading what was issued. Issuing belongs to the acts of the modules. */
export const documentRoutes: readonly Route[] = [
  answer(listDocuments, async (w, { query }) => ({ items: await issuedAbout(w, query.subjectId) })),
  answer(printDocument, async (w, { params }) => {
    const { id, kind, number, pdf } = await readIssued(w, params.id);
    return { name: `${kind} ${number}.pdf`, mediaType: printDocument.file, content: pdf, document: { id, kind } };
  }),
  answer(documentInWord, async (w, { params }) => {
    const { id, kind, number, word } = await readIssued(w, params.id);
    if (!word) throw new Refused([{ code: 'platform.not-found', status: 404 }]);
    return { name: `${kind} ${number}.docx`, mediaType: documentInWord.file, content: word, document: { id, kind } };
  }),
];
