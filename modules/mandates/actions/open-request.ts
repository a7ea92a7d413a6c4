import { sql } from '#platform/db/sql.ts';
import { actingEmployee, announce, mayI, notAllowed, reachOf, type Work } from '#platform/work.ts';
import { notify } from '../data/notify.ts';
import * as requests from '../data/requests.ts';
import { answerDue } from './pass-on.ts';

export type Asking = {
  readonly permit: string;
  /** The record that waits. */
  readonly subject: { readonly kind: string; readonly id: string; readonly label: string };
  /** Whose record it is; null: nobody's. Absent: scope does not matter. */
  readonly keeperId?: string | null;
  /** Whom it concerns, e.g. the client: earlier requests about the same are shown to whoever decides. */
  readonly about?: { readonly id: string; readonly label: string };
  /** The figures of the act, by the permit's dimensions. */
  readonly figures: Readonly<Record<string, number>>;
  /** Hash of what is decided: the decision counts for exactly this content. */
  readonly contentHash: string;
  readonly reason: string;
  /** What else whoever decides should see, by name (texts `fact.<name>`). */
  readonly facts?: Readonly<Record<string, unknown>>;
};

/**
 * Asks the nearest superior whose own mandate covers the figures. An open request for the same content is given again;
 * one for former content becomes outdated.
 * @throws Refused `platform.not-granted` or `platform.beyond-limit` when nobody may decide it.
 */
export async function openRequest(w: Work, asking: Asking): Promise<{ id: string; of: string }> {
  const { permit, subject, figures, contentHash, keeperId } = asking;
  const decision = mayI(w, permit, { figures, ...(keeperId !== undefined && { keeperId }) });
  if (decision.kind === 'allowed') throw new Error(`${permit} needs no request: it is within the actor's limit`);
  if (decision.kind === 'refused') throw notAllowed(permit, decision);
  const former = await requests.openRequestFor(w, permit, subject.id);
  if (former?.contentHash === contentHash) return { id: former.id, of: decision.of };
  if (former) await outdateRequests(w, subject.id, contentHash);

  const reach = keeperId ? reachOf(w, keeperId) : null;
  const actingFor = reach?.kind === 'substituted' ? reach.of : null;
  const id = await requests.insertRequest(w, {
    permit,
    subject,
    keeperId: keeperId ?? null,
    actingFor,
    about: asking.about ?? null,
    of: decision.of,
    figures,
    excess: decision.excess,
    facts: asking.facts ?? {},
    contentHash,
    reason: asking.reason,
    dueAt: await answerDue(w, decision.of, actingFor ?? actingEmployee(w)),
  });
  const asker = await w.db.one(
    sql<{ name: string }>`select name from organization.employees where id = ${actingEmployee(w)}`,
  );
  const opened = await requests.request(w, id);
  const params = { permit, subject: subject.label, askedBy: asker.name };
  for (const party of opened ? await requests.partiesOf(w, opened) : [])
    await notify(w, party.id, 'mandates.asked', params, `/requests/${id}`);
  await announce(w, 'mandates.asked', { requestId: id, permit, subjectId: subject.id, of: decision.of });
  return { id, of: decision.of };
}

/** What was granted for exactly this content, or null. */
export type Granted = {
  readonly requestId: string;
  readonly decidedBy: string;
  readonly decidedAt: string;
  readonly clauseId: string | null;
  readonly reason: string;
};

/** The decision in force for exactly this content, whoever asked for it; null when there is none. */
export async function decisionFor(
  w: Work,
  permit: string,
  subjectId: string,
  contentHash: string,
): Promise<Granted | null> {
  const row =
    await w.db.first(sql<Granted>`select id as "requestId", decided_by as "decidedBy", decided_at as "decidedAt",
      clause_id as "clauseId", reason from mandates.decision_for(${permit}, ${subjectId}::uuid, ${contentHash})`);
  return row ?? null;
}

/** Withdraws all that is still open about a subject; gives how many. */
export async function withdrawRequests(w: Work, subjectId: string): Promise<number> {
  const { count } = await w.db.one(
    sql<{ count: number }>`select mandates.withdraw_requests(${subjectId}::uuid) as count`,
  );
  return count;
}

/** Makes void what was asked or granted about a subject for other content than `keepHash`; gives how many. */
export async function outdateRequests(w: Work, subjectId: string, keepHash: string): Promise<number> {
  const { count } = await w.db.one(
    sql<{ count: number }>`select mandates.outdate_requests(${subjectId}::uuid, ${keepHash}) as count`,
  );
  return count;
}
