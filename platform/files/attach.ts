import { type Refusal, Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { FileKind, FileSubject } from '#platform/declare/file-kind.ts';
import { readSetting } from '#platform/settings.ts';
import { mayI, requirePermit, type Work } from '#platform/work.ts';
import { type AttachedFile, bytesStored, type FileRow, fileById } from './attached.ts';
import { type FileType, fileTypeOf, keptName } from './file-type.ts';
import { megabyte } from './settings.ts';
import type { Received } from './store.ts';

export type FileWish = {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly name: string;
};
type Standing = { readonly kind: FileKind; readonly subject: FileSubject };
type Act = 'attaching' | 'detaching';

/** What a person may do with the files of a record: true, the codes of what stands against it, or false. */
export type MayChange = { readonly attach: boolean | string[]; readonly detach: boolean | string[] };

/**
 * What the actor may do with the files of a record.
 * @throws Refused `platform.not-found` when the record is out of reach, or takes no files.
 */
export async function whatMayBeAttached(w: Work, kind: string, subjectId: string) {
  const standing = await standingOf(w, kind, subjectId);
  const permitted = permitOf(w, standing) !== undefined;
  const can = (act: Act) => {
    const codes = standing.subject.closedFor[act];
    return permitted && codes.length > 0 ? [...codes] : permitted;
  };
  return { can: { attach: can('attaching'), detach: can('detaching') } satisfies MayChange, kind: standing.kind };
}

/** The largest file that the company lets anybody attach, in bytes. */
export async function largestFile(w: Work): Promise<number> {
  return (await readSetting<number>(w, 'platform.largest-file')) * megabyte;
}

/**
 * Asks whether a file may be attached, before it is taken in; gives how long it may be, in bytes.
 * @throws Refused when the record is out of reach or closed, or the company's files take too much already.
 */
export async function beforeAttaching(w: Work, kind: string, subjectId: string): Promise<number> {
  await requireChange(w, await standingOf(w, kind, subjectId), 'attaching');
  return largestFile(w);
}

/**
 * Attaches a content that has arrived, in the transaction at hand: the content has its place before the row is there. The
 * same file sent again under its id is attached once.
 * @throws Refused when it is empty, too large or of a wrong kind, and as `beforeAttaching`; `platform.already-there` when
 * the id is of another file.
 */
export async function attach(w: Work, wish: FileWish, content: Received): Promise<AttachedFile> {
  const standing = await standingOf(w, wish.kind, wish.subjectId);
  await requireChange(w, standing, 'attaching');
  const type = await judgeContent(w, standing.kind, wish.name, content);
  // Whoever clears away contents that nobody refers to asks for the same lock.
  await lockContent(w, content.sha256);
  const inAll = (await readSetting<number>(w, 'platform.files-in-all')) * megabyte;
  if ((await bytesStored(w)) + content.bytes > inAll)
    throw new Refused([{ code: 'platform.files-take-too-much', status: 409, params: { megabytes: inAll / megabyte } }]);
  await content.place();
  const added = await w.db.run(sql`insert into platform.files
      (id, company_id, name, media_type, bytes, sha256, subject_kind, subject_id, stored_by, stored_at)
    values (${wish.id}, ${w.actor.companyId}, ${keptName(wish.name)}, ${type.mediaType}, ${content.bytes}, ${content.sha256},
      ${wish.kind}, ${wish.subjectId}, ${w.actor.employeeId}, ${w.now.toString()}) on conflict (id) do nothing`);
  const file = await fileById(w, wish.id);
  const same = file?.sha256 === content.sha256 && file.subjectId === wish.subjectId && file.detachedAt === null;
  if (!file || (added === 0 && !same)) throw new Refused([{ code: 'platform.already-there', status: 409 }]);
  return file;
}

/**
 * Takes a file off its record. Its bytes stay for thirty days, and as long as any other file has them.
 * @throws Refused `platform.not-found`, or what stands against it.
 */
export async function detach(w: Work, id: string): Promise<void> {
  const file = await requireFile(w, id);
  await requireChange(w, await standingOf(w, file.subjectKind, file.subjectId), 'detaching');
  await w.db.run(sql`update platform.files set detached_at = ${w.now.toString()}, detached_by = ${w.actor.employeeId}
    where id = ${id} and detached_at is null`);
}

/** Attaches a file again that was taken off. @throws Refused as `detach`. */
export async function restore(w: Work, id: string): Promise<void> {
  const file = await requireFile(w, id);
  await requireChange(w, await standingOf(w, file.subjectKind, file.subjectId), 'attaching');
  await w.db.run(sql`update platform.files set detached_at = null, detached_by = null
    where id = ${id} and detached_at is not null`);
}

/** A file within reach. @throws Refused `platform.not-found` */
export async function requireFile(w: Work, id: string): Promise<FileRow> {
  return (await fileById(w, id)) ?? notFound();
}

/** Waits until nobody else places or clears away the content, until the end of the transaction. */
export async function lockContent(w: Work, sha256: string): Promise<void> {
  await w.db.run(sql`select pg_advisory_xact_lock(hashtextextended(${sha256}, 4712))`);
}

async function standingOf(w: Work, key: string, subjectId: string): Promise<Standing> {
  const kind = w.registry.files.get(key);
  const subject = await kind?.find(w, subjectId);
  return kind && subject ? { kind, subject } : notFound();
}

function permitOf(w: Work, { kind, subject: { keeperId } }: Standing): string | undefined {
  const facts = keeperId === null ? {} : { keeperId };
  return kind.permits.find((permit) => mayI(w, permit, facts).kind === 'allowed');
}

async function requireChange(w: Work, standing: Standing, act: Act): Promise<void> {
  const { kind, subject } = standing;
  const permit = permitOf(w, standing) ?? kind.permits[0] ?? '';
  await requirePermit(w, permit, subject.keeperId === null ? {} : { keeperId: subject.keeperId });
  const closed = subject.closedFor[act].map(
    (code): Refusal => ({ code, status: w.registry.refusals.get(code) ?? 409 }),
  );
  if (closed.length > 0) throw new Refused(closed);
}

async function judgeContent(w: Work, kind: FileKind, name: string, content: Received): Promise<FileType> {
  if (content.bytes === 0) throw new Refused([{ code: 'platform.file-empty', status: 422 }]);
  if (!content.whole)
    throw new Refused([
      { code: 'platform.file-too-large', status: 413, params: { megabytes: (await largestFile(w)) / megabyte } },
    ]);
  const type = fileTypeOf(content.head, name);
  if (!type || !kind.accepts.includes(type.group))
    throw new Refused([
      { code: 'platform.file-of-wrong-kind', status: 415, params: { accepted: [...kind.accepts].join('_') } },
    ]);
  return type;
}

function notFound(): never {
  throw new Refused([{ code: 'platform.not-found', status: 404 }]);
}
