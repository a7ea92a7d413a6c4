import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/digest.ts';
import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

type Kept = { status: number | null; reply: unknown; request_hash: string };

/**
 * Performs an act once a key: the key is claimed in the act's own transaction, so that a second request with it, at once
 * or later, gets the first one's reply.
 * @throws Refused `platform.key-reused` when the key came with another request.
 */
export async function once(
  w: Work,
  key: string,
  request: readonly unknown[],
  status: number,
  act: () => Promise<unknown>,
): Promise<{ status: number; value: unknown }> {
  if (key.length > 200) throw new Refused([{ code: 'platform.malformed', status: 400 }]);
  const hash = createHash('sha256').update(canonicalJson(request)).digest('hex');
  const { companyId, employeeId } = w.actor;
  const claimed = await w.db.run(sql`insert into platform.idempotency (company_id, employee_id, key, request_hash)
    values (${companyId}, ${employeeId}, ${key}, ${hash}) on conflict do nothing`);
  if (claimed === 0) return replay(w, key, hash);
  const value = await act();
  await w.db.run(sql`update platform.idempotency set status = ${status}, reply = ${JSON.stringify(value ?? null)}
    where company_id = ${companyId} and employee_id = ${employeeId} and key = ${key}`);
  return { status, value };
}

async function replay(w: Work, key: string, hash: string): Promise<{ status: number; value: unknown }> {
  const kept = await w.db.one(sql<Kept>`select status, reply, request_hash from platform.idempotency
    where company_id = ${w.actor.companyId} and employee_id = ${w.actor.employeeId} and key = ${key}`);
  if (kept.request_hash !== hash) throw new Refused([{ code: 'platform.key-reused', status: 422 }]);
  return { status: kept.status ?? 200, value: kept.reply };
}
