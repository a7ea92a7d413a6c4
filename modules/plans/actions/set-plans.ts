import { month as monthPeriod, parseRange } from '#kernel/period.ts';
import { Refused } from '#kernel/refusal.ts';
import { clientsByIds } from '#modules/clients/contract.ts';
import { sql } from '#platform/db/sql.ts';
import { actUnder, mayI, notAllowed, type Work } from '#platform/work.ts';
import { type Member, membersOf } from '../data/people.ts';
import { type Cell, currentPlans, insertDrafts, type PlanRow, settledMonths, supersede } from '../data/plans.ts';
import { refuse } from '../refusals.ts';
import { wholeDepartment } from './department-reach.ts';

/** One cell of a plan sheet as a person leaves it. */
export type CellWish = {
  /** Null: the plan of the department. */
  readonly employeeId: string | null;
  readonly metric: Cell['metric'];
  readonly month: string;
  readonly categoryId?: string | undefined;
  readonly clientId?: string | undefined;
  /** Null takes a draft back. */
  readonly amount: number | null;
  /** The row that stood there when the person began to type; null: none. */
  readonly seen: string | null;
};

/**
 * Keeps drafts of plans, each as a new revision with the reason given. What did not change makes none.
 * @throws Refused: out of reach, outside the department, month over or its pay settled, or changed by someone meanwhile.
 */
export async function setPlans(
  w: Work,
  departmentId: string,
  wishes: readonly CellWish[],
  reason = '',
): Promise<{ saved: number }> {
  const months = [...new Set(wishes.map((wish) => wish.month))].sort();
  const employees = [...new Set(wishes.flatMap((wish) => wish.employeeId ?? []))];
  refuseUntimely(w, months);
  const span = { from: `${months[0]}-01`, to: monthPeriod(months.at(-1) ?? '').to };
  if (wishes.some((wish) => wish.employeeId === null)) await wholeDepartment(w, 'plans.set', departmentId, span);
  await requireReach(w, employees);
  const [members, settled, current] = await Promise.all([
    membersOf(w, departmentId, span.from, span.to),
    settledMonths(w, employees, months),
    currentPlans(w, { employees, departments: [departmentId], months }),
    refuseUnknownParts(w, wishes),
  ]);
  const standing = new Map(current.map((row) => [`${keyOf(row)} ${row.state}`, row]));
  const seen = new Set<string>();
  const [gone, cells]: [string[], Cell[]] = [[], []];

  for (const [index, wish] of wishes.entries()) {
    const cell = cellOf(wish, departmentId);
    const key = keyOf(cell);
    if (seen.has(key)) refuse('plans.cell-twice', {}, `/cells/${index}`);
    seen.add(key);
    if (wish.employeeId && !worksIn(members, wish.employeeId, wish.month))
      refuse('plans.not-in-department', {}, `/cells/${index}`);
    if (settled.has(`${wish.employeeId} ${wish.month}`))
      refuse('plans.month-settled', { month: wish.month }, `/cells/${index}`);
    const draft = standing.get(`${key} draft`);
    const approved = standing.get(`${key} approved`);
    const found = draft ?? approved;
    if ((found?.id ?? null) !== wish.seen) {
      throw new Refused([{ code: 'plans.changed-meanwhile', status: 412, field: `/cells/${index}` }], {
        current: found ?? null,
      });
    }
    if (wish.amount === (found?.amount ?? null)) continue;
    if (draft) gone.push(draft.id);
    if (wish.amount !== null && wish.amount !== approved?.amount) cells.push({ ...cell, amount: wish.amount });
  }
  if ((await supersede(w, gone)) !== gone.length) refuse('plans.changed-meanwhile');
  if (cells.length > 0) await insertDrafts(w, cells, reason.trim());
  return { saved: gone.length + cells.length };
}

/** A month that is over was worked by the plan that stood. The company itself may still bring its history in. */
function refuseUntimely(w: Work, months: readonly string[]): void {
  for (const month of months) {
    if (w.actor.employeeId !== null && monthPeriod(month).to <= w.today.toString())
      refuse('plans.month-over', { month });
  }
}

async function requireReach(w: Work, employees: readonly string[]): Promise<void> {
  for (const keeperId of employees) {
    const decision = mayI(w, 'plans.set', { keeperId });
    if (decision.kind !== 'allowed') throw notAllowed('plans.set', decision);
    if (employees.length === 1) await actUnder(w, decision.by);
  }
}

async function refuseUnknownParts(w: Work, wishes: readonly CellWish[]): Promise<void> {
  if (wishes.some((wish) => wish.metric !== 'sales' && (wish.categoryId || wish.clientId)))
    refuse('plans.breakdown-of-sales-only');
  const clients = [...new Set(wishes.flatMap((wish) => wish.clientId ?? []))];
  const categories = [...new Set(wishes.flatMap((wish) => wish.categoryId ?? []))];
  const reached = clients.length > 0 ? await clientsByIds(w, clients) : [];
  if (reached.length < clients.length) refuse('plans.unknown-client');
  const { known } = await w.db.one(sql<{ known: number }>`select count(*) as known from catalog.categories
    where company_id = ${w.actor.companyId} and id = any (${categories}::uuid[])`);
  if (known < categories.length) refuse('plans.unknown-category');
}

function cellOf(wish: CellWish, departmentId: string): Cell {
  return {
    employeeId: wish.employeeId,
    departmentId: wish.employeeId === null ? departmentId : null,
    metric: wish.metric,
    month: wish.month,
    amount: wish.amount ?? 0,
    categoryId: wish.categoryId ?? null,
    clientId: wish.clientId ?? null,
  };
}

function keyOf(cell: Cell | PlanRow): string {
  return [cell.employeeId ?? cell.departmentId, cell.metric, cell.month, cell.categoryId, cell.clientId].join(' ');
}

function worksIn(members: readonly Member[], employeeId: string, month: string): boolean {
  const { from, to } = monthPeriod(month);
  const days = parseRange(members.find((member) => member.id === employeeId)?.days ?? 'empty');
  return days !== null && (days.from === null || days.from < to) && (days.to === null || days.to > from);
}
