import type { FileChild } from 'docx';
import * as parts from '#platform/documents/word-parts.ts';
import type { Wording } from '#platform/documents/wording.ts';
import type { appraisalTexts } from './appraisal.texts.ts';
import type { AppraisalView } from './appraisal.ts';

const width = parts.textWidth.landscape;

/** Lays the appraisal out for Word. */
export function wordOfAppraisal(view: AppraisalView, say: Wording<keyof typeof appraisalTexts>): FileChild[] {
  const { said } = parts;
  return [
    ...parts.letterhead(view.company, 'center'),
    parts.heading(view.heading),
    said(view.subtitle, { align: 'center', after: 8 }),
    parts.particulars(view.particulars, width),
    said(''),
    view.lines.length === 0 ? said(say.text('nothing-measured')) : lines(view, say),
    ...(view.outside === null ? [] : [said(view.outside, { before: 4 })]),
    said(say.text('evidence-note'), { size: 9, before: 4, color: '555555' }),
    parts.subheading(say.text('head-remarks')),
    said(view.headRemarks === '' ? '_'.repeat(100) : view.headRemarks),
    parts.subheading(say.text('employee-remarks')),
    said(view.employeeRemarks === '' ? '_'.repeat(100) : view.employeeRemarks),
    parts.subheading(say.text('signatures')),
    ...view.signatures.flatMap((each) => [parts.signature(each, say, width), said('')]),
  ];
}

function lines(view: AppraisalView, say: Wording<keyof typeof appraisalTexts>) {
  const heads = ['clause', 'duty', 'required', 'done', 'late', 'missed', 'share', 'remark'] as const;
  const rows = view.lines.map((line) => {
    const text = line.norm === null ? line.text : `${line.text} (${line.norm})`;
    return [line.number, text, ...line.figures, line.share, line.remark];
  });
  const last = view.overall === null ? [] : [['', say.text('overall'), '', '', '', '', view.overall, '']];
  return parts.table({
    widths: [15, 82, 25, 25, 25, 25, 18, 52],
    head: heads.map((key) => say.text(key)),
    figures: [2, 3, 4, 5, 6],
    strong: view.overall === null ? [] : [rows.length],
    rows: [...rows, ...last],
  });
}
