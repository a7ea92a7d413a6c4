import { mayI, type Work } from '#platform/work.ts';
import type { ActivityRow } from '../data/activities.ts';
import { isWithAuthor } from '../rules/week-plan-lifecycle.ts';

type Can = true | string[];

/** An activity as it goes out, with what the actor may do with it, or why not. */
export function shownActivity(w: Work, { keeperId, ...item }: ActivityRow) {
  return { ...item, can: canOf(w, keeperId, item) };
}

function canOf(w: Work, keeperId: string, item: Pick<ActivityRow, 'state' | 'planState'>) {
  const granted = (permit: string) =>
    mayI(w, permit, { keeperId }).kind === 'allowed' ? [] : ['platform.not-granted'];
  const open = item.state === 'planned' ? [] : ['activities.closed'];
  const free = isWithAuthor(item.planState) ? [] : ['activities.plan-with-head'];
  const record: Can = orTrue([...granted('activities.record'), ...open]);
  return {
    carryOut: record,
    move: record,
    miss: record,
    replan: orTrue([...granted('activities.plan'), ...open, ...free]),
    remove: orTrue([...granted('activities.plan'), ...open, ...free]),
  };
}

function orTrue(reasons: string[]): Can {
  return reasons.length === 0 ? true : reasons;
}
