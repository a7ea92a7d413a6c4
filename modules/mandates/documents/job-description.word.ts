import { type FileChild, PageBreak, Paragraph } from 'docx';
import * as parts from '#platform/documents/word-parts.ts';
import type { Wording } from '#platform/documents/wording.ts';
import type { jobDescriptionTexts } from './job-description.texts.ts';
import type { JobDescriptionView } from './job-description.ts';

/** Lays the job description out for Word. */
export function wordOfJobDescription(
  view: JobDescriptionView,
  say: Wording<keyof typeof jobDescriptionTexts>,
): FileChild[] {
  const { said } = parts;
  return [
    parts.head(view.company, [
      ...view.annex.map((each) => said(each, { after: 2 })),
      ...parts.approval(view.approval, say),
    ]),
    parts.heading(view.heading),
    said(view.position, { bold: true, size: 13, align: 'center', after: 10 }),
    parts.columns({ widths: [82, 83], rows: [[[said(view.dated)], [said(view.number, { align: 'right' })]]] }),
    parts.particulars(view.particulars),
    ...view.sections.flatMap((section) => [
      parts.subheading(section.title),
      ...section.clauses.flatMap((clause) => [
        parts.clause(clause.number, clause.text),
        ...(clause.norm === null ? [] : [parts.underClause(`${say.text('norm')} ${clause.norm}`)]),
      ]),
    ]),
    ...(view.textHash === null ? [] : parts.fingerprint(view.textHash, say)),
    ...(view.reviewers.length === 0 ? [] : [parts.subheading(say.text('agreed'))]),
    ...view.reviewers.flatMap((each) => [parts.signature(each, say), said('')]),
    new Paragraph({ children: [new PageBreak()] }),
    parts.heading(say.text('sheet')),
    said(view.sheetOf, { align: 'center', after: 8 }),
    said(say.text('acquainted'), { after: 8 }),
    parts.sheetTable(view.acknowledgements, say),
  ];
}
