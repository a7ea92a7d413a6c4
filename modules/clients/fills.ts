import type { Fill } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';
import { inForceWith } from './data/contracts.ts';
import { openMatters } from './slots.ts';

async function contracts(w: Work, clientIds: readonly string[], keeperId: string) {
  const href = `/contracts?keeper=${keeperId}&open=true`;
  return [{ key: 'contracts', count: await inForceWith(w, clientIds), amount: null, href }];
}

/** What this module itself answers. */
export const clientFills: readonly Fill[] = [openMatters.with(contracts)];
