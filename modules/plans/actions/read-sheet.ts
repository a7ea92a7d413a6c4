import type { EndpointReply } from '#kernel/endpoint.ts';
import { month as monthPeriod } from '#kernel/period.ts';
import type { Work } from '#platform/work.ts';
import { readMonth } from '../data/calendar.ts';
import { monthlySales } from '../data/facts.ts';
import { departmentById } from '../data/people.ts';
import { currentPlans, type PlanRow, settledMonths } from '../data/plans.ts';
import type { planSheet } from '../endpoints.ts';
import { metricOf } from '../metrics.ts';
import { monthTotals } from '../rules/breakdown.ts';
import { monthsFrom } from '../rules/month-days.ts';
import type { MetricPaid } from '../rules/pay-lines.ts';
import { mayWhole, wholeDepartment } from './department-reach.ts';

type Sheet = EndpointReply<typeof planSheet>;
type Cell = Sheet['plan'][number];

/** The plan sheet of a department. @throws Refused 404 unknown, 403 when somebody of it is out of reach. */
export async function readSheet(
  w: Work,
  departmentId: string,
  wish: { metric?: MetricPaid | undefined; from?: string | undefined; months?: number | undefined },
): Promise<Sheet> {
  const metric = metricOf(wish.metric ?? 'sales');
  const months = monthsFrom(readMonth(w, wish.from).month, wish.months ?? 3);
  const span = { from: monthPeriod(months[0] ?? '').from, to: monthPeriod(months.at(-1) ?? '').to };
  const before = { from: yearBefore(span.from), to: yearBefore(span.to) };
  const department = await departmentById(w, departmentId);
  const members = await wholeDepartment(w, 'plans.read', departmentId, span);
  const ids = members.map((member) => member.id);
  const [rows, settled, lastYear] = await Promise.all([
    currentPlans(w, { employees: ids, departments: [departmentId], months, metric: metric.key }),
    settledMonths(w, ids, months),
    metric.key === 'sales' ? monthlySales(w, ids, before) : new Map<string, number>(),
  ]);
  const wholes = new Map(
    rows
      .filter((row) => !row.categoryId && !row.clientId)
      .map((row) => [`${row.employeeId ?? row.departmentId} ${row.month} ${row.state}`, row]),
  );
  const over = (month: string) => monthPeriod(month).to <= w.today.toString();
  const cell = (bearer: string, month: string): Cell =>
    cellOf(
      month,
      wholes.get(`${bearer} ${month} draft`),
      wholes.get(`${bearer} ${month} approved`),
      over(month) || settled.has(`${bearer} ${month}`),
    );
  const employees = members.map((member) => ({
    employee: { id: member.id, name: member.name },
    position: member.position,
    cells: months.map((month) => cell(member.id, month)),
    lastYear: months.map((month) => lastYear.get(`${member.id} ${yearBefore(`${month}-01`).slice(0, 7)}`) ?? null),
  }));
  const plan = months.map((month) => cell(departmentId, month));
  // Parts wait for approval like the plans that they are parts of.
  const draftsOf = (month: string) => rows.filter((row) => row.month === month && row.state === 'draft');
  return {
    department,
    metric: metric.key,
    unit: metric.unit,
    currency: w.company.currency,
    months,
    employees,
    plan,
    sums: months.map((month, index) => {
      const cells = employees.flatMap((row) => row.cells[index] ?? []);
      return {
        month,
        ...monthTotals(
          plan[index]?.amount ?? null,
          cells.map((each) => each.amount),
        ),
        drafts: draftsOf(month).filter((row) => row.employeeId !== null).length,
        planDrafts: draftsOf(month).filter((row) => row.departmentId !== null).length,
      };
    }),
    can: { set: mayWhole(w, 'plans.set', members), approve: mayWhole(w, 'plans.approve', members) },
  };
}

/** A cell of a sheet: what was drafted, else what is approved. */
export function cellOf(
  month: string,
  draft: PlanRow | undefined,
  approved: PlanRow | undefined,
  locked: boolean,
): Cell {
  const shown = draft ?? approved;
  return {
    month,
    amount: shown?.amount ?? null,
    id: shown?.id ?? null,
    state: shown?.state ?? null,
    approved: approved?.amount ?? null,
    locked,
  };
}

/** The same day a year before. */
export function yearBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
}
