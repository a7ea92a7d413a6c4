import type { AppraisalLine } from './appraisal.ts';

/** A clause that an appraisal judges; `pay` is what its pay rules came to, in words, without amounts. */
export type FormClause = {
  readonly clauseId: string;
  readonly number: string;
  readonly section: number;
  readonly text: string;
  readonly pay: readonly { readonly en: string; readonly ru: string }[];
};
type Clause = { readonly id: string; readonly number: string; readonly section: number; readonly text: string };

/** Duties and responsibilities: what somebody can be judged by. Rights and general provisions are not. */
const judgedSections: ReadonlySet<number> = new Set([2, 4]);

/** The form of an appraisal: each clause in force that can be judged once, in the order of the description. */
export function formOf(
  clauses: readonly Clause[],
  pay: readonly { readonly clauseId: string; readonly said: FormClause['pay'][number] }[],
): FormClause[] {
  const judged = new Map(clauses.filter(({ section }) => judgedSections.has(section)).map((each) => [each.id, each]));
  return [...judged.values()].map(({ id, number, section, text }) => ({
    clauseId: id,
    number,
    section,
    text,
    pay: pay.filter(({ clauseId }) => clauseId === id).map(({ said }) => said),
  }));
}

/** The form of an appraisal signed before there were forms: the clauses that it measured. */
export function formOfLines(lines: readonly Pick<AppraisalLine, 'clauseId' | 'number' | 'text'>[]): FormClause[] {
  return formOf(
    lines.map(({ clauseId, number, text }) => ({ id: clauseId, number, text, section: 2 })),
    [],
  );
}
