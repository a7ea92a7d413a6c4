import { expect, test } from 'vitest';
import { chooseEvidence, keptEvidence, lineShare, overallShare } from './appraisal.ts';

test('duties count the same, and those that required nothing do not count', () => {
  expect(overallShare([{ share: 10_000 }, { share: 5000 }, { share: null }])).toBe(7500);
  expect(overallShare([{ share: null }])).toBeNull();
  expect(lineShare({ required: 0, done: 0 })).toBeNull();
  expect(lineShare({ required: 4, done: 3 })).toBe(7500);
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
