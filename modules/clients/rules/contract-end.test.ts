import { expect, test } from 'vitest';
import { contractStanding, judgeRenewal } from './contract-end.ts';

const open = { noticeDays: 30, ending: null };

test.each([
  [{ ...open, validUntil: null }, 'holds', 'without an end'],
  [{ ...open, validUntil: '2026-12-25' }, 'holds', 'a day before the notice begins'],
  [{ ...open, validUntil: '2026-12-24' }, 'runs-out', 'the notice begins'],
  [{ ...open, validUntil: '2026-11-24' }, 'runs-out', 'the last day still holds'],
  [{ ...open, validUntil: '2026-11-23' }, 'ran-out', 'nothing was decided'],
  [{ ...open, validUntil: '2026-11-23', ending: 'renewed' as const }, 'renewed', 'another took its place'],
  [{ ...open, validUntil: '2027-11-23', ending: 'ended' as const }, 'ended', 'before its time'],
] as const)('%j %s: %s', (contract, standing, _why) => {
  expect(contractStanding(contract, '2026-11-24')).toBe(standing);
});

test.each([
  ['2026-12-10', '2026-12-01', 7, 'done', 'nine days before'],
  ['2026-12-10', '2026-12-03', 7, 'done', 'on the day itself'],
  ['2026-12-10', '2026-12-04', 7, 'late', 'a day after'],
  ['2026-12-10', null, 7, 'open', 'there is time'],
  ['2026-11-30', null, 7, 'missed', 'the day is over'],
  ['2026-12-01', null, 7, 'open', 'the day is today'],
] as const)('until %s, decided on %s, %i days before: %s, %s', (validUntil, endedOn, days, verdict, _why) => {
  expect(judgeRenewal({ validUntil, endedOn }, days, '2026-11-24')).toBe(verdict);
});
