import type { Tone } from '#platform/web/tone.ts';

/** What the standing of a version means to a reader. */
export const standingTones: Readonly<Record<string, Tone>> = {
  draft: 'neutral',
  'in-review': 'info',
  reviewed: 'info',
  awaiting: 'info',
  'in-force': 'good',
  superseded: 'neutral',
  revoked: 'bad',
};
