import { month } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import type { AppraisalRow } from '../data/appraisals.ts';
import { clausesInForce } from '../data/in-force.ts';
import type { AppraisalLine, OutsideLine } from '../rules/appraisal.ts';
import { type FormClause, formOf, formOfLines } from '../rules/appraisal-form.ts';
import { type ClausePay, clausePay } from '../slots.ts';
import { factsIn } from './duty-facts.ts';

export type Figures = {
  readonly lines: readonly AppraisalLine[];
  /** What was assigned outside the job description; null where it is not seen, or was not counted when the head signed. */
  readonly outside: OutsideLine | null;
  readonly form: readonly FormClause[];
  readonly pay: readonly ClausePay[];
};

/**
 * Form and figures of an appraisal as the actor may see them: live while it is open, then as they were when the head signed.
 * Amounts of pay are always asked for anew, since not everybody who reads an appraisal may know them.
 */
export async function figuresOf(w: Work, found: AppraisalRow): Promise<Figures> {
  const { employee, month: of, lines, outside, form } = found;
  if (found.state === 'open') {
    // Whoever does not see the employee's records would read zeros, so is shown figures only when they are signed.
    const seen = w.authority.reach.has(employee.id);
    const [live, { form: now, pay }] = await Promise.all([
      seen ? factsIn(w, employee.id, month(of)) : null,
      formFor(w, employee.id, of),
    ]);
    return { lines: live?.duties ?? [], outside: live?.outside ?? null, form: now, pay };
  }
  const pay = await w.registry.answer(clausePay)(w, employee.id, of);
  return { lines, outside, form: form.length > 0 ? form : formOfLines(lines), pay };
}

/** The clauses that the month is judged by, with what each about pay came to, in words; and the amounts, for whoever may know. */
export async function formFor(
  w: Work,
  employeeId: string,
  of: string,
): Promise<{ form: FormClause[]; pay: readonly ClausePay[] }> {
  const period = month(of);
  const [clauses, pay] = await Promise.all([
    clausesInForce(w, employeeId, period.from, period.to),
    w.registry.answer(clausePay)(w, employeeId, of),
  ]);
  return { form: formOf(clauses, pay), pay };
}
