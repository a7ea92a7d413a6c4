import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type ITableBordersOptions,
  convertMillimetersToTwip as mm,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { ApprovalView, CompanyView, Signed } from './blocks.ts';
import type { Wording } from './wording.ts';

/** Pieces of paper that Word files are laid out of; they mirror `house.typ`. Widths in millimetres. */
export const textWidth = { portrait: 165, landscape: 267 } as const;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const line = { style: BorderStyle.SINGLE, size: 4, color: '777777' };
const noBorders: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const borders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

type Look = {
  readonly bold?: boolean;
  readonly italics?: boolean;
  /** In points. */
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right' | 'both';
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly color?: string;
  readonly font?: string;
};

/** One paragraph; distances in points. */
export function said(text: string, look: Look = {}): Paragraph {
  const { bold, italics, size, color, font } = look;
  const run = {
    text,
    ...(bold && { bold }),
    ...(italics && { italics }),
    ...(size && { size: size * 2 }),
    ...(color && { color }),
    ...(font && { font }),
  };
  return new Paragraph({
    alignment: look.align ?? AlignmentType.LEFT,
    spacing: { before: (look.before ?? 0) * 20, after: (look.after ?? 4) * 20 },
    ...(look.keepNext && { keepNext: true }),
    children: [new TextRun(run)],
  });
}

/** The name of the paper, in the middle. */
export function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    spacing: { before: 240, after: 60 },
    children: [new TextRun({ text, bold: true, size: 28, color: '000000', font: 'Times New Roman' })],
  });
}

/** The name of a section. */
export function subheading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 280, after: 120 },
    children: [new TextRun({ text, bold: true, size: 23, color: '000000', font: 'Times New Roman' })],
  });
}

/** A numbered clause: the number hangs, as long as it is. */
export function clause(number: string, text: string): Paragraph {
  const indent = mm(11);
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    indent: { left: indent, hanging: indent },
    tabStops: [{ type: 'left', position: indent }],
    spacing: { after: 60 },
    children: [new TextRun({ children: [number, new Tab(), text] })],
  });
}

/** What stands under a clause, in its indent. */
export function underClause(text: string): Paragraph {
  return new Paragraph({
    indent: { left: mm(11) },
    spacing: { after: 100 },
    children: [new TextRun({ text, italics: true, size: 20, color: '444444' })],
  });
}

type Cell = string | readonly Paragraph[];
type Grid = { readonly widths: readonly number[]; readonly rows: readonly (readonly Cell[])[] };

/** Columns without lines, for what stands side by side. */
export function columns({ widths, rows }: Grid): Table {
  return grid(
    widths,
    rows.map((row) => ({ cells: row.map((each) => ({ content: each })) })),
    noBorders,
  );
}

type TableLook = Grid & {
  readonly head: readonly string[];
  /** Columns of figures, by index. */
  readonly figures?: readonly number[];
  /** Rows in bold, by index. */
  readonly strong?: readonly number[];
  /** Least height of a row, for what is filled in by hand. */
  readonly height?: number;
};

/** A table with lines; its head is repeated on each page. */
export function table({ widths, head, rows, figures = [], strong = [], height }: TableLook): Table {
  const body = rows.map((row, at) => ({
    height,
    cells: row.map((content, column) => ({ content, right: figures.includes(column), bold: strong.includes(at) })),
  }));
  const top = { head: true, cells: head.map((content) => ({ content, bold: true })) };
  return grid(widths, [top, ...body], borders);
}

type GridCell = { readonly content: Cell; readonly right?: boolean; readonly bold?: boolean };
type GridRow = { readonly cells: readonly GridCell[]; readonly head?: boolean; readonly height?: number | undefined };

