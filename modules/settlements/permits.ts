import { definePermits } from '#kernel/permit.ts';

export const settlementsPermits = definePermits({
  'settlements.read': {},
  'settlements.promise': { limits: { days: 'days' } },
  'settlements.post': {},
});
