import Type, { type Static } from 'typebox';
import { Approval, approvalView, companyView, type Signed, signedView } from '#platform/documents/blocks.ts';
import { defineDocument } from '#platform/documents/document.ts';
import { Company, Day, nullable, Person, Signature } from '#platform/documents/shapes.ts';
import type { Wording } from '#platform/documents/wording.ts';
import { sampleJobDescription } from './job-description.sample.ts';
import { jobDescriptionTexts } from './job-description.texts.ts';
import { wordOfJobDescription } from './job-description.word.ts';

const Data = Type.Object({
  company: Company,
  number: nullable(Type.String()),
  position: Type.String({ minLength: 1 }),
  department: Type.String(),
  form: Type.Union([Type.Literal('local-act'), Type.Literal('annex')]),
  contract: nullable(Type.Object({ employee: Person, number: Type.String(), date: Day })),
  version: Type.Integer({ minimum: 1 }),
  approval: nullable(Approval),
  inForceFrom: nullable(Day),
  reviewDueOn: nullable(Day),
  textHash: nullable(Type.String()),
  sections: Type.Array(
    Type.Object({
      number: Type.Integer({ minimum: 1, maximum: 5 }),
      clauses: Type.Array(
        Type.Object({
          number: Type.String(),
          text: Type.String(),
          norm: nullable(Type.String({ description: 'The measure in words, in the language of the document.' })),
        }),
      ),
    }),
    { minItems: 1, maxItems: 5 },
  ),
  reviewers: Type.Array(Type.Object({ person: Person, signed: nullable(Signature) })),
  acknowledgements: Type.Array(Type.Object({ person: Person, signed: nullable(Signature) })),
  /** Empty rows of the sheet, for those who will sign on paper. */
  emptyRows: Type.Integer({ minimum: 0, maximum: 40 }),
});
export type JobDescriptionData = Static<typeof Data>;
type Say = Wording<keyof typeof jobDescriptionTexts>;

/** The job description of a position (a local act) or of one employee (an annex), with its sheet of acknowledgement. */
export const jobDescription = defineDocument({
  kind: 'job-description',
  version: 1,
  data: Data,
  texts: jobDescriptionTexts,
  template: new URL('./job-description.typ', import.meta.url),
  sample: sampleJobDescription,
  view: viewOfJobDescription,
  word: wordOfJobDescription,
});

export type JobDescriptionView = ReturnType<typeof viewOfJobDescription>;

function viewOfJobDescription(data: JobDescriptionData, say: Say) {
  const { position, version } = data;
  return {
    title: say.text('file-title', { position }),
    heading: say.text('title'),
    foot: say.text('foot', { position, version }),
    date: data.approval?.on ?? data.inForceFrom,
    draft: data.approval === null,
    company: companyView(data.company),
    position,
    department: data.department,
    number: data.number === null ? '' : say.text('number', { number: data.number }),
    dated: data.approval === null ? '' : say.day(data.approval.on),
    annex: annexLines(data, say),
    approval: approvalView(data.approval, data.company.name, say),
    particulars: [
      [say.text('department'), data.department],
      [say.text('form'), say.text(`form-${data.form}`)],
      [say.text('version'), String(version)],
      [say.text('in-force'), data.inForceFrom === null ? '' : say.day(data.inForceFrom)],
      [say.text('review-due'), data.reviewDueOn === null ? '' : say.day(data.reviewDueOn)],
    ] satisfies [string, string][],
    textHash: data.textHash,
    sections: data.sections.map(({ number, clauses }) => ({
      title: `${number}. ${say.text(`section-${number}` as 'section-1')}`,
      clauses,
    })),
    reviewers: data.reviewers.map((each) => signedView(each, data.company.timeZone, say)),
    sheetOf: say.text('sheet-of', { position, version }),
    acknowledgements: [
      ...data.acknowledgements.map((each): Signed => signedView(each, data.company.timeZone, say)),
      ...Array.from({ length: data.emptyRows }, (): Signed => ({ name: '', position: '', stamp: null, on: null })),
    ],
  };
}

function annexLines({ contract }: JobDescriptionData, say: Say): string[] {
  if (contract === null) return [];
  const { employee, date, number } = contract;
  return [
    say.text('annex'),
    say.text('dated', { date: say.day(date), number }),
    say.text('annex-with', { name: employee.name }),
  ];
}
