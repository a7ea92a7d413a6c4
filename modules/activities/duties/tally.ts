import type { EvidenceRecord, Measurement } from '#platform/declare/duty.ts';

/** Adds judged records up to a measurement in counts; the first 500 stay as evidence. */
export function tally(judged: readonly EvidenceRecord[]): Measurement {
  const count = (verdict: EvidenceRecord['verdict']) => judged.filter((each) => each.verdict === verdict).length;
  const [done, late, missed] = [count('done'), count('late'), count('missed')];
  return { required: judged.length, done, late, missed, unit: 'count', evidence: judged.slice(0, 500) };
}
