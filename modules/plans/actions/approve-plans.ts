import { formatMoney, money } from '#kernel/money.ts';
import { month as monthPeriod } from '#kernel/period.ts';
import { announce, type Work } from '#platform/work.ts';
import { approveDrafts, currentPlans, type PlanRow, settledMonths, supersede } from '../data/plans.ts';
import { metricOf } from '../metrics.ts';
import { refuse } from '../refusals.ts';
import { overbroken, type Shortfall, shortfallOf } from '../rules/breakdown.ts';
import { wholeDepartment } from './department-reach.ts';

export type Approval = {
  readonly departmentId: string;
  readonly month: string;
  readonly metric: string;
  /** The plan of the department, or the personal plans that it is broken down to. */
  readonly part: 'department' | 'personal';
  readonly reason?: string | undefined;
};

/**
 * Approves the drafts of a department for a month. Personal plans that add up to less than the department's need a
 * reason, and so does changing what was approved once the month has begun.
 * @throws Refused `plans.nothing-to-approve`, `plans.below-department`, `plans.month-begun`, `plans.breakdown-above-plan` …
 */
export async function approvePlans(w: Work, wish: Approval): Promise<{ approved: number }> {
  const period = monthPeriod(wish.month);
  const members = await wholeDepartment(w, 'plans.approve', wish.departmentId, period);
  const employees = members.map((member) => member.id);
  const { departmentId, month, metric } = wish;
  const rows = await currentPlans(w, { employees, departments: [departmentId], months: [month], metric });
  const concerned = rows.filter((row) => (wish.part === 'department') === (row.departmentId !== null));
  const drafts = concerned.filter((row) => row.state === 'draft');
  if (drafts.length === 0) refuse('plans.nothing-to-approve');
  if (w.actor.employeeId !== null && period.to <= w.today.toString()) refuse('plans.month-over', { month });

  const replaced = replacedBy(drafts, concerned);
  const reason = wish.reason?.trim() ?? '';
  if (replaced.length > 0 && period.from <= w.today.toString() && reason === '')
    refuse('plans.month-begun', { month }, '/reason');
  if (wish.part === 'personal') await judgePersonal(w, rows, employees, month, metric, reason);
  else judgeDepartment(w, rows, metric, reason);
  refuseOverbroken(concerned);

  await supersede(w, replaced);
  const approved = await approveDrafts(
    w,
    drafts.map((row) => row.id),
    reason,
  );
  if (approved !== drafts.length) refuse('plans.changed-meanwhile');
  await announce(w, 'plans.approved', { departmentId, month, metric, part: wish.part, approved, reason });
  return { approved };
}

/** A department's plan above the personal plans that are approved already needs a reason, as those below it do. */
function judgeDepartment(w: Work, rows: readonly PlanRow[], metric: string, reason: string): void {
  const wholes = rows.filter((row) => !row.categoryId && !row.clientId);
  const approved = wholes.filter((row) => row.employeeId !== null && row.state === 'approved');
  if (approved.length === 0) return;
  const department = inEffect(wholes).find((row) => row.departmentId !== null)?.amount ?? null;
  const short = shortfallOf(
    department,
    approved.map((row) => row.amount),
  );
  if (short && reason === '') refuse('plans.below-department', { ...short, ...inWords(w, metric, short) }, '/reason');
}

async function judgePersonal(
  w: Work,
  rows: readonly PlanRow[],
  employees: readonly string[],
  month: string,
  metric: string,
  reason: string,
): Promise<void> {
  const settled = await settledMonths(w, employees, [month]);
  const touched = rows.find((row) => row.state === 'draft' && settled.has(`${row.employeeId} ${month}`));
  if (touched) refuse('plans.month-settled', { month });
  const wholes = inEffect(rows.filter((row) => !row.categoryId && !row.clientId));
  const department = wholes.find((row) => row.departmentId !== null)?.amount ?? null;
  const personal = wholes.filter((row) => row.employeeId !== null);
  const short = shortfallOf(
    department,
    personal.map((row) => row.amount),
  );
  if (short && reason === '') refuse('plans.below-department', { ...short, ...inWords(w, metric, short) }, '/reason');
}

/** The parts of a plan may not add up to more than the plan; the database refuses it as well. */
function refuseOverbroken(concerned: readonly PlanRow[]): void {
  const bearerOf = (row: PlanRow) => row.employeeId ?? row.departmentId ?? '';
  const standing = inEffect(concerned);
  const over = overbroken(
    new Map(standing.filter((row) => !row.categoryId && !row.clientId).map((row) => [bearerOf(row), row.amount])),
    standing
      .filter((row) => row.categoryId || row.clientId)
      .map((row) => ({ bearer: bearerOf(row), by: row.categoryId ? 'category' : 'client', amount: row.amount })),
  );
  if (over.length > 0) refuse('plans.breakdown-above-plan', { bearers: over });
}

/** The figures as the person who is refused reads them. */
function inWords(w: Work, metric: string, { plan, sum, short }: Shortfall): Record<string, string> {
  const { unit } = metricOf(metric);
  const print = (value: number) =>
    unit === 'money'
      ? formatMoney(money(value, w.company.currency), w.actor.language)
      : new Intl.NumberFormat(w.actor.language).format(value);
  return { planInWords: print(plan), sumInWords: print(sum), shortInWords: print(short) };
}

/** The approved rows in whose place the drafts come. */
function replacedBy(drafts: readonly PlanRow[], rows: readonly PlanRow[]): string[] {
  const keys = new Set(drafts.map(keyOf));
  return rows.filter((row) => row.state === 'approved' && keys.has(keyOf(row))).map((row) => row.id);
}

/** What would be in force after the approval: the draft where there is one. */
function inEffect(rows: readonly PlanRow[]): PlanRow[] {
  const byKey = new Map<string, PlanRow>();
  for (const row of rows) {
    if (row.state === 'draft' || !byKey.has(keyOf(row))) byKey.set(keyOf(row), row);
  }
  return [...byKey.values()];
}

function keyOf(row: PlanRow): string {
  return [row.departmentId, row.employeeId, row.metric, row.month, row.categoryId, row.clientId].join(' ');
}
