import { isWithAuthor, type WeekPlanState } from './week-plan-lifecycle.ts';

export type ReplanFault =
  | 'activities.closed'
  | 'activities.planned-for-past'
  | 'activities.plan-with-head'
  | 'activities.plan-with-head-there';

/**
 * Whether a planned activity may be put on another day or hour without a word: within plans that are with their author.
 * In a submitted or approved plan only the hour of the same day is free; another day is a move, with a reason.
 * `there` is the state of the plan of the week it would go to.
 */
export function judgeReplanning(
  item: { readonly state: string; readonly plannedOn: string | null; readonly plan: WeekPlanState | null },
  wish: { readonly plannedOn: string; readonly there: WeekPlanState | null },
  today: string,
): ReplanFault[] {
  if (item.state !== 'planned') return ['activities.closed'];
  if (wish.plannedOn === item.plannedOn) return [];
  return [
    ...(wish.plannedOn < today ? (['activities.planned-for-past'] as const) : []),
    ...(isWithAuthor(item.plan) ? [] : (['activities.plan-with-head'] as const)),
    ...(isWithAuthor(item.plan) && !isWithAuthor(wish.there) ? (['activities.plan-with-head-there'] as const) : []),
  ];
}
