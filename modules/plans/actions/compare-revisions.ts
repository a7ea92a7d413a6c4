import type { EndpointReply } from '#kernel/endpoint.ts';
import type { Work } from '#platform/work.ts';
import { revisionById, standingAt } from '../data/plans.ts';
import type { comparePlanRevisions } from '../endpoints.ts';
import { metricOf } from '../metrics.ts';
import { refuse } from '../refusals.ts';
import { comparePlans } from '../rules/compare-plans.ts';

/**
 * A plan with its parts as it stood at two of its revisions.
 * @throws Refused `plans.unknown-revision` (404), `plans.other-plan` when they are revisions of different plans.
 */
export async function compareRevisions(
  w: Work,
  wish: { before: string; after: string },
): Promise<EndpointReply<typeof comparePlanRevisions>> {
  const [before, after] = await Promise.all([revisionById(w, wish.before), revisionById(w, wish.after)]);
  if (!before || !after) return refuse('plans.unknown-revision');
  const same = (of: 'bearer' | 'metric' | 'month') => before[of] === after[of];
  if (!same('bearer') || !same('metric') || !same('month')) refuse('plans.other-plan');
  const [was, is] = await Promise.all([standingAt(w, before.id), standingAt(w, after.id)]);
  return {
    unit: metricOf(before.metric).unit,
    currency: w.company.currency,
    before: { id: before.id, setAt: before.setAt },
    after: { id: after.id, setAt: after.setAt },
    figures: [...comparePlans(was, is)],
  };
}
