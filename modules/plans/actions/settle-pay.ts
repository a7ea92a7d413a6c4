import { month as monthPeriod } from '#kernel/period.ts';
import { notify } from '#modules/mandates/contract.ts';
import { announce, requirePermit, type Work } from '#platform/work.ts';
import { holdPay, insertStatement, settledStatement, staffArrangers } from '../data/pay.ts';
import { employeeInPaySight, type Named } from '../data/people.ts';
import { refuse } from '../refusals.ts';
import { type Drawn, drawStatement } from './draw-statement.ts';
import { issueStatement } from './print-statement.ts';

/**
 * Freezes the pay of an employee for a month that is over, and issues its document. Nothing changes it afterwards.
 * @throws Refused `plans.pay-own`, `plans.pay-month-not-over`, `plans.pay-settled-already`, `plans.pay-no-clause`.
 */
export async function settlePay(w: Work, employeeId: string, month: string): Promise<{ id: string; total: number }> {
  const period = monthPeriod(month);
  const employee = await employeeInPaySight(w, employeeId);
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
  await tellOfTopUp(w, employee, month, drawn);
  return { id, total: drawn.total };
}

/** A formula that stayed below a minimum is a matter for whoever looks after the staff; how much it was is not told them. */
async function tellOfTopUp(w: Work, { id, name }: Named, month: string, { lines }: Drawn): Promise<void> {
  const toppedUp = lines.filter(({ part }) => part === 'top-up').reduce((so, line) => so + line.amount, 0);
  if (toppedUp === 0) return;
  await announce(w, 'plans.pay-topped-up', { employeeId: id, month, amount: toppedUp, currency: w.company.currency });
  const others = (await staffArrangers(w)).filter((each) => each !== id);
  for (const each of others) await notify(w, each, 'plans.pay-topped-up', { name, month }, `/people/${id}`);
}
