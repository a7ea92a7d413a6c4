import { type Refusal, Refused, refusal } from '#kernel/refusal.ts';
import { wordsOf } from '#modules/mandates/contract.ts';
import type { Work } from '#platform/work.ts';
import { employeeNames } from '../data/people.ts';
import { orderRefusals } from '../refusals.ts';
import type { Need } from '../rules/needs.ts';
import { beyond, type WeighedNeed } from './weigh-needs.ts';

/**
 * The refusal that helps: every need beyond the right, by how much, and who may decide it.
 * @returns what to throw; `ask` names the person to ask, `needs` everything that lies beyond.
 */
export async function beyondRefused(w: Work, weighed: readonly WeighedNeed[]): Promise<Refused> {
  const open = beyond(weighed);
  const names = await employeeNames(
    w,
    open.flatMap((each) => (each.by === 'superior' ? [each.ask] : [])),
  );
  const needs = open.map((each) => ({
    permit: each.need.permit,
    figures: each.need.figures,
    excess: each.excess,
    ask:
      each.by === 'superior'
        ? { of: { id: each.ask, name: names.get(each.ask) ?? '' }, permit: each.need.permit }
        : null,
  }));
  const reasons = open.map((each) => reasonFor(w, each.need));
  if (open.some((each) => each.by === 'no-one')) reasons.push(refusal(orderRefusals, 'orders.no-one-may-decide'));
  const ask = needs.every((need) => need.ask !== null) ? needs[0]?.ask : undefined;
  const [first] = needs;
  return new Refused(reasons, { permit: first?.permit, excess: first?.excess ?? [], needs, ...(ask && { ask }) });
}

function reasonFor(w: Work, need: Need): Refusal {
  switch (need.permit) {
    case 'orders.price-column':
      return refusal(orderRefusals, 'orders.beyond-column', { ...need.figures, entitled: need.entitled });
    case 'orders.discount':
      return refusal(orderRefusals, 'orders.beyond-discount', wordsOf(w, { ...need.figures, line: need.position }));
    case 'orders.release-credit': {
      const { amount, overdueDays } = need.figures;
      return refusal(orderRefusals, 'orders.beyond-credit', wordsOf(w, creditWords(amount, overdueDays)));
    }
  }
}

/** How far an order goes beyond the credit, as sentences need it; the amount in minor units. */
export function creditWords(amount: number, overdueDays: number) {
  return { amount, overdueDays, kind: overdueDays === 0 ? 'limit' : amount === 0 ? 'overdue' : 'both' };
}
