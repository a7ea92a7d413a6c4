import { type FileChild, PageBreak, Paragraph } from 'docx';
import * as parts from '#platform/documents/word-parts.ts';
import type { Wording } from '#platform/documents/wording.ts';
import type { substitutionOrderTexts } from './substitution-order.texts.ts';
import type { SubstitutionOrderView } from './substitution-order.ts';

type Say = Wording<keyof typeof substitutionOrderTexts>;
const { said } = parts;

/** Lays the order and its annexes out for Word. */
export function wordOfSubstitutionOrder(view: SubstitutionOrderView, say: Say): FileChild[] {
  const requisites = [
    [said(view.dated)],
    [said(view.place, { align: 'center' })],
    [said(view.number, { align: 'right' })],
  ];
  return [
    ...parts.letterhead(view.company, 'center'),
    parts.heading(view.heading),
    parts.columns({ widths: [55, 55, 55], rows: [requisites] }),
    said(view.subject, { bold: true, before: 10, after: 8 }),
    said(view.preamble, { align: 'both' }),
    said(say.text('i-order'), { bold: true, before: 4 }),
    ...view.items.map((item) => parts.clause(item.number, item.text)),
    ...(view.basis === null ? [] : [said(view.basis, { before: 6 })]),
    said(''),
    parts.signature(view.signer, say),
    ...(view.acquainted.length === 0 ? [] : [said(say.text('acquainted'), { before: 16, after: 8 })]),
    ...view.acquainted.flatMap((each) => [parts.signature(each, say), said('')]),
    ...annexes(view, say),
  ];
}

function annexes({ annexTo, clientsAnnex, rightsAnnex }: SubstitutionOrderView, say: Say): FileChild[] {
  const clients = clientsAnnex && [
    ...annexHead(clientsAnnex.label, annexTo, say.text('annex-clients')),
    parts.table({
      widths: [10, 68, 42, 45],
      head: [say.text('number-sign'), say.text('client'), say.text('place'), say.text('note')],
      rows: clientsAnnex.rows.map((row, index) => [String(index + 1), row.name, row.place, row.note]),
    }),
  ];
  const rights = rightsAnnex && [
    ...annexHead(rightsAnnex.label, annexTo, say.text('annex-rights')),
    parts.table({
      widths: [16, 94, 55],
      head: [say.text('clause'), say.text('right'), say.text('limit')],
      rows: rightsAnnex.rows.map((row) => [row.clause, row.text, row.limit ?? '–']),
    }),
  ];
  return [...(clients ?? []), ...(rights ?? [])];
}

function annexHead(label: string, to: string, title: string): Paragraph[] {
  return [
    new Paragraph({ children: [new PageBreak()] }),
    said(label, { align: 'right', after: 2 }),
    said(to, { align: 'right', after: 10 }),
    parts.heading(title),
  ];
}
