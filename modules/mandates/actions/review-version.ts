import { move } from '#kernel/lifecycle.ts';
import { type Refusal, Refused, refusal } from '#kernel/refusal.ts';
import { actingEmployee, announce, expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { clausesOf } from '../data/clauses.ts';
import { notify } from '../data/notify.ts';
import * as reviews from '../data/reviews.ts';
import { moveVersion, type VersionRow, versionHeld } from '../data/versions.ts';
import { mandatesRefusals, refuse } from '../refusals.ts';
import { judgeCompleteness } from '../rules/completeness.ts';
import { versionLifecycle } from '../rules/version-lifecycle.ts';
import { judgeBinding } from './judge-binding.ts';

type Revised = { id: string; revision: number };

/** Everything that keeps a version from being submitted: what is not whole, by clause, and remarks without an answer. */
export async function faultsOf(w: Work, versionId: string): Promise<Refusal[]> {
  const [clauses, remarks] = await Promise.all([clausesOf(w, versionId), reviews.remarksOn(w, versionId)]);
  const judged = clauses.map((clause) => ({
    ...clause,
    bindings: clause.bindings.map((bound) => ({ ...bound, ...judgeBinding(w.registry, bound) })),
  }));
  const open = remarks.filter(({ resolvedAt }) => resolvedAt === null);
  return [
    ...judgeCompleteness(judged).map(({ code, clause }) => refusal(mandatesRefusals, code, { clause })),
    ...open.map(({ text, author }) =>
      refusal(mandatesRefusals, 'mandates.remark-open', { author: author.name, text: text.slice(0, 120) }),
    ),
  ];
}

/**
 * Sends a draft to its reviewers: the heads of those who hold the position, and whoever else is named. Its text is
 * hashed and stays as it is unless it goes back to draft.
 * @throws Refused with every reason why it is not whole.
 */
export async function submitVersion(w: Work, id: string, named: readonly string[]): Promise<Revised> {
  await requirePermit(w, 'mandates.draft');
  const found = await heldFor(w, id, 'submit', 'mandates.not-a-draft');
  const faults = await faultsOf(w, id);
  const heads = await reviews.headsOfHolders(w, found.positionId);
  const reviewers = [...new Set([...heads, ...named])];
  if (reviewers.length === 0) faults.push(refusal(mandatesRefusals, 'mandates.no-reviewer', {}, '/reviewerIds'));
  if (faults.length > 0) throw new Refused(faults);
  const moved = (await moveVersion(w, id, 'draft', 'in-review')) ?? refuse('mandates.not-a-draft');
  await reviews.askReviewers(w, id, reviewers);
  for (const reviewer of reviewers)
    await notify(w, reviewer, 'mandates.review-asked', { title: found.title, number: found.number }, pageOf(id));
  await announce(w, 'mandates.submitted', { versionId: id });
  return moved;
}

/** Takes a version back from review, to change it. */
export async function recallVersion(w: Work, id: string): Promise<Revised> {
  await requirePermit(w, 'mandates.draft');
  const found = await heldFor(w, id, 'recall', 'mandates.not-in-review');
  return (await moveVersion(w, id, found.state, 'draft')) ?? refuse('mandates.not-in-review');
}

/**
 * A reviewer accepts the version or makes remarks. With remarks it goes back to draft at once; when all have accepted,
 * it can be approved.
 */
export async function reviewVersion(
  w: Work,
  id: string,
  said: { verdict: 'accepted' | 'remarks'; remarks: readonly { clauseIdentity?: string | undefined; text: string }[] },
): Promise<Revised> {
  const reviewer = actingEmployee(w);
  const found = await heldFor(w, id, 'accept', 'mandates.not-in-review');
  const asked = await reviews.reviewsOf(w, id);
  const mine = asked.find((review) => review.reviewer.id === reviewer);
  if (!mine) refuse('mandates.not-a-reviewer');
  if (mine.verdict !== null) refuse('mandates.already-reviewed');
  if (said.verdict === 'remarks' && said.remarks.length === 0) refuse('mandates.remarks-missing', {}, '/remarks');
  for (const { clauseIdentity = null, text } of said.remarks) {
    await reviews.insertRemark(w, id, { clauseIdentity, text, authorId: reviewer });
  }
  await reviews.recordVerdict(w, id, reviewer, said.verdict);
  if (found.draftedBy) {
    const kind = said.verdict === 'remarks' ? 'mandates.remarked' : 'mandates.accepted';
    await notify(w, found.draftedBy.id, kind, { title: found.title, number: found.number }, pageOf(id));
  }
  if (said.verdict === 'remarks')
    return (await moveVersion(w, id, 'in-review', 'draft')) ?? refuse('mandates.not-in-review');
  const waiting = asked.some((review) => review.verdict === null && review.reviewer.id !== reviewer);
  if (waiting) return { id, revision: found.revision };
  return (await moveVersion(w, id, 'in-review', 'reviewed')) ?? refuse('mandates.not-in-review');
}

/** Answers a remark: what was changed, or why nothing was. */
export async function resolveRemark(w: Work, id: string, resolution: string): Promise<void> {
  await requirePermit(w, 'mandates.draft');
  const touched = await reviews.resolveRemark(w, id, actingEmployee(w), resolution);
  if (touched === 0)
    refuse((await reviews.remarkExists(w, id)) ? 'mandates.remark-resolved' : 'mandates.unknown-remark');
}

/** The version, held, when the act is possible in its state. */
async function heldFor(
  w: Work,
  id: string,
  act: keyof typeof versionLifecycle.moves,
  otherwise: 'mandates.not-a-draft' | 'mandates.not-in-review',
): Promise<VersionRow> {
  const found = await versionHeld(w, id);
  if (!found) refuse('mandates.unknown-version');
  if (move(versionLifecycle, found.state, act) === null) refuse(otherwise);
  expectRevision(w, found);
  return found;
}

function pageOf(versionId: string): string {
  return `/job-descriptions/versions/${versionId}`;
}
