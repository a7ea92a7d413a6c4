import { verify } from '@node-rs/argon2';
import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/**
 * Checks the password that the acting employee entered again, as a signature needs.
 * @throws Refused `platform.wrong-credential`
 */
export async function verifyCredential(w: Work, secret: string): Promise<void> {
  const row = await w.db.first(sql<{ hash: string | null }>`select app.own_credential() as hash`);
  const right = row?.hash ? await verify(row.hash, secret) : false;
  if (!right) throw new Refused([{ code: 'platform.wrong-credential', status: 422, field: '/credential' }]);
}
