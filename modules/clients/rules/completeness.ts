export type ClientStage = 'potential' | 'active' | 'lapsed';

/** What of a card is judged. Empty text counts as missing. */
export type CardFacts = {
  readonly kind: 'company' | 'person';
  readonly legalName: string;
  readonly country: string | null;
  readonly city: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly segment: string;
  readonly taxNumber: string;
  readonly contacts: readonly {
    readonly phone: string;
    readonly email: string;
    readonly decisionRole: string;
    readonly level: string;
  }[];
};

export type RequiredField =
  | 'reachable'
  | 'place'
  | 'segment'
  | 'legalName'
  | 'taxNumber'
  | 'address'
  | 'contact'
  | 'decider';

const has = (text: string | null) => text !== null && text.trim() !== '';

const tests: Readonly<Record<RequiredField, (facts: CardFacts) => boolean>> = {
  reachable: ({ phone, email, contacts }) =>
    has(phone) || has(email) || contacts.some((each) => has(each.phone) || has(each.email)),
  place: ({ country, city }) => has(country) || has(city),
  segment: ({ segment }) => has(segment),
  legalName: ({ kind, legalName }) => kind === 'person' || has(legalName),
  taxNumber: ({ kind, taxNumber }) => kind === 'person' || has(taxNumber),
  address: ({ address }) => has(address),
  contact: ({ kind, contacts }) => kind === 'person' || contacts.length > 0,
  decider: ({ kind, contacts }) =>
    kind === 'person' || contacts.some((each) => each.decisionRole === 'decides' || each.level === 'top'),
};

/** What a card needs: of a potential client little, of one that is sold to all that documents and debts need. */
export const requiredFor: Readonly<Record<ClientStage, readonly RequiredField[]>> = {
  potential: ['reachable', 'place', 'segment'],
  active: ['reachable', 'place', 'segment', 'legalName', 'taxNumber', 'address', 'contact', 'decider'],
  lapsed: ['reachable', 'place', 'segment', 'legalName', 'taxNumber', 'address', 'contact', 'decider'],
};

/** How complete a card is for a stage, in basis points, and what is missing. */
export function judgeCompleteness(facts: CardFacts, stage: ClientStage): { shareBp: number; missing: RequiredField[] } {
  const required = requiredFor[stage];
  const missing = required.filter((field) => !tests[field](facts));
  return { shareBp: Math.round(((required.length - missing.length) * 10_000) / required.length), missing };
}
