import { definePermits } from '#kernel/permit.ts';

export const activitiesPermits = definePermits({
  'activities.read': {},
  'activities.plan': {},
  'activities.record': {},
  'activities.approve-plan': {},
});
