import { createHash } from 'node:crypto';
import { canonicalJson } from '#kernel/digest.ts';
import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Runner } from '#platform/run.ts';
import type { Actor, Work } from '#platform/work.ts';

/** An answer: what was done, or the same once more. */
export type Done = { readonly status: number; readonly value: unknown };

type Kept = { readonly status: number; readonly reply: unknown; readonly request_hash: string };

/** Ends a transaction whose act was done before under the same key. */
class DoneBefore extends Error {
  readonly kept: Kept;
  constructor(kept: Kept) {
    super('done before');
    this.kept = kept;
  }
}

/**
 * Performs an act once a key. The reply is kept in the act's own transaction; a key is unique, so of two requests at once
 * one is written and the other is undone and gets the first one's reply, as does whoever comes later.
 *
 * The key is looked up while the act already runs, on the same connection: nearly always it is new, and nobody waits.
 * @throws Refused `platform.key-reused` when the key came with another request.
 */
export async function once(
  runner: Runner,
  actor: Actor,
  request: { readonly key: string; readonly content: readonly unknown[]; readonly seenRevision: number | undefined },
  status: number,
  act: (w: Work) => Promise<unknown>,
): Promise<Done> {
  const { key, content, seenRevision } = request;
  if (key.length > 200) throw new Refused([{ code: 'platform.malformed', status: 400 }]);
  const hash = createHash('sha256').update(canonicalJson(content)).digest('hex');
  const performed = async (w: Work): Promise<Done> => {
    const [kept, acted] = await Promise.allSettled([keptUnder(w, key), act(w)]);
    if (kept.status === 'rejected') throw kept.reason;
    if (kept.value) throw new DoneBefore(kept.value);
    if (acted.status === 'rejected') throw acted.reason;
    keep(w, key, hash, status, acted.value);
    return { status, value: acted.value };
  };
  try {
    return await runner.write(actor, performed, seenRevision);
  } catch (error) {
    // Whatever stopped the second of two at once, the first one's reply is the answer.
    const kept = error instanceof DoneBefore ? error.kept : await runner.write(actor, (w) => keptUnder(w, key));
    if (!kept) throw error;
    if (kept.request_hash !== hash) throw new Refused([{ code: 'platform.key-reused', status: 422 }]);
    return { status: kept.status, value: kept.reply };
  }
}

function keptUnder(w: Work, key: string): Promise<Kept | undefined> {
  return w.db.first(sql<Kept>`select status, reply, request_hash from platform.idempotency
    where company_id = ${w.actor.companyId} and employee_id = ${w.actor.employeeId} and key = ${key}`);
}

function keep(w: Work, key: string, hash: string, status: number, value: unknown): void {
  w.db.later(sql`insert into platform.idempotency (company_id, employee_id, key, request_hash, status, reply)
    values (${w.actor.companyId}, ${w.actor.employeeId}, ${key}, ${hash}, ${status}, ${JSON.stringify(value ?? null)})`);
}
