import { expect, test } from 'vitest';
import { snoozeChoices } from './snooze-choices.ts';

test.each([
  ['2026-11-24', '2026-11-25', '2026-11-30', 'on a Tuesday next week begins in six days'],
  ['2026-11-23', '2026-11-24', '2026-11-30', 'on a Monday it is not this Monday'],
  ['2026-11-29', '2026-11-30', '2026-11-30', 'on a Sunday it is tomorrow'],
])('%s: tomorrow %s, next week %s: %s', (today, tomorrow, nextWeek) => {
  expect(snoozeChoices(Temporal.PlainDate.from(today)).map(({ day }) => day.toString())).toEqual([tomorrow, nextWeek]);
});
