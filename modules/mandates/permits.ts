import { definePermits } from '#kernel/permit.ts';

export const mandatesPermits = definePermits({
  /** Read and sign one's own job description; Today; My mandate. */
  'mandates.own': { everyone: true, founding: true },
  /** Read every job description and who could decide what. */
  'mandates.read': { founding: true },
  'mandates.draft': { founding: true },
  /** Review what was sent to one. */
  'mandates.review': { everyone: true, founding: true },
  'mandates.approve': { founding: true },
  /** Answer what was asked of one; the decision itself needs the permit that was asked for. */
  'mandates.decide': { everyone: true, founding: true },
  'mandates.appraise': {},
});
