import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { isShown } from './file-type.ts';

/** A file as lists show it. */
export type AttachedFile = {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly storedAt: string;
  readonly storedBy: { readonly id: string; readonly name: string } | null;
  readonly shown: boolean;
};
export type FileRow = AttachedFile & {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detachedAt: string | null;
};

const columns = sql.raw(`f.id, f.name, f.media_type as "mediaType", f.bytes, f.sha256, f.stored_at as "storedAt",
  (select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = f.stored_by) as "storedBy",
  f.subject_kind as "subjectKind", f.subject_id as "subjectId", f.detached_at as "detachedAt"`);

/** What is attached to a record that the actor sees, the oldest first. */
export async function filesOf(w: Work, kind: string, subjectId: string): Promise<FileRow[]> {
  const rows = await w.db.all(sql<FileRow>`select ${columns} from platform.files f
    where f.subject_id = ${subjectId} and f.subject_kind = ${kind} and f.detached_at is null
    order by f.stored_at, f.id limit 500`);
  return rows.map(withShown);
}

/** What is attached to any of the records that the actor sees, by the id of the record. */
export async function filesByRecord(w: Work, subjectIds: readonly string[]): Promise<Map<string, FileRow[]>> {
  const found = new Map<string, FileRow[]>();
  if (subjectIds.length === 0) return found;
  const rows = await w.db.all(sql<FileRow>`select ${columns} from platform.files f
    where f.subject_id = any (${subjectIds}::uuid[]) and f.detached_at is null order by f.stored_at, f.id limit 1000`);
  for (const row of rows.map(withShown)) found.set(row.subjectId, [...(found.get(row.subjectId) ?? []), row]);
  return found;
}

/** A file within the actor's reach, attached or not. */
export async function fileById(w: Work, id: string): Promise<FileRow | undefined> {
  const row = await w.db.first(sql<FileRow>`select ${columns} from platform.files f
    where f.company_id = ${w.actor.companyId} and f.id = ${id}`);
  return row && withShown(row);
}

/** How many bytes the company's files take. */
export async function bytesStored(w: Work): Promise<number> {
  return (await w.db.one(sql<{ bytes: number }>`select platform.bytes_stored() as bytes`)).bytes;
}

function withShown(row: FileRow): FileRow {
  return { ...row, shown: isShown(row.mediaType) };
}
