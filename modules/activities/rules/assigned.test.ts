import { describe, expect, it } from 'vitest';
import { judgeAssigned } from './assigned.ts';

const day = (text: string) => `2026-11-${text}`;

describe('how what was assigned was carried out by the 12th', () => {
  it.each([
    ['done', '10', '10', 'done', 'on its day'],
    ['done', '09', '10', 'done', 'before its day'],
    ['done', '11', '10', 'late', 'a day after'],
    ['missed', '10', '10', 'missed', 'with a reason, but it did not take place'],
    ['planned', '11', '11', 'missed', 'its day has passed in silence'],
    ['planned', '12', '12', null, 'today is not over'],
    ['planned', '15', '15', null, 'still to come'],
    ['moved', '10', '10', null, 'its twin counts'],
  ] as const)('%s on the %s, planned for the %s: %s, %s', (state, on, plannedOn, verdict, _why) => {
    expect(judgeAssigned({ state, day: day(on), plannedOn: day(plannedOn) }, day('12'))).toBe(verdict);
  });
});
