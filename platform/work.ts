import { type Decision, type DecisionFacts, decide, type Grant, type Reach, type Superior } from '#kernel/permit.ts';
import { Refused } from '#kernel/refusal.ts';
import type { Language } from '#kernel/texts.ts';
import type { Db } from './db/database.ts';
import { sql } from './db/sql.ts';
import type { Registry } from './declare/registry.ts';

/** Who acts. `employeeId` is null for the company itself: jobs and the launcher. */
export type Actor = {
  readonly companyId: string;
  readonly employeeId: string | null;
  readonly language: Language;
  readonly requestId: string;
  /** Network address, kept with signatures. */
  readonly address?: string;
  /** By an API key, not by a session. */
  readonly byKey?: boolean;
};

/** What of a mandate is needed to decide, as read from the database and kept in memory for a second. */
export type Authority = {
  readonly grants: readonly Grant[];
  readonly superiors: readonly Superior[];
  readonly reach: ReadonlyMap<string, Reach>;
  readonly permits: ReadonlySet<string>;
};

/** The company's choices that every act may need. */
export type CompanyProfile = {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly language: Language;
};

/**
 * The unit of work that every action receives. It offers no mail, HTTP or file: only `announce`, which a job picks up
 * after commit.
 */
export type Work = {
  readonly db: Db;
  readonly actor: Actor;
  readonly company: CompanyProfile;
  readonly authority: Authority;
  readonly registry: Registry;
  readonly now: Temporal.Instant;
  /** The business day in the company's time zone. */
  readonly today: Temporal.PlainDate;
  readonly newId: () => string;
  /** The revision that the person saw, from `If-Match`; undefined where the endpoint does not ask for it. */
  readonly seenRevision: number | undefined;
};

/**
 * Keeps an event in the outbox, in the same transaction. Handlers get it after commit, at least once. One that nobody
 * listens to is kept as handled: a job for it would only take the database's time.
 */
export async function announce(w: Work, event: string, payload: Record<string, unknown>): Promise<void> {
  const heard = w.registry.subscriptions.some((subscription) => subscription.event === event);
  w.db.later(sql`insert into platform.outbox (id, company_id, event, payload, employee_id, handled_at)
    values (${w.newId()}, ${w.actor.companyId}, ${event}, ${JSON.stringify(payload)}, ${w.actor.employeeId},
      ${heard ? null : w.now.toString()}::timestamptz)`);
}

/** Asks the authority engine; nothing is thrown, nothing recorded. For `can` and "may I?". */
export function mayI(w: Work, permit: string, facts: DecisionFacts = {}): Decision {
  if (w.actor.employeeId === null) {
    return { kind: 'allowed', by: companyGrant(permit) };
  }
  const decision = decide(permit, facts, w.authority.grants, w.authority.superiors, (keeper) => reachOf(w, keeper));
  const askable = w.registry.permits.get(permit)?.askable ?? false;
  return decision.kind === 'ask' && !askable
    ? { kind: 'refused', because: 'no-one-may', excess: decision.excess }
    : decision;
}

/**
 * Requires a permit for the act at hand, and puts the clause and the person acted for on everything that the
 * transaction writes.
 * @throws Refused `platform.not-granted`, or `platform.beyond-limit` with the figures and whom to ask.
 */
export async function requirePermit(w: Work, permit: string, facts: DecisionFacts = {}): Promise<Grant> {
  const decision = mayI(w, permit, facts);
  if (decision.kind !== 'allowed') throw notAllowed(permit, decision);
  await actUnder(w, decision.by);
  return decision.by;
}

/** Stamps the journal entries of this transaction with the grant's clause and the person acted for. */
export async function actUnder(w: Work, grant: Grant): Promise<void> {
  if (!grant.clauseId && !grant.onBehalfOf) return;
  w.db.later(sql`select set_config('app.clause_id', ${grant.clauseId ?? ''}, true),
    set_config('app.acting_for', ${grant.onBehalfOf ?? ''}, true)`);
}

/** The refusal that a decision other than `allowed` means, with all that helps: excess and whom to ask. */
export function notAllowed(permit: string, decision: Exclude<Decision, { kind: 'allowed' }>): Refused {
  const beyond = decision.excess.length > 0;
  return new Refused(
    [{ code: beyond ? 'platform.beyond-limit' : 'platform.not-granted', status: 403, params: { permit } }],
    { permit, excess: decision.excess, ...(decision.kind === 'ask' && { ask: { of: decision.of, permit } }) },
  );
}

/** How the actor reaches a keeper's records. */
export function reachOf(w: Work, keeperId: string): Reach {
  return w.authority.reach.get(keeperId) ?? { kind: 'none' };
}

/** Refuses when the record has changed since the person saw it; `current` is what they are shown beside their own. */
export function expectRevision(w: Work, current: { revision: number }): void {
  if (w.seenRevision !== undefined && w.seenRevision !== current.revision) {
    throw new Refused([{ code: 'platform.changed-meanwhile', status: 412 }], { current });
  }
}

/** The employee who acts; actions that only a person can do call this. */
export function actingEmployee(w: Work): string {
  if (w.actor.employeeId === null) throw new Error('this act needs an employee');
  return w.actor.employeeId;
}

function companyGrant(permit: string): Grant {
  return { permit, scope: 'all', limits: {}, clauseId: null, clauseNumber: null, onBehalfOf: null };
}
