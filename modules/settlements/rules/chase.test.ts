import { expect, test } from 'vitest';
import { judgeChase, judgeCollection } from './chase.ts';

test.each([
  ['paid within the grace', '2026-11-12', null, '2026-11-20', 'not-required'],
  ['chased on the last day', null, '2026-11-13', '2026-11-20', 'done'],
  ['chased a day late', null, '2026-11-14', '2026-11-20', 'late'],
  ['chased in time and paid after', '2026-11-30', '2026-11-11', '2026-12-01', 'done'],
  ['not chased, the time is over', null, null, '2026-11-14', 'missed'],
  ['not chased, on the last day', null, null, '2026-11-13', 'running'],
  ['paid after the grace without a word', '2026-11-18', null, '2026-11-20', 'missed'],
])('an invoice due on the 10th with three days of grace: %s', (_name, paidOn, chasedOn, today, verdict) => {
  expect(judgeChase({ dueOn: '2026-11-10', paidOn, chasedOn }, 3, today)).toBe(verdict);
});

test.each([
  ['on its day', '2026-11-10', '2026-11-20', 'done'],
  ['a day late', '2026-11-11', '2026-11-20', 'late'],
  ['not yet, its day is today', null, '2026-11-10', 'running'],
  ['not yet, its day has passed', null, '2026-11-11', 'missed'],
])('an invoice due on the 10th, paid %s', (_name, paidOn, today, verdict) => {
  expect(judgeCollection({ dueOn: '2026-11-10', paidOn }, today)).toBe(verdict);
});
