import type { PastLapse } from './judge-lapse.ts';

/**
 * What became of a lapse: handled by a contact or an order from the day it broke; in time, late, not at all, or still
 * within the days allowed (`open`). Days are numbers since 1970.
 */
export function judgeReaction(
  lapse: PastLapse,
  contacts: readonly number[],
  today: number,
  withinDays: number,
): 'done' | 'late' | 'missed' | 'open' {
  const answers = [...contacts, ...(lapse.nextOrder === null ? [] : [lapse.nextOrder])].filter(
    (day) => day >= lapse.brokeOn,
  );
  const deadline = lapse.brokeOn + withinDays;
  if (answers.length > 0) return Math.min(...answers) <= deadline ? 'done' : 'late';
  return today > deadline ? 'missed' : 'open';
}
