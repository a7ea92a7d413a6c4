import { expect, test } from 'vitest';
import { move } from '#kernel/lifecycle.ts';
import { isWithAuthor, type WeekPlanAct, type WeekPlanState, weekPlanLifecycle } from './week-plan-lifecycle.ts';

test.each<[WeekPlanState, WeekPlanAct, WeekPlanState | null, string]>([
  ['draft', 'submit', 'submitted', 'the author lays it before the head'],
  ['submitted', 'submit', null, 'it lies there already'],
  ['approved', 'submit', null, 'what is approved is carried out'],
  ['remarked', 'submit', 'submitted', 'mended and laid before the head again'],
  ['submitted', 'approve', 'approved', 'the head agrees'],
  ['draft', 'approve', null, 'nothing lies before the head'],
  ['remarked', 'approve', null, 'the author mends it first'],
  ['approved', 'approve', null, 'once is enough'],
  ['submitted', 'remark', 'remarked', 'the head wants it otherwise'],
  ['approved', 'remark', null, 'the word was given'],
  ['submitted', 'recall', 'draft', 'the author takes it back before the decision'],
  ['approved', 'recall', null, 'too late'],
])('%s, %s: %s — %s', (state, act, after) => {
  expect(move(weekPlanLifecycle, state, act)).toBe(after);
});

test.each([
  [null, true],
  ['draft', true],
  ['remarked', true],
  ['submitted', false],
  ['approved', false],
] as const)('items of a plan in state %s change freely: %s', (state, free) => {
  expect(isWithAuthor(state)).toBe(free);
});
