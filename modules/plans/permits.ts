import { definePermits } from '#kernel/permit.ts';

export const plansPermits = definePermits({
  /** See plans and facts, and the team. */
  'plans.read': {},
  /** Draft plans: one's own, of those below, of a department all of whose people one reaches. */
  'plans.set': {},
  'plans.approve': {},
  'pay.read-own': { everyone: true, founding: true },
  /** See everybody's pay and settle it. */
  'pay.settle': {},
});
