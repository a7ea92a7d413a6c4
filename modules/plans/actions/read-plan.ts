import type { EndpointReply } from '#kernel/endpoint.ts';
import { mayI, reachOf, type Work } from '#platform/work.ts';
import { monthDays, readMonth } from '../data/calendar.ts';
import { activeWindow, dailySales, levelDay } from '../data/facts.ts';
import { lineOf, sumOver } from '../data/line.ts';
import { departmentOf, employeeInSight } from '../data/people.ts';
import { currentPlans, type PlanRow, plansInForce } from '../data/plans.ts';
import { baseMovement } from '../data/records.ts';
import type { plan } from '../endpoints.ts';
import { metrics } from '../metrics.ts';
import { courseOf, progressOf } from '../rules/course.ts';
import { figureHref, recordsHref } from '../rules/figure-address.ts';
import { readBreakdown } from './read-breakdown.ts';

/** Plan and fact of an employee for a month. @throws Refused 404 out of reach. */
export async function readPlan(
  w: Work,
  wish: { employee?: string | undefined; month?: string | undefined },
): Promise<EndpointReply<typeof plan>> {
  const period = readMonth(w, wish.month);
  const { month } = period;
  const id = wish.employee ?? w.actor.employeeId ?? '';
  const employee = await employeeInSight(w, id);
  const line = await lineOf(w, id, levelDay(w, period));
  const [days, plans, facts, movement, windowDays, daily, rows, departmentId] = await Promise.all([
    monthDays(w, period),
    plansInForce(w, line, month),
    Promise.all(metrics.map((metric) => metric.facts(w, line, period))),
    baseMovement(w, id, period),
    activeWindow(w, levelDay(w, period)),
    dailySales(w, [id], period),
    currentPlans(w, { employees: [id], departments: [], months: [month] }),
    departmentOf(w, id, period),
  ]);
  const paySeen =
    id === w.actor.employeeId ||
    mayI(w, 'pay.settle', { keeperId: id }).kind === 'allowed' ||
    reachOf(w, id).kind === 'own';
  const coursesOver = (people: readonly string[], href: (metric: string) => string) =>
    metrics.map((metric, index) => ({
      metric: metric.key,
      unit: metric.unit,
      ...courseOf(
        sumOver(people, plans, ` ${metric.key}`),
        sumOver(people, facts[index] ?? new Map()) ?? 0,
        days,
        metric.nature,
      ),
      href: href(metric.key),
    }));
  const own = coursesOver([id], (metric) => recordsHref(id, month, metric));
  const sales = own.find(({ metric }) => metric === 'sales') ?? { plan: null, fact: 0 };
  return {
    employee,
    month,
    today: w.today.toString(),
    currency: w.company.currency,
    days,
    progress: progressOf(days),
    metrics: own,
    line: line.length > 1 ? coursesOver(line, (metric) => figureHref({ line: id }, month, metric)) : null,
    standing: standingOf(rows),
    departmentId,
    base: { windowDays, ...movement },
    breakdown: await readBreakdown(w, { employeeId: id }, [id], sales, { month, period, days }),
    daily,
    can: {
      set: mayI(w, 'plans.set', { keeperId: id }).kind === 'allowed',
      seePay: paySeen,
      seeTeam: [...w.authority.reach.keys()].some((keeper) => keeper !== w.actor.employeeId),
    },
  };
}

/** The whole plans as they stand: the draft where there is one, else what is approved. */
function standingOf(rows: readonly PlanRow[]): EndpointReply<typeof plan>['standing'] {
  const wholes = rows.filter((row) => !row.categoryId && !row.clientId);
  return metrics.flatMap(({ key }) => {
    const own = wholes.filter((row) => row.metric === key);
    const shown = own.find((row) => row.state === 'draft') ?? own[0];
    return shown ? [{ metric: key, id: shown.id, amount: shown.amount, state: shown.state }] : [];
  });
}
