import { mayI, type Work } from '#platform/work.ts';
import type { ActivityRow } from '../data/activities.ts';
import { isWithAuthor } from '../rules/week-plan-lifecycle.ts';
import { assigns, owes } from './assign.ts';

type Can = true | string[];

/** An activity as it goes out, with what the actor may do with it, or why not. */
export function shownActivity(w: Work, { keeperId, ...item }: ActivityRow) {
  return { ...item, can: canOf(w, keeperId, item) };
}

function canOf(w: Work, keeperId: string, item: Omit<ActivityRow, 'keeperId'>) {
  const granted = (permit: string) =>
    mayI(w, permit, { keeperId }).kind === 'allowed' ? [] : ['platform.not-granted'];
  const open = item.state === 'planned' ? [] : ['activities.closed'];
  const free = isWithAuthor(item.planState) ? [] : ['activities.plan-with-head'];
  const mayAssign = assigns(w, owes(item));
  const assigned = item.assigned !== null && !mayAssign;
  const record: Can = orTrue([...granted('activities.record'), ...open]);
  return {
    carryOut: record,
    move: record,
    miss: record,
    replan: orTrue([...granted('activities.plan'), ...open, ...free]),
    remove: orTrue([
      ...granted('activities.plan'),
      ...open,
      ...free,
      ...(assigned ? ['activities.assigned-stays'] : []),
    ]),
    assign: orTrue([...granted('activities.plan'), ...open, ...(mayAssign ? [] : ['activities.not-yours-to-assign'])]),
  };
}

function orTrue(reasons: string[]): Can {
  return reasons.length === 0 ? true : reasons;
}
