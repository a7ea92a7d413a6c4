import { Refused, refusal } from '#kernel/refusal.ts';
import { wordsOf } from '#modules/mandates/contract.ts';
import type { Work } from '#platform/work.ts';
import type { NewAuthorization } from '../data/authorizations.ts';
import { orderRefusals } from '../refusals.ts';
import { wantsReason } from '../rules/needs.ts';
import { creditWords } from './refuse-beyond.ts';
import type { WeighedNeed } from './weigh-needs.ts';

/**
 * What of an order's needs goes on by the actor's own right, to be kept with the order.
 * @throws Refused `orders.reason-needed` where such a right is used only with a reason and none was given.
 */
export function held(w: Work, weighed: readonly WeighedNeed[], reason: string | undefined): NewAuthorization[] {
  return weighed.flatMap((each): NewAuthorization[] => {
    if (each.by !== 'right') return [];
    const { need, grant } = each;
    const kept = { permit: need.permit, figures: need.figures, state: 'held', clauseId: grant.clauseId } as const;
    if (!wantsReason(need)) return [kept];
    if (!reason) throw reasonNeeded(w, need.figures);
    return [{ ...kept, reason }];
  });
}

function reasonNeeded(w: Work, figures: Readonly<Record<string, number>>): Refused {
  const words = wordsOf(w, creditWords(figures.amount ?? 0, figures.overdueDays ?? 0));
  return new Refused([refusal(orderRefusals, 'orders.reason-needed', words, '/reason')], { figures });
}
