import Type, { type Static } from 'typebox';
import { companyView, type Signed, signedView } from '#platform/documents/blocks.ts';
import { defineDocument } from '#platform/documents/document.ts';
import { Company, Day, nullable, Person, Signature } from '#platform/documents/shapes.ts';
import type { Wording } from '#platform/documents/wording.ts';
import { sampleAcknowledgementSheet } from './acknowledgement-sheet.sample.ts';
import { acknowledgementSheetTexts } from './acknowledgement-sheet.texts.ts';
import { wordOfAcknowledgementSheet } from './acknowledgement-sheet.word.ts';

const Data = Type.Object({
  company: Company,
  document: Type.Object({
    title: Type.String({ minLength: 1 }),
    version: nullable(Type.Integer()),
    approvedOn: nullable(Day),
    inForceFrom: nullable(Day),
    textHash: nullable(Type.String()),
  }),
  compiledOn: Day,
  rows: Type.Array(
    Type.Object({
      person: Person,
      signed: nullable(Signature),
      address: nullable(Type.String({ description: 'Network address from which it was signed.' })),
    }),
  ),
  /** Empty rows, for those who will sign on paper. */
  emptyRows: Type.Integer({ minimum: 0, maximum: 40 }),
});
export type AcknowledgementSheetData = Static<typeof Data>;
type Say = Wording<keyof typeof acknowledgementSheetTexts>;

/** Who has acknowledged one version of one document, with room for signatures by hand. */
export const acknowledgementSheet = defineDocument({
  kind: 'acknowledgement-sheet',
  version: 1,
  data: Data,
  texts: acknowledgementSheetTexts,
  template: new URL('./acknowledgement-sheet.typ', import.meta.url),
  sample: sampleAcknowledgementSheet,
  view: viewOfSheet,
  word: wordOfAcknowledgementSheet,
});

export type AcknowledgementSheetView = ReturnType<typeof viewOfSheet>;

function viewOfSheet({ company, document, compiledOn, rows, emptyRows }: AcknowledgementSheetData, say: Say) {
  const day = (date: string | null) => (date === null ? '' : say.day(date));
  return {
    title: say.text('file-title', { document: document.title }),
    heading: say.text('title'),
    foot: say.text('foot', { document: document.title }),
    date: compiledOn,
    company: companyView(company),
    particulars: [
      [say.text('document'), document.title],
      [say.text('version'), document.version === null ? '' : String(document.version)],
      [say.text('approved'), day(document.approvedOn)],
      [say.text('in-force'), day(document.inForceFrom)],
      [say.text('compiled'), say.day(compiledOn)],
    ] satisfies [string, string][],
    textHash: document.textHash,
    summary: say.text('summary', { signed: rows.filter((row) => row.signed !== null).length, all: rows.length }),
    rows: [
      ...rows.map((row) => {
        const signed = signedView(row, company.timeZone, say);
        const from = row.address === null ? '' : `, ${say.text('from', { address: row.address })}`;
        return { ...signed, stamp: signed.stamp === null ? null : signed.stamp + from };
      }),
      ...Array.from({ length: emptyRows }, (): Signed => ({ name: '', position: '', stamp: null, on: null })),
    ],
  };
}