function grid(widths: readonly number[], rows: readonly GridRow[], lines: ITableBordersOptions): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((so, each) => so + mm(each), 0), type: WidthType.DXA },
    columnWidths: widths.map((each) => mm(each)),
    borders: lines,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          ...(row.head && { tableHeader: true }),
          ...(row.height && { height: { value: mm(row.height), rule: 'atLeast' } }),
          children: row.cells.map((each, column) => cell(each, widths[column] ?? 0, lines === borders)),
        }),
    ),
  });
}

function cell({ content, right, bold }: GridCell, width: number, small: boolean): TableCell {
  const text = typeof content === 'string' ? content : null;
  const look: Look = { size: small ? 10 : 11.5, after: 0, align: right ? 'right' : 'left', ...(bold && { bold }) };
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: small ? 80 : 0, right: 80 },
    children: text === null ? [...(content as readonly Paragraph[])] : [said(text, look)],
  });
}

/** Name and particulars of the company. */
export function letterhead(company: CompanyView, align: 'left' | 'center' = 'left'): Paragraph[] {
  const small = [company.address, company.registration].filter((each) => each !== '');
  return [
    said(company.name, { bold: true, size: 12, align, after: 2 }),
    ...small.map((each) => said(each, { size: 9, align, after: 2 })),
  ];
}

/** Company on the left, the corner of approval on the right. */
export function head(company: CompanyView, corner: readonly Paragraph[]): Table {
  return columns({ widths: [83, 82], rows: [[letterhead(company), corner.length > 0 ? corner : [said('')]]] });
}

/** The block of approval. */
export function approval(view: ApprovalView | null, say: Wording<never>): Paragraph[] {
  if (view === null) return [];
  return [
    said(view.heading, { bold: true, after: 2 }),
    ...view.lines.map((each) => said(each, { after: 2 })),
    ...(view.signer === null
      ? []
      : [
          said(`____________________ ${view.signer}`, { before: 8, after: 0 }),
          said(say.text('signature-hint'), { size: 7.5, after: 2 }),
        ]),
    ...(view.date === null ? [] : [said(view.date, { after: 2 })]),
  ];
}

/** Pairs of label and value; those without a value are left out. */
export function particulars(pairs: readonly (readonly [string, string])[], width: number = textWidth.portrait): Table {
  const rows = pairs.filter(([, value]) => value !== '');
  return columns({
    widths: [width * 0.36, width * 0.64],
    rows: rows.map(([label, value]) => [
      [said(label, { size: 10, after: 1, color: '555555' })],
      [said(value, { size: 10, after: 1 })],
    ]),
  });
}

/** A row for somebody's signature. */
export function signature(each: Signed, say: Wording<never>, width: number = textWidth.portrait): Table {
  const place = (text: string, hint: string) => [
    said(text === '' ? ' ' : text, { size: 10, align: 'center', after: 0 }),
    new Paragraph({
      alignment: 'center',
      border: { top: line },
      children: [new TextRun({ text: hint, size: 15, color: '555555' })],
    }),
  ];
  return columns({
    widths: [0.32, 0.25, 0.25, 0.18].map((part) => width * part),
    rows: [
      [
        [said(each.position, { size: 11, after: 0 })],
        place(each.stamp ?? '', say.text('signature-hint')),
        place(each.name, say.text('name-hint')),
        place(each.on ?? '', say.text('date-hint')),
      ],
    ],
  });
}

/** The rows of a sheet that people sign. */
export function sheetTable(rows: readonly Signed[], say: Wording<never>): Table {
  return table({
    widths: [9, 50, 46, 25, 35],
    height: 9,
    head: [say.text('number-sign'), say.text('name'), say.text('position'), say.text('date'), say.text('signature')],
    rows: rows.map((row, index) => [String(index + 1), row.name, row.position, row.on ?? '', row.stamp ?? '']),
  });
}

/** A fingerprint under its label. */
export function fingerprint(hash: string, say: Wording<never>): Paragraph[] {
  return [
    said(say.text('fingerprint'), { size: 9, before: 14, after: 0, color: '555555' }),
    said(hash, { size: 7, font: 'Courier New' }),
  ];
}
