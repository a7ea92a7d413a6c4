import { actingEmployee, announce, expectRevision, mayI, requirePermit, type Work } from '#platform/work.ts';
import { notify } from '../data/notify.ts';
import * as requests from '../data/requests.ts';
import { refuse } from '../refusals.ts';

type Revised = { id: string; revision: number };

/** The people in whose place the actor answers today: oneself, and whom one stands in for. */
export function answersFor(w: Work): string[] {
  const stoodInFor = [...w.authority.reach].flatMap(([keeper, reach]) =>
    reach.kind === 'substituted' && reach.of === keeper ? [keeper] : [],
  );
  return w.actor.employeeId ? [w.actor.employeeId, ...stoodInFor] : stoodInFor;
}

/** Whose record and which figures a request is about, for `decide`. */
export function factsOf(found: requests.RequestRow) {
  return { figures: found.figures, ...(found.keeper && { keeperId: found.keeper.id }) };
}

/** May the actor decide it? True, or the reasons why not. */
export function mayDecide(w: Work, found: requests.RequestRow): true | string[] {
  if (found.askedBy.id === w.actor.employeeId) return ['mandates.own-request'];
  if (found.state !== 'open') return ['mandates.request-closed'];
  const decision = mayI(w, found.permit, factsOf(found));
  if (decision.kind === 'allowed') return true;
  return [decision.excess.length > 0 ? 'platform.beyond-limit' : 'platform.not-granted'];
}

/**
 * Grants or refuses a request. The decider's own mandate must cover its figures; the act that waited goes on, or is
 * marked refused, in this transaction.
 * @throws Refused `platform.beyond-limit`, `mandates.own-request`, `mandates.request-closed`.
 */
export async function decideRequest(
  w: Work,
  id: string,
  decision: { granted: boolean; reason: string },
): Promise<Revised> {
  const found = await requests.requestHeld(w, id);
  if (!found) refuse('mandates.unknown-request');
  if (found.askedBy.id === actingEmployee(w)) refuse('mandates.own-request');
  const grant = await requirePermit(w, found.permit, factsOf(found));
  if (found.state !== 'open') refuse('mandates.request-closed', { state: found.state });
  expectRevision(w, found);
  const decided =
    (await requests.recordDecision(w, id, {
      ...decision,
      clauseId: grant.clauseId,
      inPlaceOf: grant.onBehalfOf,
    })) ?? refuse('mandates.request-closed');
  await w.registry.requestKinds.get(found.permit)?.decided(w, {
    id,
    permit: found.permit,
    subjectId: found.subjectId,
    contentHash: found.contentHash,
    granted: decision.granted,
    reason: decision.reason,
    askedBy: found.askedBy.id,
    decidedFor: grant.onBehalfOf,
  });
  const kind = decision.granted ? 'mandates.granted' : 'mandates.refused';
  await notify(
    w,
    found.askedBy.id,
    kind,
    { permit: found.permit, subject: found.subjectLabel, reason: decision.reason },
    `/requests/${id}`,
  );
  await announce(w, 'mandates.decided', {
    requestId: id,
    permit: found.permit,
    subjectId: found.subjectId,
    granted: decision.granted,
  });
  return decided;
}

/** Takes back what one has asked oneself. */
export async function withdrawRequest(w: Work, id: string): Promise<Revised> {
  const found = await requests.requestHeld(w, id);
  if (!found) refuse('mandates.unknown-request');
  if (found.askedBy.id !== actingEmployee(w)) refuse('mandates.unknown-request');
  expectRevision(w, found);
  return (await requests.withdrawOne(w, id)) ?? refuse('mandates.request-closed', { state: found.state });
}

/** Writes into the thread of a request that one sees; the others on it are told. */
export async function writeMessage(w: Work, id: string, text: string): Promise<{ id: string }> {
  const found = await requests.request(w, id);
  if (!found) refuse('mandates.unknown-request');
  const messageId = await requests.insertMessage(w, id, text);
  for (const party of await requests.partiesOf(w, found)) {
    await notify(
      w,
      party.id,
      'mandates.message',
      { subject: found.subjectLabel, text: text.slice(0, 120) },
      `/requests/${id}`,
    );
  }
  return { id: messageId };
}
