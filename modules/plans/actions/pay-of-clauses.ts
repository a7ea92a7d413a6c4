import { month as monthPeriod } from '#kernel/period.ts';
import type { ClausePay } from '#modules/mandates/contract.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import { settledStatement } from '../data/pay.ts';
import { seesPay } from '../data/people.ts';
import { explain } from '../rules/explain.ts';
import { type DrawnLine, drawStatement } from './draw-statement.ts';

/**
 * What each clause of an employee was paid for a month: as it was settled, or as it stands today. Words are titles of the
 * lines, which name no amount; nothing at all for whoever may not see that pay.
 */
export async function payOfClauses(w: Work, employeeId: string, month: string): Promise<ClausePay[]> {
  if (!(await seesPay(w, employeeId))) return [];
  const settled = await settledStatement<DrawnLine>(w, employeeId, month);
  const lines = settled?.lines ?? (await drawStatement(w, employeeId, monthPeriod(month))).lines;
  return lines.flatMap((line) => {
    if (line.part === 'carried' || line.clause === null) return [];
    const said = (language: 'en' | 'ru') => {
      const { title, values } = explain(line, settled?.currency ?? w.company.currency, language);
      return sentence(w.registry, language, title, values);
    };
    return [{ clauseId: line.clause.id, said: { en: said('en'), ru: said('ru') }, amount: line.amount }];
  });
}
