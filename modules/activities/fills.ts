import { openMatters } from '#modules/clients/contract.ts';
import type { Fill } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';
import { openWith } from './data/activities.ts';

/** Contacts planned and steps promised: both go with the client to the new keeper. */
async function open(w: Work, clientIds: readonly string[], keeperId: string) {
  const { planned, steps } = await openWith(w, clientIds);
  const of = `/activities?keeper=${keeperId}`;
  return [
    { key: 'planned', count: planned, amount: null, href: `${of}&state=planned&sort=day` },
    { key: 'next-steps', count: steps, amount: null, href: `${of}&nextOpen=true&sort=day` },
  ];
}

/** What activities answer to the questions of lower modules. */
export const activityFills: readonly Fill[] = [openMatters.with(open)];
