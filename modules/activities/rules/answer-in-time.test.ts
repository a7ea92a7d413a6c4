import { expect, test } from 'vitest';
import { judgeAnswer } from './answer-in-time.ts';

test.each([
  ['2026-11-24T08:00:00Z', 'done', 'the same evening'],
  ['2026-11-24T18:00:00Z', 'done', 'at the very moment'],
  ['2026-11-24T18:00:01Z', 'late', 'a second after'],
])('laid before the head on Monday at 18:00, answered at %s: %s — %s', (answered, verdict) => {
  expect(judgeAnswer('2026-11-23T18:00:00Z', answered, 24, Temporal.Instant.from('2026-12-01T00:00:00Z'))).toBe(
    verdict,
  );
});

test.each([
  ['2026-11-24T18:00:00Z', 'running'],
  ['2026-11-24T18:00:01Z', 'missed'],
])('without an answer at %s: %s', (now, verdict) => {
  expect(judgeAnswer('2026-11-23T18:00:00Z', null, 24, Temporal.Instant.from(now))).toBe(verdict);
});
