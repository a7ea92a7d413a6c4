import type { EndpointReply } from '#kernel/endpoint.ts';
import { actingEmployee, type Work } from '#platform/work.ts';
import { dutyClausesOn } from '../actions/duty-clauses.ts';
import { chosenPeriod, factsIn } from '../actions/duty-facts.ts';
import { standingsOf } from '../data/appraisable.ts';
import type { readDutyClauses, readDutyFacts } from '../endpoints-work.ts';
import { refuse } from '../refusals.ts';
import { countedFaults, overallShare } from '../rules/appraisal.ts';
import { asReply } from './appraisals.ts';

/** @throws Refused `mandates.unknown-employee` for somebody whose records the actor does not see. */
function requireSight(w: Work, employeeId: string): void {
  if (!w.authority.reach.has(employeeId)) refuse('mandates.unknown-employee');
}

/** How the duties of an employee, or one's own, were fulfilled in a chosen period. */
export async function dutyFacts(
  w: Work,
  { employee = actingEmployee(w), from, to }: { employee?: string; from: string; to: string },
): Promise<EndpointReply<typeof readDutyFacts>> {
  requireSight(w, employee);
  const period = chosenPeriod(from, to);
  const [{ duties, rights, outside }, people] = await Promise.all([
    factsIn(w, employee, period),
    standingsOf(w, [employee], w.today.toString()),
  ]);
  return {
    employee: people.get(employee)?.employee ?? refuse('mandates.unknown-employee'),
    ...period,
    duties: duties.map(asReply),
    rights: rights.map(asReply),
    outside: asReply(outside),
    overall: overallShare(duties),
    ...countedFaults(duties),
  };
}

/** The duty clauses from which work can be assigned to an employee on a day. */
export async function dutyClauses(
  w: Work,
  employee: string,
  on: string,
): Promise<EndpointReply<typeof readDutyClauses>['items']> {
  requireSight(w, employee);
  return dutyClausesOn(w, employee, on);
}
