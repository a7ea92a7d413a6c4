import type { EndpointReply } from '#kernel/endpoint.ts';
import type { Work } from '#platform/work.ts';
import { monthDays, readMonth } from '../data/calendar.ts';
import { dailySales } from '../data/facts.ts';
import { sumOver } from '../data/line.ts';
import { departmentById, idsOf } from '../data/people.ts';
import { departmentPlans, plansInForce } from '../data/plans.ts';
import type { departmentPlan } from '../endpoints.ts';
import { metrics } from '../metrics.ts';
import { courseOf, progressOf } from '../rules/course.ts';
import { figureHref } from '../rules/figure-address.ts';
import { wholeDepartment } from './department-reach.ts';
import { readBreakdown } from './read-breakdown.ts';

/**
 * The plan of a department itself with the facts of all who worked in it in the month, beside what their personal plans
 * add up to. @throws Refused 404 unknown, 403 when somebody of it is out of reach.
 */
export async function readDepartmentPlan(
  w: Work,
  id: string,
  text: string | undefined,
): Promise<EndpointReply<typeof departmentPlan>> {
  const period = readMonth(w, text);
  const { month } = period;
  const department = await departmentById(w, id);
  await wholeDepartment(w, 'plans.read', id, period);
  const people = await idsOf(w, { department: id }, period);
  const [days, plans, personal, facts, daily] = await Promise.all([
    monthDays(w, period),
    departmentPlans(w, id, month),
    plansInForce(w, people, month),
    Promise.all(metrics.map((metric) => metric.facts(w, people, period))),
    dailySales(w, people, period),
  ]);
  const courses = metrics.map((metric, index) => ({
    metric: metric.key,
    unit: metric.unit,
    ...courseOf(plans.get(metric.key) ?? null, sumOver(people, facts[index] ?? new Map()) ?? 0, days, metric.nature),
    href: figureHref({ department: id }, month, metric.key),
    personal: sumOver(people, personal, ` ${metric.key}`),
  }));
  const sales = courses.find(({ metric }) => metric === 'sales');
  return {
    department,
    month,
    today: w.today.toString(),
    currency: w.company.currency,
    days,
    progress: progressOf(days),
    people: people.length,
    metrics: courses,
    breakdown: await readBreakdown(w, { departmentId: id }, people, sales ?? { plan: null, fact: 0 }, {
      month,
      period,
      days,
    }),
    daily,
  };
}
