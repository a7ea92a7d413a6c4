import type { EndpointReply } from '#kernel/endpoint.ts';
import { notAllowed, type Work } from '#platform/work.ts';
import { readMonth } from '../data/calendar.ts';
import { employeeInSight } from '../data/people.ts';
import type { BaseChange } from '../data/records.ts';
import { knows, type StandingFigure, standingRecords } from '../data/team.ts';
import type { planRecords, teamRecords } from '../endpoints.ts';
import { metricOf } from '../metrics.ts';
import type { MetricPaid } from '../rules/pay-lines.ts';

type Wish = {
  readonly employee?: string | undefined;
  readonly month?: string | undefined;
  readonly metric: MetricPaid;
  readonly change?: BaseChange | undefined;
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
};

/** The orders or clients behind a figure of a plan, page by page. @throws Refused 404 out of reach. */
export async function readRecords(w: Work, wish: Wish): Promise<EndpointReply<typeof planRecords>> {
  const period = readMonth(w, wish.month);
  const employee = await employeeInSight(w, wish.employee ?? w.actor.employeeId ?? '');
  const [limit, offset] = [wish.limit ?? 100, wish.offset ?? 0];
  const found = await metricOf(wish.metric).records(
    w,
    employee.id,
    period,
    { limit: limit + 1, offset },
    wish.change ?? 'active',
  );
  return {
    employee,
    month: period.month,
    metric: wish.metric,
    currency: w.company.currency,
    items: found.slice(0, limit),
    nextOffset: found.length > limit ? offset + limit : null,
  };
}

/** What is late, waits or is overdue with an employee. @throws Refused 404 out of reach, 403 without the permit for it. */
export async function readStandingRecords(
  w: Work,
  employeeId: string,
  figure: StandingFigure,
): Promise<EndpointReply<typeof teamRecords>> {
  const employee = await employeeInSight(w, employeeId);
  if (!knows(w, figure)) throw notAllowed('settlements.read', { kind: 'refused', because: 'not-granted', excess: [] });
  return { employee, currency: w.company.currency, items: await standingRecords(w, employeeId, figure) };
}
