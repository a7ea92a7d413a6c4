import type { EvidenceRecord, Measurement, Verdict } from '#platform/declare/duty.ts';

type Judged = { readonly verdict: Verdict; readonly weight: number; readonly record: Omit<EvidenceRecord, 'verdict'> };

/** Adds judged records up to a measurement; `unit` says what their weights are. The first 500 stay as evidence. */
export function tally(judged: readonly Judged[], unit: Measurement['unit']): Measurement {
  const sum = (verdict: Verdict) =>
    judged.filter((each) => each.verdict === verdict).reduce((total, each) => total + each.weight, 0);
  const [done, late, missed] = [sum('done'), sum('late'), sum('missed')];
  const evidence = judged.slice(0, 500).map(({ verdict, record }) => ({ ...record, verdict }));
  return { required: done + late + missed, done, late, missed, unit, evidence };
}
