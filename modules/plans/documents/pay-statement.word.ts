import type { FileChild } from 'docx';
import * as parts from '#platform/documents/word-parts.ts';
import type { Wording } from '#platform/documents/wording.ts';
import type { payStatementTexts } from './pay-statement.texts.ts';
import type { PayStatementView } from './pay-statement.ts';

type Say = Wording<keyof typeof payStatementTexts>;
const { said } = parts;

/** Lays the statement out for Word. */
export function wordOfPayStatement(view: PayStatementView, say: Say): FileChild[] {
  return [
    ...parts.letterhead(view.company, 'center'),
    parts.heading(view.heading),
    said(view.forMonth, { align: 'center', after: 8 }),
    parts.particulars(view.particulars),
    said(view.preview ?? '', { italics: true, size: 9 }),
    view.parts.length === 0 ? said(say.text('empty')) : lines(view, say),
    said(view.inWords, { before: 6 }),
    said(say.text('received'), { before: 20, after: 8 }),
    parts.signature(view.receiver, say),
  ];
}

function lines(view: PayStatementView, say: Say) {
  const rows = view.parts.flatMap((part) => [
    { strong: true, cells: ['', part.title, '', '', ''] },
    ...part.lines.map((line) => ({
      strong: false,
      cells: [line.clause, whatFor(line), line.base, line.rate, line.amount],
    })),
    ...(part.lines.length > 1 ? [{ strong: false, cells: ['', say.text('part-total'), '', '', part.total] }] : []),
  ]);
  const all = [...rows, { strong: true, cells: ['', say.text('total'), '', '', view.total] }];
  return parts.table({
    widths: [15, 76, 27, 17, 30],
    head: [say.text('clause'), say.text('what'), say.text('base'), say.text('rate'), view.amountHead],
    figures: [2, 3, 4],
    strong: all.flatMap((row, index) => (row.strong ? [index] : [])),
    rows: all.map((row) => row.cells),
  });
}

function whatFor(line: PayStatementView['parts'][number]['lines'][number]) {
  return [
    said(line.title, { size: 10, after: 0 }),
    ...(line.explanation === '' ? [] : [said(line.explanation, { size: 9, after: 0, color: '444444' })]),
    ...(line.sources === '' ? [] : [said(line.sources, { size: 8, after: 0, italics: true, color: '555555' })]),
  ];
}
