import { sql } from '#platform/db/sql.ts';
import { actingEmployee, announce, mayI, reachOf, requirePermit, type Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';

type Revised = { id: string; revision: number };
type Whose = { readonly keeperId: string; readonly recordedById: string | null };

/**
 * Withdraws a promise: by whoever recorded it, the keeper of the client, or those above. What is kept or broken stays, since
 * credit is judged by it. The reason stays with the promise.
 * @throws Refused `settlements.unknown-promise`, `settlements.not-your-promise`, `settlements.promise-settled`.
 */
export async function withdrawPromise(w: Work, id: string, reason: string): Promise<Revised> {
  const promise = await w.db.first(sql<Whose & { state: string; client_id: string }>`select keeper_id as "keeperId",
      recorded_by as "recordedById", state, client_id from settlements.promises where id = ${id} for update`);
  if (!promise) refuse('settlements.unknown-promise');
  await requirePermit(w, 'settlements.promise', { keeperId: promise.keeperId });
  if (!isTheirs(w, promise)) refuse('settlements.not-your-promise');
  if (promise.state !== 'open') refuse('settlements.promise-settled');
  const withdrawn = await w.db.one(sql<Revised>`update settlements.promises set state = 'withdrawn',
      settled_on = ${w.today.toString()}::date, withdrawn_by = ${actingEmployee(w)}, withdrawn_reason = ${reason.trim()}
    where id = ${id} returning id, revision`);
  await announce(w, 'settlements.promise-withdrawn', { promiseId: id, clientId: promise.client_id });
  return withdrawn;
}

/** Whether the actor may withdraw the promise now. */
export function mayWithdraw(w: Work, promise: Whose & { readonly state: string }): boolean {
  return (
    promise.state === 'open' &&
    isTheirs(w, promise) &&
    mayI(w, 'settlements.promise', { keeperId: promise.keeperId }).kind === 'allowed'
  );
}

/** A grant over the whole company alone makes nobody answer for a client: only the line above the keeper does. */
function isTheirs(w: Work, { keeperId, recordedById }: Whose): boolean {
  return recordedById === w.actor.employeeId || reachOf(w, keeperId).kind !== 'none';
}
