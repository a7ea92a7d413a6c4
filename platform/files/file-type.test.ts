import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { fileTypeOf, isShown, keptName } from './file-type.ts';

const head = (text: string) => Buffer.from(text, 'latin1');
const zip = `PK\x03\x04${'\0'.repeat(26)}`;

test.each`
  begins                                                     | name            | mediaType                                                                    | because
  ${'\x89PNG\r\n\x1a\n…'}                                    | ${'a.png'}      | ${'image/png'}                                                               | ${'by its mark'}
  ${'\xff\xd8\xff\xe0'}                                      | ${'scan.pdf'}   | ${'image/jpeg'}                                                              | ${'whatever it is called'}
  ${'RIFF\0\0\0\0WEBPVP8 '}                                  | ${'a.webp'}     | ${'image/webp'}                                                              | ${'one wrapping, two kinds'}
  ${'RIFF\0\0\0\0WAVEfmt '}                                  | ${'a.webp'}     | ${'audio/wav'}                                                               | ${'one wrapping, two kinds'}
  ${'%PDF-1.7'}                                              | ${'sheet'}      | ${'application/pdf'}                                                         | ${'no ending is needed'}
  ${'\0\0\0\x18ftypheic'}                                    | ${'IMG_1.HEIC'} | ${'image/heic'}                                                              | ${'what some phones take'}
  ${'\0\0\0\x18ftypM4A '}                                    | ${'memo.m4a'}   | ${'audio/mp4'}                                                               | ${'a memo of a phone'}
  ${'\x1a\x45\xdf\xa3'}                                      | ${'voice'}      | ${'video/webm'}                                                              | ${'what browsers record'}
  ${`${zip}[Content_Types].xml`}                             | ${'Terms.DOCX'} | ${'application/vnd.openxmlformats-officedocument.wordprocessingml.document'} | ${'the name tells whose wrapping'}
  ${`${zip}[Content_Types].xml`}                             | ${'terms.zip'}  | ${null}                                                                      | ${'and this is nobody’s'}
  ${`${zip}mimetypeapplication/vnd.oasis.opendocument.text`} | ${'a.bin'}      | ${'application/vnd.oasis.opendocument.text'}                                 | ${'it says so itself'}
  ${`${zip}evil.exe`}                                        | ${'a.docx'}     | ${null}                                                                      | ${'an archive under a false name'}
  ${'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'}                      | ${'old.xls'}    | ${'application/vnd.ms-excel'}                                                | ${'of an old office'}
  ${'a;b\r\n1;2'}                                            | ${'prices.csv'} | ${'text/csv'}                                                                | ${'a table'}
  ${'\xcf\xf0\xe8\xe2\xe5\xf2'}                              | ${'a.txt'}      | ${'text/plain'}                                                              | ${'in an alphabet of one byte'}
  ${'<html><script>alert(1)</script>'}                       | ${'a.png'}      | ${'text/plain'}                                                              | ${'a page is text, and never shown'}
  ${'<svg onload="alert(1)"/>'}                              | ${'a.svg'}      | ${'text/plain'}                                                              | ${'so is a drawing with script'}
  ${'MZ\x90\0\x03'}                                          | ${'a.pdf'}      | ${null}                                                                      | ${'a program is not attached'}
  ${''}                                                      | ${'a.txt'}      | ${null}                                                                      | ${'nothing is nothing'}
`('$name that begins with $begins is $mediaType — $because', ({ begins, name, mediaType }) => {
  expect(fileTypeOf(head(begins), name)?.mediaType ?? null).toBe(mediaType);
});

describe('what a browser may show in its own window', () => {
  it('is what can hold no script that runs', () => {
    const asked = [
      'image/png',
      'image/jpeg',
      'application/pdf',
      'image/heic',
      'text/plain',
      'text/html',
      'image/svg+xml',
    ];
    expect(asked.filter(isShown)).toEqual(['image/png', 'image/jpeg', 'application/pdf']);
  });
  it('never depends on the name', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.string(), fc.string(), (bytes, one, other) => {
        const [a, b] = [one, other].map((name) => fileTypeOf(Buffer.from(bytes), name)?.shown ?? false);
        expect(a).toBe(b);
      }),
    );
  });
});

describe('a name as it is kept', () => {
  it.each([
    ['photo 1.jpg', 'photo 1.jpg', 'as it is'],
    ['C:\\Users\\me\\scan.pdf', 'scan.pdf', 'without the folders of another system'],
    ['../../etc/passwd', 'passwd', 'without ours'],
    ['invoice\u202Efdp.exe', 'invoicefdp.exe', 'without signs that turn its reading round'],
    ['a\r\nSet-Cookie: b.txt', 'aSet-Cookie: b.txt', 'on one line'],
    ['  ', 'file', 'never empty'],
    [`${'я'.repeat(200)}.jpeg`, `${'я'.repeat(115)}.jpeg`, 'short, with its ending'],
  ])('%j is %j: %s', (given, kept) => {
    expect(keptName(given)).toBe(kept);
  });
  it('is always given, whole and not longer than a file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = keptName(given);
        expect(name.trim()).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });
});
