import { describe, expect, test } from 'vitest';
import { monthTotals, overbroken, shortfallOf } from './breakdown.ts';
import { judgePlan } from './judge-plan.ts';

describe('personal plans against the plan of the department', () => {
  test.each([
    ['reach it', 1000, [400, 600], null],
    ['exceed it', 1000, [700, 600], null],
    ['stay below', 1000, [400, 500], { plan: 1000, sum: 900, short: 100 }],
    ['are missing', 1000, [], { plan: 1000, sum: 0, short: 1000 }],
    ['have nothing to reach', null, [1], null],
  ])('%s', (_name, department, personal, expected) => {
    expect(shortfallOf(department, personal)).toEqual(expected);
  });
});

describe('a month of a plan sheet', () => {
  test.each([
    ['whoever has no plan yet adds nothing', 1000, [400, null, 500], { sum: 900, short: 100 }],
    ['nothing is short of no plan', null, [400], { sum: 400, short: 0 }],
    ['more than the plan is not short', 100, [60, 60], { sum: 120, short: 0 }],
  ])('%s', (_name, department, personal, expected) => {
    expect(monthTotals(department, personal)).toEqual(expected);
  });
});

describe('the parts of a plan', () => {
  const wholes = new Map([
    ['ann', 100],
    ['bob', 50],
  ]);
  test('may stay below it, by product group and by client each for itself', () => {
    const parts = [
      { bearer: 'ann', by: 'category', amount: 100 },
      { bearer: 'ann', by: 'client', amount: 60 },
    ] as const;
    expect(overbroken(wholes, parts)).toEqual([]);
  });
  test('may not exceed it', () => {
    const parts = [
      { bearer: 'ann', by: 'category', amount: 60 },
      { bearer: 'ann', by: 'category', amount: 41 },
      { bearer: 'bob', by: 'client', amount: 50 },
      { bearer: 'cid', by: 'client', amount: 1 },
    ] as const;
    expect(overbroken(wholes, parts)).toEqual(['ann', 'cid']);
  });
});

describe('a month judged by its plan', () => {
  test.each([
    ['met', 100, 100, true, { required: 100, done: 100, missed: 0 }],
    ['missed by a part', 100, 80, true, { required: 100, done: 80, missed: 20 }],
    ['exceeded: the surplus mends no other month', 100, 300, true, { required: 100, done: 100, missed: 0 }],
    ['more came back than went out', 100, -5, true, { required: 100, done: 0, missed: 100 }],
    ['still running: only what was done is judged', 100, 30, false, { required: 30, done: 30, missed: 0 }],
    ['without a plan nothing is required', null, 30, true, null],
  ])('%s', (_name, plan, fact, over, expected) => {
    expect(judgePlan(plan, fact, over)).toEqual(expected);
  });
});
