import { type Grant, holdsFor } from '#kernel/permit.ts';

/** Why a request goes on to another. */
export type PassingCause = 'unanswered' | 'cannot-decide';

/** Someone who might decide a request, with the grants that count as theirs today. */
export type Candidate = {
  readonly employeeId: string;
  readonly grants: readonly Grant[];
  /** Whether the record that waits is within their reach; true where it is nobody's. */
  readonly reaches: boolean;
};

export type Standing = {
  readonly permit: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly askedOf: string;
  readonly dueAt: string;
  /** The reporting line above the asker, nearest first. */
  readonly chain: readonly Candidate[];
  /** Whoever else holds the permit over all of the company, the highest first. */
  readonly others: readonly Candidate[];
  /** Who can see to it that somebody decides, when nobody may: the head of the line, then HR. */
  readonly caretakers: readonly string[];
};

/**
 * To whom a request goes on, and why; null where it stays. Unanswered past its time it goes to the next above who may
 * decide it. Asked of somebody who may not (any more), it goes at once to the nearest who may, else to a caretaker.
 */
export function passingOn(standing: Standing, now: string): { to: string; cause: PassingCause } | null {
  const { askedOf, caretakers } = standing;
  const mayDecide = ({ grants, reaches }: Candidate) =>
    grants.some((grant) => holdsFor(grant, standing.permit, standing.figures) && (grant.scope === 'all' || reaches));
  const above = standing.chain.filter(mayDecide).map(({ employeeId }) => employeeId);
  const deciders = [...above, ...standing.others.filter(mayDecide).map(({ employeeId }) => employeeId)];
  if (!deciders.includes(askedOf)) {
    const to = deciders[0] ?? (caretakers.includes(askedOf) ? undefined : caretakers[0]);
    return to === undefined ? null : { to, cause: 'cannot-decide' };
  }
  const late = Temporal.Instant.compare(now, standing.dueAt) > 0;
  const next = above[above.indexOf(askedOf) + 1];
  return late && above.includes(askedOf) && next !== undefined ? { to: next, cause: 'unanswered' } : null;
}
