/** How a visit or call can end. `no-contact`: nobody was reached. */
export const outcomes = ['agreed-terms', 'payment-agreement', 'next-step', 'no-contact'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a person enters to close an activity; amounts in minor units, days `YYYY-MM-DD`. */
export type OutcomeWish = {
  readonly outcome?: Outcome | null | undefined;
  readonly note?: string | undefined;
  readonly nextStep?: string | undefined;
  readonly nextOn?: string | null | undefined;
  readonly promisedAmount?: number | null | undefined;
  readonly promisedOn?: string | null | undefined;
};

export type OutcomeFault = {
  readonly code:
    | 'activities.outcome-needed'
    | 'activities.terms-needed'
    | 'activities.next-step-needed'
    | 'activities.next-day-needed'
    | 'activities.next-day-past'
    | 'activities.sum-needed'
    | 'activities.payment-day-needed'
    | 'activities.payment-day-past'
    | 'activities.payment-without-agreement';
  readonly field: string;
};

/**
 * What an outcome lacks, all of it at once; nothing when the activity may be closed with it. Days are compared with the
 * day of the contact, not with today: what was noted without a network is sent later.
 */
export function judgeOutcome(wish: OutcomeWish, doneOn: string): OutcomeFault[] {
  if (!wish.outcome) return [{ code: 'activities.outcome-needed', field: '/outcome' }];
  return [...judgeTerms(wish), ...judgeNextStep(wish, doneOn), ...judgePayment(wish, doneOn)];
}

/** Terms that nobody wrote down were not agreed: the note says which they are. */
function judgeTerms({ outcome, note }: OutcomeWish): OutcomeFault[] {
  const unsaid = outcome === 'agreed-terms' && (note ?? '').trim() === '';
  return unsaid ? [{ code: 'activities.terms-needed', field: '/note' }] : [];
}

/** Any outcome may name a next step; the outcome `next-step` must. A step is a text with its day, never one of them. */
function judgeNextStep({ outcome, nextStep, nextOn }: OutcomeWish, doneOn: string): OutcomeFault[] {
  const named = (nextStep ?? '').trim() !== '';
  const asked = outcome === 'next-step' || named || Boolean(nextOn);
  if (!asked) return [];
  return [
    ...(named ? [] : [{ code: 'activities.next-step-needed', field: '/nextStep' } as const]),
    ...(nextOn ? [] : [{ code: 'activities.next-day-needed', field: '/nextOn' } as const]),
    ...(nextOn && nextOn < doneOn ? [{ code: 'activities.next-day-past', field: '/nextOn' } as const] : []),
  ];
}

function judgePayment({ outcome, promisedAmount, promisedOn }: OutcomeWish, doneOn: string): OutcomeFault[] {
  if (outcome !== 'payment-agreement') {
    const stray = Boolean(promisedAmount) || Boolean(promisedOn);
    return stray ? [{ code: 'activities.payment-without-agreement', field: '/promisedAmount' }] : [];
  }
  return [
    ...(promisedAmount && promisedAmount > 0
      ? []
      : [{ code: 'activities.sum-needed', field: '/promisedAmount' } as const]),
    ...(promisedOn ? [] : [{ code: 'activities.payment-day-needed', field: '/promisedOn' } as const]),
    ...(promisedOn && promisedOn < doneOn
      ? [{ code: 'activities.payment-day-past', field: '/promisedOn' } as const]
      : []),
  ];
}
