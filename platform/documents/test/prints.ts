import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { languages } from '#kernel/texts.ts';
import type { Document } from '../document.ts';
import { renderPdf, renderWord } from '../render.ts';

/** The questions that every kind of document must answer; `words` must be readable in its Word file, by language. */
export function itPrints(document: Document, words: Readonly<Record<'en' | 'ru', string>>): void {
  describe.each(languages)(`${document.kind} in %s`, (language) => {
    const data = () => document.sample(language);

    it('prints the sample as PDF, with the same bytes each time', async () => {
      const pdf = await renderPdf(document, data(), language);
      expect(pagesOf(pdf)).toBeGreaterThan(0);
      expect(pdf.equals(await renderPdf(document, data(), language))).toBe(true);
    });

    it('prints the sample as Word, with the same bytes each time', async () => {
      const word = await renderWord(document, data(), language);
      expect(textOf(word)).toContain(words[language]);
      expect(word.equals(await renderWord(document, data(), language))).toBe(true);
    });

    it('says nothing by a bare key or an unfilled value', async () => {
      const said = textOf(await renderWord(document, data(), language));
      expect(said).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}/);
    });

    it('refuses data that do not fit', async () => {
      await expect(renderPdf(document, { ...data(), company: null } as never, language)).rejects.toThrow(TypeError);
    });
  });
}

/** The number of pages that a PDF declares. */
export function pagesOf(pdf: Buffer): number {
  const counts = pdf.toString('latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count (\d+)/g);
  return Math.max(0, ...[...counts].map(([, count]) => Number(count)));
}

/** The visible text of a Word file, paragraphs joined by blanks. */
export function textOf(word: Buffer): string {
  const xml = memberOf(word, 'word/document.xml');
  return xml
    .replaceAll('</w:p>', ' ')
    .replaceAll('<w:tab/>', ' ')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
}

function memberOf(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    if (zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  }
  throw new RangeError(`no ${name} in the archive`);
}
