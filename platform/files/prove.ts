import { stat } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { contentPath, hashOf } from './store.ts';

type Kept = { sha256: string; bytes: number; name: string; subject: string };
const named = 5;

/** Proves that every content that a file refers to lies in the data folder as it was stored; names those that do not. */
export async function proveFiles(owner: pg.ClientBase, dataDir: string): Promise<{ ok: boolean; detail: string }> {
  const { rows } = await owner.query<Kept>(`select distinct on (sha256) sha256, bytes::float8 as bytes, name,
      subject_kind || ' ' || subject_id as subject from platform.files order by sha256, detached_at nulls first, id`);
  const wrong: string[] = [];
  for (const file of rows) {
    const fault = await faultOf(path.join(dataDir, 'files', contentPath(file.sha256)), file);
    if (fault) wrong.push(`${file.name} of ${file.subject} ${fault}`);
  }
  if (wrong.length === 0) return { ok: true, detail: `${rows.length} contents are as they were stored` };
  const more = wrong.length > named ? ` and ${wrong.length - named} more` : '';
  return { ok: false, detail: `${wrong.slice(0, named).join('; ')}${more}` };
}

async function faultOf(place: string, { sha256, bytes }: Kept): Promise<string | undefined> {
  const found = await stat(place).catch(() => undefined);
  if (!found) return 'is missing';
  return found.size === bytes && (await hashOf(place)) === sha256 ? undefined : 'was altered';
}
