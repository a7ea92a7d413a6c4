import { move } from '#kernel/lifecycle.ts';
import { Refused, refusal } from '#kernel/refusal.ts';
import { announce, expectRevision, requirePermit, type Work } from '#platform/work.ts';
import { cutFormer, endVersion, putInForce, replacesAny, sendToHolders } from '../data/approvals.ts';
import { lockDescription } from '../data/descriptions.ts';
import { notify } from '../data/notify.ts';
import { hashNow, version } from '../data/versions.ts';
import { mandatesRefusals, refuse } from '../refusals.ts';
import { judgeApproval, latestReview } from '../rules/approval.ts';
import { versionLifecycle } from '../rules/version-lifecycle.ts';
import { issueVersion } from './print-version.ts';

type Revised = { id: string; revision: number };
export type Approval = {
  kind: 'order' | 'stamp';
  number?: string | undefined;
  approvedOn: string;
  effectiveOn: string;
  reviewDueOn?: string | undefined;
};

/**
 * Approves a reviewed version, by order or by stamp, and puts it in force from a day: it ends the version before, goes
 * to everyone who holds the position for signature, is issued as a numbered document in its own language, and from that day is what they may and must do.
 * @throws Refused with all that is wrong with the approval; `mandates.not-reviewed` when somebody was quicker.
 */
export async function approveVersion(w: Work, id: string, approval: Approval): Promise<Revised> {
  await requirePermit(w, 'mandates.approve');
  const seen = await version(w, id);
  if (!seen) refuse('mandates.unknown-version');
  await lockDescription(w, seen.descriptionId);
  const found = (await version(w, id)) ?? refuse('mandates.unknown-version');
  if (move(versionLifecycle, found.state, 'approve') === null) refuse('mandates.not-reviewed');
  expectRevision(w, found);
  const wish = {
    ...approval,
    number: approval.number ?? '',
    reviewDueOn: approval.reviewDueOn ?? latestReview(approval.effectiveOn),
  };
  const replaces = await replacesAny(w, found.descriptionId);
  const faults = judgeApproval(wish, { replaces, today: w.today.toString() });
  if (faults.length > 0) throw new Refused(faults.map((fault) => refusal(mandatesRefusals, fault)));
  if ((await hashNow(w, id)) !== found.textHash) refuse('mandates.text-changed');

  await cutFormer(w, found.descriptionId, wish.effectiveOn);
  const approved = (await putInForce(w, id, wish)) ?? refuse('mandates.not-reviewed');
  await issueVersion(w, id, found.language);
  const holders = await sendToHolders(w, id);
  const params = { title: found.title, number: found.number };
  for (const holder of holders) await notify(w, holder, 'mandates.to-sign', params, `/job-descriptions/versions/${id}`);
  await announce(w, 'mandates.approved', {
    versionId: id,
    descriptionId: found.descriptionId,
    effectiveOn: wish.effectiveOn,
  });
  return approved;
}

/** Ends an approved version on a day, today at the earliest, without another in its place. */
export async function revokeVersion(w: Work, id: string, on: string): Promise<Revised> {
  await requirePermit(w, 'mandates.approve');
  const found = await version(w, id);
  if (!found) refuse('mandates.unknown-version');
  expectRevision(w, found);
  if (on < w.today.toString()) refuse('mandates.effective-in-past', {}, '/on');
  const ended = (await endVersion(w, id, on)) ?? refuse('mandates.not-approved');
  await announce(w, 'mandates.revoked', { versionId: id, descriptionId: found.descriptionId, on });
  return ended;
}
