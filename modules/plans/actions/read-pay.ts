import type { EndpointReply } from '#kernel/endpoint.ts';
import type { Period } from '#kernel/period.ts';
import { mayI, type Work } from '#platform/work.ts';
import { readMonth } from '../data/calendar.ts';
import { minimumWage } from '../data/minimum.ts';
import { type PayrollRow, payroll, settledStatement } from '../data/pay.ts';
import { employeeInPaySight } from '../data/people.ts';
import type { employeePay, payroll as payrollEndpoint } from '../endpoints-pay.ts';
import { carriedSince, type DrawnLine, drawStatement } from './draw-statement.ts';

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

/**
 * Who is paid for a month within the actor's sight, with what is settled. Whoever holds no position any more stands in it
 * while something that became known of an earlier month is not paid.
 */
export async function readPayroll(w: Work, monthText: string): Promise<EndpointReply<typeof payrollEndpoint>> {
  const period = readMonth(w, monthText);
  const [all, minimum] = await Promise.all([payroll(w, period, carriedSince(period.from)), minimumWage(w, period)]);
  const over = period.to <= w.today.toString();
  const rows = await withoutWhoIsOwedNothing(w, all, period);
  const owed = (row: PayrollRow) => row.left || row.clauses > 0 || minimum !== null;
  return {
    month: period.month,
    currency: w.company.currency,
    over,
    items: rows.map((row) => ({
      ...row,
      can: { settle: over && row.total === null && owed(row) && maySettle(w, row.employee.id) },
    })),
    total: rows.reduce((so, row) => so + (row.total ?? 0), 0),
    minimumWage: minimum,
  };
}

/** One after the other: each asks a dozen questions, and whoever left is few. */
async function withoutWhoIsOwedNothing(w: Work, rows: readonly PayrollRow[], period: Period): Promise<PayrollRow[]> {
  const kept: PayrollRow[] = [];
  for (const row of rows) {
    const listed =
      !row.left || row.total !== null || (await drawStatement(w, row.employee.id, period)).lines.length > 0;
    if (listed) kept.push(row);
  }
  return kept;
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
  return {
    part,
    rule,
    title,
    params: { ...params },
    base,
    rate,
    amount,
    sources: [...sources],
    clause: clause && {
      id: clause.id,
      number: clause.number,
      text: clause.text,
      title: clause.title,
      version: clause.version,
      versionId: clause.versionId,
    },
  };
}
