import { month } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import type { AppraisalRow } from '../data/appraisals.ts';
import { clausesInForce } from '../data/in-force.ts';
import { type AppraisalLine, chooseEvidence, lineShare } from '../rules/appraisal.ts';
import { type FormClause, formOf, formOfLines } from '../rules/appraisal-form.ts';
import { type ClausePay, clausePay } from '../slots.ts';
import { nameOfKind, sayBinding } from './say.ts';

export type Figures = {
  readonly lines: readonly AppraisalLine[];
  readonly form: readonly FormClause[];
  readonly pay: readonly ClausePay[];
};

/**
 * Form and figures of an appraisal as the actor may see them: live while it is open, then as they were when the head signed.
 * Amounts of pay are always asked for anew, since not everybody who reads an appraisal may know them.
 */
export async function figuresOf(w: Work, found: AppraisalRow): Promise<Figures> {
  const { employee, month: of, lines, form } = found;
  if (found.state === 'open') {
    // Whoever does not see the employee's records would read zeros, so is shown figures only when they are signed.
    const seen = w.authority.reach.has(employee.id);
    const [live, { form: now, pay }] = await Promise.all([
      seen ? linesOf(w, employee.id, of) : [],
      formFor(w, employee.id, of),
    ]);
    return { lines: live, form: now, pay };
  }
  const pay = await w.registry.answer(clausePay)(w, employee.id, of);
  return { lines, form: form.length > 0 ? form : formOfLines(lines), pay };
}

/**
 * Clause by clause what the month required and what was done, computed from the records of the day: for each duty over
 * the days on which its clause bound the employee.
 */
export async function linesOf(w: Work, employeeId: string, of: string): Promise<AppraisalLine[]> {
  const period = month(of);
  const clauses = await clausesInForce(w, employeeId, period.from, period.to);
  const duties = clauses.flatMap((clause) =>
    clause.bindings.flatMap((bound) => {
      const kind = bound.kind === 'duty' ? w.registry.duties.get(bound.key) : undefined;
      return kind ? [{ clause, bound, kind }] : [];
    }),
  );
  return Promise.all(
    duties.map(async ({ clause, bound, kind }): Promise<AppraisalLine> => {
      const context = {
        employeeId,
        settings: bound.settings as never,
        clauseId: clause.id,
        clauseNumber: clause.number,
      };
      const measured = await kind.measure(w, context, { from: clause.from, to: clause.to });
      return {
        clauseId: clause.id,
        number: clause.number,
        text: clause.text,
        area: clause.area,
        key: bound.key,
        name: nameOfKind(w, 'duty', bound.key),
        norm: sayBinding(w, bound),
        from: clause.from,
        to: clause.to,
        unit: measured.unit,
        required: measured.required,
        done: measured.done,
        late: measured.late,
        missed: measured.missed,
        share: lineShare(measured),
        evidence: chooseEvidence(measured.evidence),
        evidenceTotal: measured.evidence.length,
      };
    }),
  );
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
