/** What of a version must be known to judge whether it is whole. */
export type ClauseFacts = {
  readonly number: string;
  readonly section: number;
  readonly area: string;
  readonly cadence: string;
  readonly responsibility: string | null;
  readonly legalReference: string;
  readonly bindings: readonly { readonly kind: 'duty' | 'right' | 'pay'; readonly fault?: BindingFault | null }[];
};
/** Why a binding cannot be kept: no such kind is installed, or its settings do not fit the kind. */
export type BindingFault = 'mandates.binding-unknown' | 'mandates.settings-do-not-fit';

export type CompletenessFault = {
  readonly code:
    | 'mandates.section-empty'
    | 'mandates.duty-without-area'
    | 'mandates.duty-without-cadence'
    | 'mandates.duty-without-binding'
    | 'mandates.right-without-authority'
    | 'mandates.responsibility-without-type'
    | 'mandates.responsibility-without-rule'
    | 'mandates.binding-misplaced'
    | BindingFault;
  /** The clause at fault, or the section when it has none. */
  readonly clause: string;
};

/** The sections of a job description, by number. */
export const sections = [1, 2, 3, 4, 5] as const;

/** Which kind of binding belongs to which section: duties, rights, responsibility. */
export const bindingSection = { duty: 2, right: 3, pay: 4 } as const;

/** Every reason why a version cannot be submitted, each naming its clause; none means that it is whole. */
export function judgeCompleteness(clauses: readonly ClauseFacts[]): CompletenessFault[] {
  const empty = sections.filter((section) => !clauses.some((clause) => clause.section === section));
  return [
    ...empty.map((section) => ({ code: 'mandates.section-empty' as const, clause: String(section) })),
    ...clauses.flatMap((clause) => codesOf(clause).map((code) => ({ code, clause: clause.number }))),
  ];
}

function codesOf(clause: ClauseFacts): CompletenessFault['code'][] {
  const faults: CompletenessFault['code'][] = [];
  const has = (kind: 'duty' | 'right' | 'pay') => clause.bindings.some((binding) => binding.kind === kind);
  if (clause.section === 2) {
    if (clause.area.trim() === '') faults.push('mandates.duty-without-area');
    if (clause.cadence === '') faults.push('mandates.duty-without-cadence');
    if (!has('duty')) faults.push('mandates.duty-without-binding');
  }
  if (clause.section === 3 && !has('right')) faults.push('mandates.right-without-authority');
  if (clause.section === 4) {
    if (clause.responsibility === null) faults.push('mandates.responsibility-without-type');
    if (clause.legalReference.trim() === '' && !has('pay')) faults.push('mandates.responsibility-without-rule');
  }
  for (const binding of clause.bindings) {
    if (bindingSection[binding.kind] !== clause.section) faults.push('mandates.binding-misplaced');
    if (binding.fault) faults.push(binding.fault);
  }
  return faults;
}
