import { canonicalJson } from '#kernel/digest.ts';
import type { EndpointReply } from '#kernel/endpoint.ts';
import { canMove } from '#kernel/lifecycle.ts';
import { sentence } from '#platform/sentence.ts';
import { mayI, type Work } from '#platform/work.ts';
import { faultsOf } from '../actions/review-version.ts';
import { nameOfKind, sayBinding } from '../actions/say.ts';
import { acknowledgementsOf } from '../data/acknowledgements.ts';
import { type ClauseRow, clausesOf } from '../data/clauses.ts';
import { remarksOn, reviewsOf } from '../data/reviews.ts';
import { type VersionRow, version, versionsOf } from '../data/versions.ts';
import type { compareVersions, readVersion } from '../endpoints-versions.ts';
import { refuse } from '../refusals.ts';
import { type ComparedClause, compareVersions as compare } from '../rules/comparison.ts';
import { standingOf, versionLifecycle } from '../rules/version-lifecycle.ts';

type May = true | string[];
type Card = EndpointReply<typeof readVersion>;
type Clause = Card['clauses'][number];

/** How a version stands today. */
export function standing(w: Work, found: VersionRow): string {
  return standingOf(found.state, found.inForce ?? undefined, w.today.toString());
}

/** A clause with its bindings in words. */
export function clauseInWords(w: Work, clause: ClauseRow): Clause {
  return {
    id: clause.id,
    identity: clause.identity,
    section: clause.section,
    number: clause.number,
    text: clause.text,
    area: clause.area,
    cadence: clause.cadence,
    responsibility: clause.responsibility,
    legalReference: clause.legalReference,
    revision: clause.revision,
    bindings: clause.bindings.map((bound) => ({
      ...bound,
      grants: bound.grants.map((grant) => ({ ...grant, limits: { ...grant.limits } })),
      name: nameOfKind(w, bound.kind, bound.key),
      said: sayBinding(w, bound),
    })),
  };
}

/** The whole card of a version. @throws Refused `mandates.unknown-version` where the actor sees none. */
export async function versionCard(w: Work, id: string): Promise<Card> {
  const [found, clauses, reviews, remarks, signatures] = await Promise.all([
    version(w, id),
    clausesOf(w, id),
    reviewsOf(w, id),
    remarksOn(w, id),
    acknowledgementsOf(w, id),
  ]);
  if (!found) refuse('mandates.unknown-version');
  const [faults, siblings] = await Promise.all([
    found.state === 'draft' ? faultsOf(w, id) : [],
    versionsOf(w, found.descriptionId),
  ]);
  const mine = signatures.find(({ employee }) => employee.id === w.actor.employeeId);
  const review = reviews.find(({ reviewer }) => reviewer.id === w.actor.employeeId);
  return {
    ...found,
    standing: standing(w, found),
    clauses: clauses.map((clause) => clauseInWords(w, clause)),
    reviews,
    remarks,
    faults: faults.map(({ code, params }) => ({
      code,
      clause: typeof params?.clause === 'string' ? params.clause : null,
      detail: sentence(w.registry, w.actor.language, `refusal.${code}`, params),
    })),
    mySignature: mine ? { id: mine.id, signedAt: mine.signedAt } : null,
    previousId: siblings.find(({ number }) => number < found.number)?.id ?? null,
    can: {
      edit: when(w, 'mandates.draft', found.state === 'draft' || 'mandates.not-a-draft'),
      submit: when(
        w,
        'mandates.draft',
        found.state !== 'draft'
          ? 'mandates.not-a-draft'
          : faults.length === 0 || [...new Set(faults.map(({ code }) => code))],
      ),
      recall: when(w, 'mandates.draft', canMove(versionLifecycle, found.state, 'recall') || 'mandates.not-in-review'),
      review: !review
        ? []
        : review.verdict !== null
          ? ['mandates.already-reviewed']
          : found.state === 'in-review' || ['mandates.not-in-review'],
      approve: when(
        w,
        'mandates.approve',
        canMove(versionLifecycle, found.state, 'approve') || 'mandates.not-reviewed',
      ),
      revoke: when(w, 'mandates.approve', found.state === 'approved' || 'mandates.not-approved'),
      sign: !mine ? [] : mine.signedAt ? ['mandates.already-signed'] : !mine.superseded || ['mandates.superseded'],
      remind: when(w, 'mandates.draft', found.state === 'approved' || 'mandates.not-approved'),
      issue: when(w, 'mandates.draft', found.approvedOn !== null || 'mandates.not-approved'),
    },
  };
}

function when(w: Work, permit: string, timely: true | string | string[]): May {
  if (mayI(w, permit).kind !== 'allowed') return [];
  return timely === true ? true : typeof timely === 'string' ? [timely] : timely;
}

/** Two versions side by side. */
export async function comparison(w: Work, id: string, withId: string): Promise<EndpointReply<typeof compareVersions>> {
  const [after, before, now, then] = await Promise.all([
    version(w, id),
    version(w, withId),
    clausesOf(w, id),
    clausesOf(w, withId),
  ]);
  if (!after || !before || after.descriptionId !== before.descriptionId) refuse('mandates.unknown-version');
  const said = new Map([...then, ...now].map((clause) => [clause, clauseInWords(w, clause)]));
  const comparable = (rows: ClauseRow[]) =>
    rows.map((clause): ComparedClause & { row: ClauseRow } => ({
      ...clause,
      bindings: clause.bindings.map(({ kind, key, settings }) => ({ kind, key, settings })),
      row: clause,
    }));
  const changes = compare(comparable(then), comparable(now), (a, b) => canonicalJson(a) === canonicalJson(b));
  const shown = (clause: ComparedClause | null) =>
    clause ? (said.get((clause as unknown as { row: ClauseRow }).row) ?? null) : null;
  return {
    before: { id: before.id, number: before.number },
    after: { id: after.id, number: after.number },
    changes: changes.map(({ change, fields, before: was, after: is }) => ({
      change,
      fields: [...fields],
      before: shown(was),
      after: shown(is),
    })),
  };
}
