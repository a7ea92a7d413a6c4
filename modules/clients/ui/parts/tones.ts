import type { Tone } from '#platform/web/tone.ts';

/** What statuses and classes of clients mean to the eye. */
export const tones = {
  status: { potential: 'info', active: 'good', lapsed: 'bad' },
  class: { key: 'warning', A: 'good', B: 'neutral', C: 'neutral' },
} as const satisfies Record<string, Record<string, Tone>>;
