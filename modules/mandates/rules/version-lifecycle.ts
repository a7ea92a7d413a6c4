import { defineLifecycle } from '#kernel/lifecycle.ts';

export type VersionState = 'draft' | 'in-review' | 'reviewed' | 'approved' | 'revoked';

/** The life of a version. "Superseded" is no state: it is an approved version whose days are over. */
export const versionLifecycle = defineLifecycle({
  states: ['draft', 'in-review', 'reviewed', 'approved', 'revoked'],
  initial: 'draft',
  moves: {
    submit: { from: ['draft'], to: 'in-review' },
    remark: { from: ['in-review'], to: 'draft' },
    recall: { from: ['in-review', 'reviewed'], to: 'draft' },
    accept: { from: ['in-review'], to: 'reviewed' },
    approve: { from: ['reviewed'], to: 'approved' },
    revoke: { from: ['approved'], to: 'revoked' },
  },
});

/** How a version stands on a day. */
export type Standing = Exclude<VersionState, 'approved'> | 'awaiting' | 'in-force' | 'superseded';

/**
 * What an approved version is on a day: awaiting its first day, in force, or superseded. `inForce` is half-open; null
 * bounds are open; undefined means an empty range, a version that was replaced before its first day.
 */
export function standingOf(
  state: VersionState,
  inForce: { from: string | null; to: string | null } | undefined,
  today: string,
): Standing {
  if (state !== 'approved') return state;
  if (!inForce || (inForce.to !== null && inForce.to <= today)) return 'superseded';
  return inForce.from !== null && inForce.from > today ? 'awaiting' : 'in-force';
}
