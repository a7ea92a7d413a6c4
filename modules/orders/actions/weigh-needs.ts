import type { Excess, Grant } from '#kernel/permit.ts';
import { mayI, type Work } from '#platform/work.ts';
import type { AuthorizationRow } from '../data/authorizations.ts';
import { covers, type Need, type NeedPermit } from '../rules/needs.ts';

/** What stands behind a need: one's own right, a decision granted for this very content, a superior to ask, or no one. */
export type WeighedNeed = { readonly need: Need } & (
  | { readonly by: 'right'; readonly grant: Grant }
  | { readonly by: 'decision' }
  | { readonly by: 'superior'; readonly ask: string; readonly excess: readonly Excess[] }
  | { readonly by: 'no-one'; readonly excess: readonly Excess[] }
);

/**
 * Weighs every need against what the actor may and what was decided before for the same content.
 * @param granted decisions and rights kept with the order; those for another content count for nothing
 */
export function weighNeeds(
  w: Work,
  keeperId: string,
  needs: readonly Need[],
  granted: readonly AuthorizationRow[],
  contentHash: string,
): WeighedNeed[] {
  const asker = asAsker(
    w,
    needs.map((need) => need.permit),
  );
  return needs.map((need): WeighedNeed => {
    const decision = mayI(asker, need.permit, { keeperId, figures: need.figures });
    if (decision.kind === 'allowed') return { need, by: 'right', grant: decision.by };
    if (isDecided(need, granted, contentHash)) return { need, by: 'decision' };
    const { excess } = decision;
    return decision.kind === 'ask'
      ? { need, by: 'superior', ask: decision.of, excess }
      : { need, by: 'no-one', excess };
  });
}

/** Whether a decision for this very content covers the need; its figures may not have grown. */
function isDecided(need: Need, given: readonly AuthorizationRow[], contentHash: string): boolean {
  return isCovered(
    need,
    given.filter((each) => each.state === 'granted'),
    contentHash,
  );
}

/** Whether what was held or granted at the asking still covers the need: its figures have not grown. */
export function isCovered(need: Need, authorizations: readonly AuthorizationRow[], hash: string): boolean {
  return authorizations.some(
    (each) =>
      (each.state === 'held' || each.state === 'granted') &&
      each.permit === need.permit &&
      each.content_hash === hash &&
      covers(each.figures, need.figures),
  );
}

/**
 * The same work, by somebody who may ask: whoever takes orders asks the nearest superior even without any right of the
 * kind, as if their own right went as far as nothing.
 */
export function asAsker(w: Work, permits: readonly NeedPermit[]): Work {
  const nothing = permits.map((permit): Grant => {
    const dimensions = Object.keys(w.registry.permits.get(permit)?.limits ?? {});
    const limits = Object.fromEntries(dimensions.map((dimension) => [dimension, 0]));
    return { permit, scope: 'own', limits, clauseId: null, clauseNumber: null, onBehalfOf: null };
  });
  return { ...w, authority: { ...w.authority, grants: [...w.authority.grants, ...nothing] } };
}

/** Those needs that wait for somebody else. */
export function beyond(weighed: readonly WeighedNeed[]) {
  return weighed.filter((each) => each.by === 'superior' || each.by === 'no-one');
}
