import { defineLifecycle } from '#kernel/lifecycle.ts';

/** A plan goes to the head and comes back approved or with a remark; a remarked one is submitted again. */
export const weekPlanLifecycle = defineLifecycle({
  states: ['draft', 'submitted', 'approved', 'remarked'],
  initial: 'draft',
  moves: {
    submit: { from: ['draft', 'remarked'], to: 'submitted' },
    recall: { from: ['submitted'], to: 'draft' },
    approve: { from: ['submitted'], to: 'approved' },
    remark: { from: ['submitted'], to: 'remarked' },
  },
});
export type WeekPlanState = (typeof weekPlanLifecycle.states)[number];
export type WeekPlanAct = keyof typeof weekPlanLifecycle.moves;

/** Whether items come, go and change days freely: the plan is with its author. */
export function isWithAuthor(state: WeekPlanState | null): boolean {
  return state === null || state === 'draft' || state === 'remarked';
}
