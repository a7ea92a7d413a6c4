import type { FileChild } from 'docx';
import * as parts from '#platform/documents/word-parts.ts';
import type { Wording } from '#platform/documents/wording.ts';
import type { orderConfirmationTexts } from './order-confirmation.texts.ts';
import type { OrderConfirmationView } from './order-confirmation.ts';

type Say = Wording<keyof typeof orderConfirmationTexts>;
const { said } = parts;

/** Lays the confirmation out for Word. */
export function wordOfOrderConfirmation(view: OrderConfirmationView, say: Say): FileChild[] {
  return [
    ...parts.letterhead(view.company, 'center'),
    parts.heading(view.heading),
    parts.columns({ widths: [82, 83], rows: [[[said(view.dated)], [said(view.number, { align: 'right' })]]] }),
    parts.particulars(view.particulars),
    said(''),
    lines(view, say),
    said(view.summary, { before: 6 }),
    ...(view.note === '' ? [] : [said(`${say.text('note')}: ${view.note}`)]),
    said(say.text('thanks')),
    said(say.text('confirmed-by'), { before: 14, after: 8 }),
    parts.signature(view.signer, say),
  ];
}

function lines(view: OrderConfirmationView, say: Say) {
  const heads = ['number-sign', 'code', 'product', 'quantity', 'unit', 'price', 'discount'] as const;
  const rows = view.lines.map((line, index) => [
    String(index + 1),
    line.code,
    line.product,
    line.quantity,
    line.unit,
    line.price,
    line.discount,
    line.amount,
  ]);
  return parts.table({
    widths: [9, 20, 46, 20, 12, 21, 14, 23],
    head: [...heads.map((key) => say.text(key)), view.amountHead],
    figures: [3, 5, 6, 7],
    strong: view.sums.flatMap((sum, index) => (sum.strong ? [rows.length + index] : [])),
    rows: [...rows, ...view.sums.map((sum) => ['', '', sum.label, '', '', '', '', sum.amount])],
  });
}
