import type { EndpointReply } from '#kernel/endpoint.ts';
import { notAllowed, type Work } from '#platform/work.ts';
import { employeeInSight } from '../data/people.ts';
import { knows, type StandingFigure, standingRecords } from '../data/team.ts';
import type { teamRecords } from '../endpoints.ts';

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
