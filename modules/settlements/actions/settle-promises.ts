import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { clientsWithDuePromises, promiseFacts } from '../data/promises.ts';
import { judgePromises } from '../rules/promise.ts';

/** Judges a client's promises by the money that came in, and records what became kept or broken. */
export async function settlePromises(w: Work, clientId: string): Promise<void> {
  const { promised, received } = await promiseFacts(w, clientId);
  if (promised.length === 0) return;
  const states = judgePromises(promised, received, w.today.toString());
  const changed = promised.filter((promise) => promise.state === 'open' && states.get(promise.id) !== 'open');
  for (const state of ['kept', 'broken'] as const) {
    const ids = changed.filter((promise) => states.get(promise.id) === state).map((promise) => promise.id);
    if (ids.length > 0) {
      await w.db.run(
        sql`update settlements.promises set state = ${state}, settled_on = ${w.today.toString()}::date where id = any (${ids}::uuid[])`,
      );
    }
  }
}

/** Nightly: promises whose day has passed. */
export async function settleDuePromises(w: Work): Promise<void> {
  for (const clientId of await clientsWithDuePromises(w)) await settlePromises(w, clientId);
}
