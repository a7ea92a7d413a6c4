import type { FileChild } from 'docx';
import * as parts from '#platform/documents/word-parts.ts';
import type { Wording } from '#platform/documents/wording.ts';
import type { appraisalTexts } from './appraisal.texts.ts';
import type { AppraisalView } from './appraisal.ts';

const width = parts.textWidth.landscape;

/** Lays the appraisal out for Word. */
export function wordOfAppraisal(view: AppraisalView, say: Say): FileChild[] {
  const { said } = parts;
  return [
    ...parts.letterhead(view.company, 'center'),
    parts.heading(view.heading),
    said(view.subtitle, { align: 'center', after: 8 }),
    parts.particulars(view.particulars, width),
    said(''),
    view.lines.length === 0 ? said(say.text('nothing-measured')) : lines(view, say),
    ...(view.outside === null ? [] : [said(view.outside, { before: 4 })]),
    said(`${say.text('evidence-note')} ${say.text('rating-note')}`, { size: 9, before: 4, color: '555555' }),
    parts.subheading(say.text('actions')),
    view.actions.length === 0 ? said(say.text('no-actions')) : actions(view, say),
    parts.subheading(say.text('head-remarks')),
    said(view.headRemarks === '' ? '_'.repeat(100) : view.headRemarks),
    parts.subheading(say.text('employee-remarks')),
    said(view.employeeRemarks === '' ? '_'.repeat(100) : view.employeeRemarks),
    parts.subheading(say.text('signatures')),
    ...view.signatures.flatMap((each) => [parts.signature(each, say, width), said('')]),
  ];
}

type Say = Wording<keyof typeof appraisalTexts>;

function lines(view: AppraisalView, say: Say) {
  const heads = [
    'clause',
    'duty',
    'required',
    'done',
    'late',
    'missed',
    'share',
    'remark',
    'self-rating',
    'head-rating',
  ] as const;
  const rows = view.lines.map((line) => {
    const text = line.norm === null ? line.text : `${line.text} (${line.norm})`.trim();
    return [line.number, text, ...line.figures, line.share, line.remark, ...line.ratings];
  });
  const last = ['', say.text('overall'), '', '', '', '', view.overall, '', ...view.overallRatings];
  return parts.table({
    widths: [14, 78, 24, 24, 22, 24, 17, 36, 15, 13],
    head: heads.map((key) => say.text(key)),
    figures: [2, 3, 4, 5, 6, 8, 9],
    strong: [rows.length],
    rows: [...rows, last],
  });
}

function actions(view: AppraisalView, say: Say) {
  return parts.table({
    widths: [135, 32, 52, 48],
    head: (['action-text', 'action-due', 'action-who', 'action-state'] as const).map((key) => say.text(key)),
    figures: [],
    strong: [],
    rows: view.actions.map(({ text, dueOn, who, state }) => [text, dueOn, who, state]),
  });
}
