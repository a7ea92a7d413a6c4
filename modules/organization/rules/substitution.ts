import type { Period } from '#kernel/period.ts';

export type SubstitutionFacts = {
  readonly absence: Period;
  readonly wished: Period;
  readonly today: string;
  /** Absences of the substitute and orders by which they are themselves stood in for, that touch the wished days. */
  readonly substituteAbsent: boolean;
  /** The absent employee stands in for somebody on those days: a chain. */
  readonly absentSubstitutes: boolean;
};
export type SubstitutionFault =
  | 'organization.period-empty'
  | 'organization.outside-absence'
  | 'organization.substitute-absent'
  | 'organization.substitutes-another';

/** All reasons why a substitution cannot be ordered: it lies within the absence, nobody absent stands in, no chains. */
export function judgeSubstitution(facts: SubstitutionFacts): SubstitutionFault[] {
  const faults: SubstitutionFault[] = [];
  if (facts.wished.from >= facts.wished.to) faults.push('organization.period-empty');
  if (facts.wished.from < facts.absence.from || facts.wished.to > facts.absence.to)
    faults.push('organization.outside-absence');
  if (facts.substituteAbsent) faults.push('organization.substitute-absent');
  if (facts.absentSubstitutes) faults.push('organization.substitutes-another');
  return faults;
}
