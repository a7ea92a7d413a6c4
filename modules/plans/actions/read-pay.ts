import type { EndpointReply } from '#kernel/endpoint.ts';
import { mayI, type Work } from '#platform/work.ts';
import { readMonth } from '../data/calendar.ts';
import { payroll, settledStatement } from '../data/pay.ts';
import { employeeInPaySight } from '../data/people.ts';
import type { employeePay, payroll as payrollEndpoint } from '../endpoints-pay.ts';
import { type DrawnLine, drawStatement } from './draw-statement.ts';

type PayStatement = EndpointReply<typeof employeePay>;

/** The pay of an employee for a month: as it was settled, or as it stands today. @throws Refused 404 out of sight. */
export async function readPay(w: Work, employeeId: string, monthText: string): Promise<PayStatement> {
  const period = readMonth(w, monthText);
  const { month } = period;
  const employee = await employeeInPaySight(w, employeeId);
  const settled = await settledStatement<DrawnLine>(w, employeeId, month);
  if (settled) {
    return {
      employee,
      month,
      currency: settled.currency,
      state: 'settled',
      statementId: settled.id,
      settledAt: settled.settledAt,
      settledBy: settled.settledBy,
      lines: settled.lines.map(shown),
      total: settled.total,
      whatIf: [],
      can: { settle: false },
    };
  }
  const drawn = await drawStatement(w, employeeId, period);
  return {
    employee,
    month,
    currency: w.company.currency,
    state: 'draft',
    statementId: null,
    settledAt: null,
    settledBy: null,
    lines: drawn.lines.map(shown),
    total: drawn.total,
    // A month that is over went as it went.
    whatIf: (period.to <= w.today.toString() ? [] : drawn.suppositions).map(({ supposition, total }) => ({
      rate: supposition.kind === 'forecast' ? null : supposition.rate,
      total,
    })),
    can: {
      settle: maySettle(w, employeeId) && period.to <= w.today.toString() && drawn.formula.length > 0,
    },
  };
}

/** Who is paid for a month within the actor's sight, with what is settled. */
export async function readPayroll(w: Work, monthText: string): Promise<EndpointReply<typeof payrollEndpoint>> {
  const period = readMonth(w, monthText);
  const rows = await payroll(w, period);
  const over = period.to <= w.today.toString();
  return {
    month: period.month,
    currency: w.company.currency,
    over,
    items: rows.map((row) => ({
      ...row,
      can: { settle: over && row.clauses > 0 && row.total === null && maySettle(w, row.employee.id) },
    })),
    total: rows.reduce((so, row) => so + (row.total ?? 0), 0),
  };
}

function maySettle(w: Work, employeeId: string): boolean {
  return employeeId !== w.actor.employeeId && mayI(w, 'pay.settle', { keeperId: employeeId }).kind === 'allowed';
}

function shown({
  part,
  rule,
  title,
  params,
  base,
  rate,
  amount,
  sources,
  clause,
}: DrawnLine): PayStatement['lines'][number] {
  const { id, number, text, title: description, version, versionId } = clause;
  return {
    part,
    rule,
    title,
    params: { ...params },
    base,
    rate,
    amount,
    sources: [...sources],
    clause: { id, number, text, title: description, version, versionId },
  };
}
