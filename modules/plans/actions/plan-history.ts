import { month as monthPeriod } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { activeClientFacts, monthlySales } from '../data/facts.ts';
import { peopleInSight } from '../data/people.ts';
import { monthsFrom } from '../rules/month-days.ts';
import { proposedPlan } from '../rules/propose-plan.ts';
import { approvePlans } from './approve-plans.ts';
import { type CellWish, setPlans } from './set-plans.ts';

/**
 * Plans the months behind and the one ahead from what was sold before, for a company that brings its history in: sales by
 * `proposedPlan`, the active base as it stood at the end of the month before, one new client a month. The plan of each
 * department is the sum. Only the company itself may plan what is over. Gives how many plans were approved.
 */
export async function planHistory(
  w: Work,
  wish: { readonly monthsBehind: number; readonly monthsAhead: number },
): Promise<number> {
  const first = w.today.subtract({ months: wish.monthsBehind }).toString().slice(0, 7);
  const months = monthsFrom(first, wish.monthsBehind + 1 + wish.monthsAhead);
  const sellers = await peopleWhoSell(w);
  let approved = 0;
  for (const month of months) {
    for (const [departmentId, people] of Map.groupBy(sellers, (person) => person.departmentId)) {
      if (departmentId)
        approved += await planMonth(
          w,
          departmentId,
          people.map((person) => person.id),
          month,
        );
    }
  }
  return approved;
}

async function planMonth(w: Work, departmentId: string, employees: readonly string[], month: string): Promise<number> {
  const start = Temporal.PlainDate.from(`${month}-01`);
  const before = (months: number) => start.subtract({ months }).toString();
  const past = { from: before(12), to: start.toString() };
  const [sold, base] = await Promise.all([
    monthlySales(w, employees, past),
    activeClientFacts(w, employees, monthPeriod(before(1).slice(0, 7))),
  ]);
  const soldIn = (id: string, months: number) => sold.get(`${id} ${before(months).slice(0, 7)}`) ?? 0;
  const cell = (employeeId: string | null, metric: string, amount: number): CellWish => ({
    employeeId,
    metric,
    month,
    amount,
    seen: null,
  });
  const personal = employees.flatMap((id) => [
    cell(id, 'sales', proposedPlan(soldIn(id, 12), [soldIn(id, 1), soldIn(id, 2), soldIn(id, 3)])),
    cell(id, 'active-clients', Math.max(1, base.get(id) ?? 0)),
    cell(id, 'new-clients', 1),
  ]);
  const metrics = [...new Set(personal.map(({ metric }) => metric))];
  const sum = (metric: string) =>
    personal.filter((each) => each.metric === metric).reduce((so, { amount }) => so + (amount ?? 0), 0);
  await setPlans(w, departmentId, [...metrics.map((metric) => cell(null, metric, sum(metric))), ...personal]);
  let approved = 0;
  for (const metric of metrics) {
    for (const part of ['department', 'personal'] as const) {
      approved += (await approvePlans(w, { departmentId, month, metric, part })).approved;
    }
  }
  return approved;
}

/** Who sold anything in the last year, with the department they work in. */
async function peopleWhoSell(w: Work) {
  const people = await peopleInSight(w, { from: w.today.toString(), to: w.today.add({ days: 1 }).toString() });
  const rows = await w.db.all(sql<{ id: string }>`select distinct employee_id as id from plans.daily_sales
    where company_id = ${w.actor.companyId} and day > ${w.today.toString()}::date - 366`);
  const sellers = new Set(rows.map((row) => row.id));
  return people.filter((person) => sellers.has(person.id));
}
