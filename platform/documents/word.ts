import {
  AlignmentType,
  Footer,
  Header,
  convertMillimetersToTwip as mm,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  Document as WordDocument,
} from 'docx';
import type { Static, TObject } from 'typebox';
import type { Language } from '#kernel/texts.ts';
import { type Document, type View, viewOf } from './document.ts';
import { said } from './word-parts.ts';
import { type Wording, wordingOf } from './wording.ts';
import { withoutClock } from './zip-stamp.ts';

const font = 'Times New Roman';
const a4 = { width: mm(210), height: mm(297) };

/**
 * Lays data out as a Word file (Office Open XML) for those who must edit it. The same data give the same bytes. It computes
 * for seconds on a thousand lines, so it is for a printing thread: see `render.ts`.
 * @throws TypeError on data that do not fit.
 */
export async function composeWord<S extends TObject>(
  document: Document<S>,
  data: Static<S>,
  language: Language,
): Promise<Buffer> {
  const view = viewOf(document, data, language);
  const say = wordingOf(document.texts, language);
  const file = new WordDocument({
    creator: view.company.name,
    title: view.title,
    styles: {
      default: { document: { run: { font, size: 23, language: { value: language === 'ru' ? 'ru-RU' : 'en-GB' } } } },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { ...a4, orientation: orientationOf(document) }, margin: marginsOf(document) },
        },
        headers: { default: new Header({ children: [pageNumber()] }), first: new Header({ children: [] }) },
        footers: { default: foot(document, view, say), first: foot(document, view, say) },
        children: [...draftMark(view, say), ...document.word(view as never, say)],
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(view) };
  return withoutClock(await Packer.toBuffer(file, undefined, [core]));
}

function orientationOf(document: Document) {
  return document.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT;
}

function marginsOf(document: Document) {
  const sides = document.landscape ? { left: mm(15), right: mm(15) } : { left: mm(30), right: mm(15) };
  return { top: mm(20), bottom: mm(20), header: mm(10), footer: mm(10), ...sides };
}

/** A draft says so in its upper right corner. */
function draftMark(view: View, say: Wording): Paragraph[] {
  return view.draft ? [said(say.text('draft'), { bold: true, align: 'right' })] : [];
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ size: 18, children: [PageNumber.CURRENT] })],
  });
}

function foot(document: Document, view: View, say: Wording): Footer {
  const right = mm(document.landscape ? 267 : 165);
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: right }],
        children: [
          new TextRun({ size: 16, color: '555555', text: view.foot }),
          new TextRun({
            size: 16,
            color: '555555',
            children: [new Tab(), `${say.text('pages')} `, PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}

/** The library would write the present time here; a paper has the date of its own. */
function coreProperties(view: View): string {
  const at = `${view.date ?? '2000-01-01'}T00:00:00Z`;
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escaped(view.title)}</dc:title><dc:creator>${escaped(view.company.name)}</dc:creator>` +
    `${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
}

function escaped(text: string): string {
  return text.replace(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;' })[sign] ?? '&amp;');
}
