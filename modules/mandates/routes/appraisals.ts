import type { EndpointReply } from '#kernel/endpoint.ts';
import { month } from '#kernel/period.ts';
import { mayI, type Work } from '#platform/work.ts';
import { appraises } from '../actions/appraise.ts';
import { factsIn } from '../actions/duty-facts.ts';
import { employeesToAppraise, standingOn } from '../data/appraisable.ts';
import { type AppraisalRow, appraisal, appraisals } from '../data/appraisals.ts';
import type { listAppraisals, readAppraisal } from '../endpoints-appraisals.ts';
import { refuse } from '../refusals.ts';
import { countedFaults, type OutsideLine, overallShare } from '../rules/appraisal.ts';

type Card = EndpointReply<typeof readAppraisal>;

/** Appraisals within sight, and whom the actor could appraise. */
export async function appraisalList(
  w: Work,
  query: { employee?: string | undefined; month?: string | undefined },
): Promise<EndpointReply<typeof listAppraisals>> {
  const everyone = mayI(w, 'mandates.appraise', { keeperId: null }).kind === 'allowed';
  const below = [...w.authority.reach.keys()].filter((keeper) => appraises(w, keeper));
  const [rows, appraisable] = await Promise.all([
    appraisals(w, query),
    everyone || below.length > 0 ? employeesToAppraise(w, everyone ? null : below) : [],
  ]);
  const items = rows.map(({ id, employee, month, state, lines, head, headRating }) => ({
    id,
    employee,
    month,
    state,
    overall: overallShare(lines),
    head,
    headRating,
  }));
  return { items, appraisable };
}

/** The whole card; the figures are live until the head has signed. @throws Refused `mandates.unknown-appraisal`. */
export async function appraisalCard(w: Work, id: string): Promise<Card> {
  const found = await appraisal(w, id);
  if (!found) refuse('mandates.unknown-appraisal');
  const last = Temporal.PlainYearMonth.from(found.month).toPlainDate({ day: 31 }).toString();
  const [live, { position }] = await Promise.all([
    found.state === 'open' && seesWork(w, found) ? factsIn(w, found.employee.id, month(found.month)) : null,
    standingOn(w, found.employee.id, last),
  ]);
  const lines = live?.duties ?? found.lines;
  const outside = live?.outside ?? found.outside;
  const { employee } = found;
  const own = employee.id === w.actor.employeeId;
  const head = appraises(w, employee.id);
  const open = found.state === 'open' || ['mandates.appraisal-closed'];
  const notClosed = found.state !== 'closed' || ['mandates.appraisal-closed'];
  return {
    ...found,
    lines: lines.map(asReply),
    outside: outside && asReply(outside),
    overall: overallShare(lines),
    ...countedFaults(lines),
    position,
    can: {
      writeAsHead: head ? open : [],
      signAsHead: head ? open : [],
      writeAsEmployee: own ? notClosed : [],
      signAsEmployee: !own ? [] : found.state === 'open' ? ['mandates.head-signs-first'] : notClosed,
    },
  };
}

/** Whoever does not see the employee's records would read zeros, so is shown figures only when they are signed. */
function seesWork(w: Work, { employee }: AppraisalRow): boolean {
  return w.authority.reach.has(employee.id);
}

/** A line as it goes out. */
export function asReply<L extends OutsideLine>(line: L) {
  return { ...line, evidence: [...line.evidence] };
}
