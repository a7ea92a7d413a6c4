import { verify } from '@node-rs/argon2';
import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { countAttempts } from './attempts.ts';

const attempts = countAttempts();
/** A minute's attempts of one person: whoever sits down at an open session must not try passwords by signing. */
const attemptsOfPerson = { window: 60, max: 10 };

/**
 * Checks the password that the acting employee entered again, as a signature needs.
 * @throws Refused `platform.wrong-credential`, and `platform.too-many-attempts` after ten within a minute
 */
export async function verifyCredential(w: Work, secret: string): Promise<void> {
  if (!attempts.consume(`${w.actor.companyId} ${w.actor.employeeId}`, attemptsOfPerson).allowed)
    throw new Refused([{ code: 'platform.too-many-attempts', status: 429, field: '/credential' }]);
  const row = await w.db.first(sql<{ hash: string | null }>`select app.own_credential() as hash`);
  const right = row?.hash ? await verify(row.hash, secret) : false;
  if (!right) throw new Refused([{ code: 'platform.wrong-credential', status: 422, field: '/credential' }]);
}
