import { expect, test } from 'vitest';
import { freeTime, shifted, type Taken } from './free-time.ts';

test.each<[string, Taken[], number, string | null]>([
  ['an empty day begins in the morning', [], 60, '09:00'],
  ['after what is taken', [{ time: '09:00', minutes: 60 }], 60, '10:00'],
  [
    'between two',
    [
      { time: '09:00', minutes: 60 },
      { time: '11:00', minutes: 60 },
    ],
    60,
    '10:00',
  ],
  [
    'not where it would run into the next',
    [
      { time: '09:00', minutes: 60 },
      { time: '10:30', minutes: 60 },
    ],
    60,
    '11:30',
  ],
  ['a quarter of an hour taken takes its half-hour', [{ time: '09:15', minutes: 15 }], 30, '09:30'],
  ['touching is free', [{ time: '09:30', minutes: 30 }], 30, '09:00'],
  ['nothing fits any more', [{ time: '09:00', minutes: 480 }], 90, null],
  ['the last hour', [{ time: '09:00', minutes: 480 }], 60, '17:00'],
])('%s', (_name, taken, minutes, time) => {
  expect(freeTime(taken, minutes)).toBe(time);
});

test.each([
  ['09:00', 30, '09:30'],
  ['09:45', -30, '09:15'],
  ['00:10', -30, '00:00'],
  ['23:15', 60, '23:30'],
])('%s moved by %i minutes is %s', (time, minutes, moved) => {
  expect(shifted(time, minutes)).toBe(moved);
});
