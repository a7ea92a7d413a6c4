import type { EndpointReply } from '#kernel/endpoint.ts';
import { mayI, type Work } from '#platform/work.ts';
import { standingTo } from '../actions/agree-actions.ts';
import { type Figures, figuresOf } from '../actions/appraisal-figures.ts';
import { appraises } from '../actions/appraise.ts';
import { type ActionRow, actionsOf } from '../data/agreed-actions.ts';
import { employeesToAppraise, standingOn } from '../data/appraisable.ts';
import { appraisal, appraisals, type ClauseRating, ratingsOf } from '../data/appraisals.ts';
import type { listAppraisals, readAppraisal } from '../endpoints-appraisals.ts';
import { refuse } from '../refusals.ts';
import { isLate, mayTurn } from '../rules/agreed-action.ts';
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

/** The whole card; form and figures are live until the head has signed. @throws Refused `mandates.unknown-appraisal`. */
export async function appraisalCard(w: Work, id: string): Promise<Card> {
  const found = await appraisal(w, id);
  if (!found) refuse('mandates.unknown-appraisal');
  const { employee } = found;
  const last = Temporal.PlainYearMonth.from(found.month).toPlainDate({ day: 31 }).toString();
  const [figures, ratings, actions, { position }] = await Promise.all([
    figuresOf(w, found),
    ratingsOf(w, id),
    actionsOf(w, found),
    standingOn(w, employee.id, last),
  ]);
  const { lines, outside } = figures;
  const own = employee.id === w.actor.employeeId;
  const head = appraises(w, employee.id);
  const open = found.state === 'open' || ['mandates.appraisal-closed'];
  const notClosed = found.state !== 'closed' || ['mandates.appraisal-closed'];
  const { form: _, ...card } = found;
  return {
    ...card,
    lines: lines.map(asReply),
    outside: outside && asReply(outside),
    clauses: clausesOf(w, figures, ratings),
    actions: actions.map((each) => actionCard(w, each)),
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

/** The form clause by clause with both sides' ratings; amounts of pay only as whoever reads it may know them. */
function clausesOf(w: Work, { form, pay: known }: Figures, ratings: readonly ClauseRating[]): Card['clauses'] {
  const rated = (clauseId: string, of: string) =>
    ratings.find((each) => each.clauseId === clauseId && each.side === of)?.rating ?? null;
  return form.map(({ clauseId, number, section, text, pay }) => {
    const amounts = known.filter((each) => each.clauseId === clauseId).map(({ amount }) => amount);
    return {
      clauseId,
      number,
      section,
      text,
      pay: pay.map((said) => said[w.actor.language]),
      payAmount: amounts.length > 0 ? amounts.reduce((so, each) => so + each, 0) : null,
      employeeRating: rated(clauseId, 'employee'),
      headRating: rated(clauseId, 'head'),
    };
  });
}

/** An agreed action with what the actor may do about it. */
export function actionCard(w: Work, action: ActionRow): Card['actions'][number] {
  const { draft, agreedBy: _, ...shown } = action;
  const standing = standingTo(w, action);
  // Nothing is to be done yet while it can still be taken back.
  const may = (to: ActionRow['state']) => !draft && mayTurn({ from: action.state, to }, standing);
  return {
    ...shown,
    late: isLate(action, w.today.toString()),
    can: { finish: may('done'), callOff: may('called-off'), reopen: may('open'), withdraw: draft && standing.head },
  };
}

/** A line as it goes out. */
export function asReply<L extends OutsideLine>(line: L) {
  return { ...line, evidence: [...line.evidence] };
}
