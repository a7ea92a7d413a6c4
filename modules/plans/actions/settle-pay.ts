import { month as monthPeriod } from '#kernel/period.ts';
import { notify } from '#modules/mandates/contract.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';
import { holdPay, insertStatement, settledStatement } from '../data/pay.ts';
import { employeeInPaySight } from '../data/people.ts';
import { refuse } from '../refusals.ts';
import { drawStatement } from './draw-statement.ts';
import { issueStatement } from './print-statement.ts';

/**
 * Freezes the pay of an employee for a month that is over, and issues its document. Nothing changes it afterwards.
 * @throws Refused `plans.pay-own`, `plans.pay-month-not-over`, `plans.pay-settled-already`, `plans.pay-no-clause`.
 */
export async function settlePay(w: Work, employeeId: string, month: string): Promise<{ id: string; total: number }> {
  const period = monthPeriod(month);
  await employeeInPaySight(w, employeeId);
  await requirePermit(w, 'pay.settle', { keeperId: employeeId });
  if (employeeId === w.actor.employeeId) refuse('plans.pay-own');
  if (period.to > w.today.toString()) refuse('plans.pay-month-not-over', { month });
  // What is carried from settled months would otherwise be paid twice by two months settled at once.
  await holdPay(w, employeeId);
  if (await settledStatement(w, employeeId, month)) refuse('plans.pay-settled-already', { month });
  const drawn = await drawStatement(w, employeeId, period);
  if (drawn.formula.length === 0) refuse('plans.pay-no-clause');
  const id = w.newId();
  await insertStatement(w, { id, employeeId, month, lines: drawn.lines, formula: drawn.formula, total: drawn.total });
  await issueStatement(w, id, employeeId, period, drawn);
  await announce(w, 'plans.pay-settled', {
    statementId: id,
    employeeId,
    month,
    total: drawn.total,
    currency: w.company.currency,
  });
  await notify(w, employeeId, 'plans.pay-settled', { month }, `/pay/${month}`);
  return { id, total: drawn.total };
}
