import type { EndpointReply } from '#kernel/endpoint.ts';
import { month as monthPeriod } from '#kernel/period.ts';
import { mayI, type Work } from '#platform/work.ts';
import { readMonth } from '../data/calendar.ts';
import { monthlyByPart, namedClients, plannableGroups } from '../data/part-sheet.ts';
import { departmentById, employeeInSight, idsOf, membersOf } from '../data/people.ts';
import { currentPlans, settledMonths } from '../data/plans.ts';
import type { partSheet } from '../endpoints.ts';
import { refuse } from '../refusals.ts';
import { monthsFrom } from '../rules/month-days.ts';
import type { PartBy } from '../rules/parts.ts';
import { mayWhole, wholeDepartment } from './department-reach.ts';
import { cellOf, yearBefore } from './read-sheet.ts';

type Wish = {
  readonly by: PartBy;
  readonly employee?: string | undefined;
  readonly from?: string | undefined;
  readonly months?: number | undefined;
};
/** So many clients that bought the most a year before are offered by themselves. */
const offered = 20;

/**
 * The sales plan of an employee, or of the department itself, broken down by product group or by client.
 * @throws Refused 404 unknown or out of sight, 403 when somebody of the department is out of reach.
 */
export async function readPartSheet(
  w: Work,
  departmentId: string,
  wish: Wish,
): Promise<EndpointReply<typeof partSheet>> {
  const months = monthsFrom(readMonth(w, wish.from).month, wish.months ?? 3);
  const span = { from: monthPeriod(months[0] ?? '').from, to: monthPeriod(months.at(-1) ?? '').to };
  const department = await departmentById(w, departmentId);
  const { employee } = wish;
  const bearer = employee ? await employeeInSight(w, employee) : department;
  const members = employee
    ? await membersOf(w, departmentId, span.from, span.to)
    : await wholeDepartment(w, 'plans.read', departmentId, span);
  if (employee && !members.some(({ id }) => id === employee)) refuse('plans.not-in-department');
  const before = { from: yearBefore(span.from), to: yearBefore(span.to) };
  const people = employee ? [employee] : await idsOf(w, { department: departmentId }, span);
  const [rows, settled, sold] = await Promise.all([
    currentPlans(w, {
      employees: employee ? [employee] : [],
      departments: employee ? [] : [departmentId],
      months,
      metric: 'sales',
    }),
    settledMonths(w, employee ? [employee] : [], months),
    monthlyByPart(w, people, wish.by, before),
  ]);
  const partOf = (row: { categoryId: string | null; clientId: string | null }) =>
    wish.by === 'category' ? row.categoryId : row.clientId;
  const standing = new Map(
    rows
      .filter((row) => partOf(row) !== null || (!row.categoryId && !row.clientId))
      .map((row) => [`${partOf(row) ?? 'whole'} ${row.month} ${row.state}`, row]),
  );
  const locked = (month: string) => monthPeriod(month).to <= w.today.toString() || settled.has(`${bearer.id} ${month}`);
  const cell = (part: string, month: string) =>
    cellOf(month, standing.get(`${part} ${month} draft`), standing.get(`${part} ${month} approved`), locked(month));
  const planned = [...new Set(rows.flatMap((row) => partOf(row) ?? []))];
  const names =
    wish.by === 'category'
      ? await plannableGroups(w, planned)
      : await namedClients(w, [...new Set([...planned, ...greatest(sold)])]);
  return {
    department,
    bearer: { id: bearer.id, name: bearer.name },
    employee: employee !== undefined,
    by: wish.by,
    currency: w.company.currency,
    months,
    whole: months.map((month) => cell('whole', month)),
    parts: names.map(({ id, label }) => ({
      id,
      label,
      cells: months.map((month) => cell(id, month)),
      lastYear: months.map((month) => sold.get(`${id} ${yearBefore(`${month}-01`).slice(0, 7)}`) ?? null),
    })),
    can: {
      set: employee
        ? mayI(w, 'plans.set', { keeperId: employee }).kind === 'allowed'
        : mayWhole(w, 'plans.set', members),
    },
  };
}

/** The clients that bought the most. */
function greatest(sold: ReadonlyMap<string, number>): string[] {
  const sums = new Map<string, number>();
  for (const [key, amount] of sold) {
    const [id = ''] = key.split(' ');
    sums.set(id, (sums.get(id) ?? 0) + amount);
  }
  return [...sums]
    .filter(([, sum]) => sum > 0)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, offered)
    .map(([id]) => id);
}
