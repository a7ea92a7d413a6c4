import { type Ages, ageBuckets } from '../../rules/ageing.ts';

const tones = { notDue: 'neutral', to30: 'info', to60: 'warning', to90: 'warning', over90: 'bad' } as const;

/** The parts of an ageing bar: every bucket with its name and tone, in the order of age. */
export function ageParts(ages: Ages, name: (bucket: (typeof ageBuckets)[number]) => string) {
  return ageBuckets.map((bucket) => ({ key: bucket, label: name(bucket), value: ages[bucket], tone: tones[bucket] }));
}
