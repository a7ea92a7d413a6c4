import { type Refusal, Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import type { Route } from '#platform/http/route.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import type { BulkAct, BulkInput, BulkOutcome } from './bulk.ts';

/** Row id → why not. A row without an entry was, or would be, done. */
export type Refusals = ReadonlyMap<string, Refusal>;

/** What answers a bulk act. A row that the actor cannot see must be refused, too. */
export type BulkSource<A extends BulkAct> = {
  /** For which rows it would be refused; nothing is left of the question. */
  readonly preview: (w: Work, ids: readonly string[], input: BulkInput<A>) => Promise<Refusals>;
  /** Does it for those rows that it can be done for. */
  readonly run: (w: Work, ids: readonly string[], input: BulkInput<A>) => Promise<Refusals>;
};

/**
 * A bulk act that does each row by the act of a single one, so that nothing is judged less for being many, and what is
 * refused for one (two that fit a limit alone and not together) leaves the others done. The preview does the same and
 * takes it back. Rows are taken in the order of their making: two bulk acts never wait for each other.
 */
export function inTurn<A extends BulkAct>(
  act: (w: Work, id: string, input: BulkInput<A>) => Promise<unknown>,
): BulkSource<A> {
  const run: BulkSource<A>['run'] = async (w, ids, input) => {
    // A bulk act saw no revision of any single row.
    const unseen = { ...w, seenRevision: undefined };
    const refused = new Map<string, Refusal>();
    for (const id of ids.toSorted()) {
      await w.db.run(sql`savepoint one_row`);
      const refusal = await act(unseen, id, input).then(() => null, refusedWith);
      await w.db.run(refusal ? sql`rollback to savepoint one_row` : sql`release savepoint one_row`);
      if (refusal) refused.set(id, refusal);
    }
    return refused;
  };
  return {
    run,
    preview: async (w, ids, input) => {
      await w.db.run(sql`savepoint before_all`);
      const refused = await run(w, ids, input);
      await w.db.run(sql`rollback to savepoint before_all`);
      return refused;
    },
  };
}

/** A bulk act whose rows do not touch each other: judged together, then done together. */
export function together<A extends BulkAct>(source: {
  readonly refusals: (w: Work, ids: readonly string[], input: BulkInput<A>) => Promise<Refusals>;
  readonly run: (w: Work, ids: readonly string[], input: BulkInput<A>) => Promise<void>;
}): BulkSource<A> {
  return {
    preview: source.refusals,
    run: async (w, ids, input) => {
      const refused = await source.refusals(w, ids, input);
      const allowed = ids.filter((id) => !refused.has(id));
      if (allowed.length > 0) await source.run(w, allowed, input);
      return refused;
    },
  };
}

/** The routes of a bulk act. */
export function answerBulk<A extends BulkAct>(act: A, source: BulkSource<A>): readonly Route[] {
  const answered = (ask: BulkSource<A>['run']): Route['handle'] => {
    return async (w, { body }) => {
      const { ids, input } = body as { ids: string[]; input: BulkInput<A> };
      return outcome(w, ids, await ask(w, ids, input));
    };
  };
  return [
    { endpoint: act.preview, handle: answered(source.preview) },
    { endpoint: act.perform, handle: answered(source.run) },
  ];
}

function refusedWith(error: unknown): Refusal {
  const [reason] = error instanceof Refused ? error.reasons : [];
  if (!reason) throw error;
  return reason;
}

function outcome(w: Work, ids: readonly string[], refused: Refusals): BulkOutcome {
  const refusals = [...refused].map(([id, { code, params }]) => ({
    id,
    code,
    detail: sentence(w.registry, w.actor.language, `refusal.${code}`, params),
  }));
  return { done: ids.filter((id) => !refused.has(id)).length, refusals };
}
