import { expect, test } from 'vitest';
import { chooseEvidence, countedFaults, keptEvidence, lineShare, overallShare } from './appraisal.ts';

test('duties count the same, and those that required nothing do not count', () => {
  expect(overallShare([{ share: 10_000 }, { share: 5000 }, { share: null }])).toBe(7500);
  expect(overallShare([{ share: null }])).toBeNull();
  expect(lineShare({ required: 0, done: 0 })).toBeNull();
  expect(lineShare({ required: 4, done: 3 })).toBe(7500);
});

test('what came late or was missed is counted where acts are, not where money or shares are', () => {
  const lines = [
    { unit: 'count', late: 2, missed: 1 },
    { unit: 'count', late: 0, missed: 3 },
    { unit: 'money', late: 500_000, missed: 90_000 },
    { unit: 'basis-points', late: 100, missed: 200 },
  ] as const;
  expect(countedFaults(lines)).toEqual({ late: 2, missed: 4 });
  expect(countedFaults([])).toEqual({ late: 0, missed: 0 });
});

test('a line keeps what needs an explanation before what went well', () => {
  const record = (id: string, verdict: 'done' | 'late' | 'missed', at: string) => ({
    kind: 'visit',
    id,
    label: id,
    at,
    href: '/',
    verdict,
  });
  const kept = chooseEvidence([
    record('a', 'done', '2026-05-09'),
    record('b', 'late', '2026-05-01'),
    record('c', 'missed', '2026-05-02'),
    record('d', 'done', '2026-05-10'),
  ]);
  expect(kept.map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  const many = Array.from({ length: 300 }, (_, i) => record(String(i), 'done', '2026-05-01'));
  expect(chooseEvidence(many)).toHaveLength(keptEvidence);
});
