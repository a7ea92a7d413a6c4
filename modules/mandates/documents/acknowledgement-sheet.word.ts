import type { FileChild } from 'docx';
import * as parts from '#platform/documents/word-parts.ts';
import type { Wording } from '#platform/documents/wording.ts';
import type { acknowledgementSheetTexts } from './acknowledgement-sheet.texts.ts';
import type { AcknowledgementSheetView } from './acknowledgement-sheet.ts';

/** Lays the sheet out for Word. */
export function wordOfAcknowledgementSheet(
  view: AcknowledgementSheetView,
  say: Wording<keyof typeof acknowledgementSheetTexts>,
): FileChild[] {
  return [
    ...parts.letterhead(view.company, 'center'),
    parts.heading(view.heading),
    parts.particulars(view.particulars),
    ...(view.textHash === null ? [] : parts.fingerprint(view.textHash, say)),
    parts.said(say.text('acquainted'), { before: 8, after: 8 }),
    parts.sheetTable(view.rows, say),
    parts.said(view.summary, { before: 8 }),
  ];
}
