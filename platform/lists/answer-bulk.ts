import type { Refusal } from '#kernel/refusal.ts';
import type { Route } from '#platform/http/route.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import type { BulkAct, BulkInput, BulkOutcome } from './bulk.ts';

/** What answers a bulk act. */
export type BulkSource<A extends BulkAct> = {
  /** Row id → why not. A row that the actor cannot see must be refused here, too. Ids without an entry may go on. */
  readonly preview: (w: Work, ids: readonly string[], input: BulkInput<A>) => Promise<ReadonlyMap<string, Refusal>>;
  /** Does it, for rows that preview let pass, in the same transaction. */
  readonly run: (w: Work, ids: readonly string[], input: BulkInput<A>) => Promise<void>;
};

type Body<A extends BulkAct> = { ids: string[]; input: BulkInput<A> };

/** The routes of a bulk act. The preview is asked again when it is done: what changed meanwhile counts. */
export function answerBulk<A extends BulkAct>(act: A, source: BulkSource<A>): readonly Route[] {
  return [
    {
      endpoint: act.preview,
      handle: async (w, { body }) => {
        const { ids, input } = body as Body<A>;
        return outcome(w, ids, await source.preview(w, ids, input));
      },
    },
    {
      endpoint: act.perform,
      handle: async (w, { body }) => {
        const { ids, input } = body as Body<A>;
        const refused = await source.preview(w, ids, input);
        const allowed = ids.filter((id) => !refused.has(id));
        if (allowed.length > 0) await source.run(w, allowed, input);
        return outcome(w, ids, refused);
      },
    },
  ];
}

function outcome(w: Work, ids: readonly string[], refused: ReadonlyMap<string, Refusal>): BulkOutcome {
  const refusals = [...refused].map(([id, { code, params }]) => ({
    id,
    code,
    detail: sentence(w.registry, w.actor.language, `refusal.${code}`, params),
  }));
  return { done: ids.filter((id) => !refused.has(id)).length, refusals };
}
