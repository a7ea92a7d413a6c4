import { expect, test } from 'vitest';
import { judgeReplanning } from './replan.ts';
import type { WeekPlanState } from './week-plan-lifecycle.ts';

const today = '2026-11-24';
const friday = '2026-11-27';

test.each<[string, WeekPlanState | null, string, WeekPlanState | null, string[], string]>([
  ['planned', null, '2026-11-26', null, [], 'no plan yet: it goes where it is dragged'],
  ['planned', 'draft', '2026-11-26', 'draft', [], 'a draft'],
  ['planned', 'remarked', '2026-11-26', 'remarked', [], 'the head wants it otherwise'],
  ['planned', 'approved', friday, 'approved', [], 'another hour of the same day'],
  ['planned', 'approved', '2026-11-26', 'approved', ['plan-with-head'], 'another day of an approved plan'],
  ['planned', 'submitted', '2026-12-02', null, ['plan-with-head'], 'out of a submitted plan'],
  ['planned', 'draft', '2026-12-02', 'approved', ['plan-with-head-there'], 'into an approved plan'],
  ['planned', 'draft', '2026-11-23', 'draft', ['planned-for-past'], 'yesterday'],
  ['done', 'draft', '2026-11-26', 'draft', ['closed'], 'it is done'],
  ['missed', null, friday, null, ['closed'], 'it was missed'],
])('%s in a plan %s, to %s in a plan %s: %j — %s', (state, plan, plannedOn, there, faults) => {
  const found = judgeReplanning({ state, plannedOn: friday, plan }, { plannedOn, there }, today);
  expect(found.map((code) => code.replace('activities.', ''))).toEqual(faults);
});
