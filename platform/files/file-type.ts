import type { FileGroup } from '#platform/declare/file-kind.ts';

export type FileType = {
  readonly mediaType: string;
  readonly group: FileGroup;
  /** A browser may show it in its own window: it can hold no script that runs. */
  readonly shown?: true;
};

type Mark = FileType & { readonly at?: number; readonly bytes: string; readonly with?: { at: number; bytes: string } };

/** How contents begin; bytes as Latin-1 text. The first that fits tells. */
const marks: readonly Mark[] = [
  { mediaType: 'image/png', group: 'image', shown: true, bytes: '\x89PNG\r\n\x1a\n' },
  { mediaType: 'image/jpeg', group: 'image', shown: true, bytes: '\xff\xd8\xff' },
  { mediaType: 'image/gif', group: 'image', shown: true, bytes: 'GIF8' },
  { mediaType: 'image/webp', group: 'image', shown: true, bytes: 'RIFF', with: { at: 8, bytes: 'WEBP' } },
  { mediaType: 'image/heic', group: 'image', at: 4, bytes: 'ftyphei' },
  { mediaType: 'image/heic', group: 'image', at: 4, bytes: 'ftypmif1' },
  { mediaType: 'image/tiff', group: 'image', bytes: 'II*\0' },
  { mediaType: 'image/tiff', group: 'image', bytes: 'MM\0*' },
  { mediaType: 'application/pdf', group: 'pdf', shown: true, bytes: '%PDF-' },
  { mediaType: 'audio/mpeg', group: 'recording', bytes: 'ID3' },
  { mediaType: 'audio/mpeg', group: 'recording', bytes: '\xff\xfb' },
  { mediaType: 'audio/mpeg', group: 'recording', bytes: '\xff\xf3' },
  { mediaType: 'audio/ogg', group: 'recording', bytes: 'OggS' },
  { mediaType: 'audio/wav', group: 'recording', bytes: 'RIFF', with: { at: 8, bytes: 'WAVE' } },
  { mediaType: 'audio/flac', group: 'recording', bytes: 'fLaC' },
  { mediaType: 'audio/amr', group: 'recording', bytes: '#!AMR' },
  { mediaType: 'audio/mp4', group: 'recording', at: 4, bytes: 'ftypM4A' },
  // What phones and browsers record: the same wrapping with or without a picture.
  { mediaType: 'video/3gpp', group: 'recording', at: 4, bytes: 'ftyp3g' },
  { mediaType: 'video/mp4', group: 'recording', at: 4, bytes: 'ftyp' },
  { mediaType: 'video/webm', group: 'recording', bytes: '\x1a\x45\xdf\xa3' },
  { mediaType: 'application/rtf', group: 'office', bytes: '{\\rtf' },
];

const openXml = 'application/vnd.openxmlformats-officedocument.';
/** Of wrappings that many programs use, the name tells whose it is. */
const inOpenXml: Readonly<Record<string, string>> = {
  docx: `${openXml}wordprocessingml.document`,
  xlsx: `${openXml}spreadsheetml.sheet`,
  pptx: `${openXml}presentationml.presentation`,
};
const inOldOffice: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  msg: 'application/vnd.ms-outlook',
};
const zip = 'PK\x03\x04';
const openDocument = /^.{30}mimetype(application\/vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation))/s;

/**
 * What a content is, told by how it begins and never by what the sender called it; null when it is nothing that people
 * attach. A page or a drawing with script in it is text here, and is never shown as anything else.
 */
export function fileTypeOf(head: Buffer, name: string): FileType | null {
  const text = head.toString('latin1');
  const mark = marks.find(
    ({ at = 0, bytes, with: more }) => text.startsWith(bytes, at) && (!more || text.startsWith(more.bytes, more.at)),
  );
  if (mark) {
    const { mediaType, group, shown } = mark;
    return { mediaType, group, ...(shown && { shown }) };
  }
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  const office =
    (text.startsWith(zip) ? openDocument.exec(text)?.[1] : undefined) ??
    (text.startsWith(zip) && text.includes('[Content_Types].xml') ? inOpenXml[ending] : undefined) ??
    (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') ? inOldOffice[ending] : undefined);
  if (office) return { mediaType: office, group: 'office' };
  if (isText(head)) return { mediaType: ending === 'csv' ? 'text/csv' : 'text/plain', group: 'text' };
  return null;
}

/** Whether a browser may show a stored file in its own window. */
export function isShown(mediaType: string): boolean {
  return marks.some((mark) => mark.mediaType === mediaType && mark.shown);
}

/** What a group is called in the `accept` of a browser's file field. */
export const acceptOf: Readonly<Record<FileGroup, string>> = {
  image: 'image/*',
  pdf: 'application/pdf,.pdf',
  recording: 'audio/*',
  office: '.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.rtf,.msg',
  text: 'text/plain,.txt,.csv',
};

/**
 * A name as it is kept: without folders, without what cannot be seen (such signs make `exe.gpj` of a program), and short
 * enough for every file system.
 */
export function keptName(given: string, longest = 120): string {
  const name = (given.toWellFormed().split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').trim();
  if (name.length <= longest) return name || 'file';
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? '';
  return name.slice(0, longest - ending.length).toWellFormed() + ending;
}

/** Text in any alphabet of one byte or UTF-8: it has no other control signs than those of lines and tabs. */
function isText(head: Buffer): boolean {
  return head.length > 0 && head.every((byte) => byte >= 0x20 || [0x09, 0x0a, 0x0c, 0x0d].includes(byte));
}
