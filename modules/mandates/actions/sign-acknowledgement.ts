import { verifyCredential } from '#platform/auth/credential.ts';
import { filesOf } from '#platform/files/attached.ts';
import { actingEmployee, announce, requirePermit, type Work } from '#platform/work.ts';
import {
  acknowledgementHeld,
  acknowledgementKind,
  markReminded,
  recordPaper,
  recordSignature,
} from '../data/acknowledgements.ts';
import { notify } from '../data/notify.ts';
import { version } from '../data/versions.ts';
import { refuse } from '../refusals.ts';
import { paperRefusal } from '../rules/paper-signature.ts';

/**
 * The employee signs that they have read a version: the password is entered again, and the hash of what was signed, the
 * moment and the address are kept.
 * @throws Refused when a later version has taken its place, or it is signed already.
 */
export async function signAcknowledgement(
  w: Work,
  id: string,
  signing: { credential: string; textHash: string },
): Promise<void> {
  const found = await acknowledgementHeld(w, id);
  if (!found || found.employee.id !== actingEmployee(w)) refuse('mandates.unknown-acknowledgement');
  if (found.signedAt !== null) refuse('mandates.already-signed');
  if (found.superseded) refuse('mandates.superseded');
  const signed = await version(w, found.versionId);
  if (!signed?.textHash || signed.textHash !== signing.textHash) refuse('mandates.text-changed');
  await verifyCredential(w, signing.credential);
  await recordSignature(w, id, { address: w.actor.address ?? null, textHash: signed.textHash });
  await announce(w, 'mandates.acknowledged', { versionId: found.versionId, employeeId: found.employee.id });
}

/**
 * Keeps that an employee signed on paper; whoever drafts job descriptions files the scan of the sheet, without which it
 * does not count.
 * @throws Refused when a later version has taken its place, it is signed already, or the file is not attached to it.
 */
export async function recordPaperSignature(w: Work, id: string, scanId: string): Promise<void> {
  await requirePermit(w, 'mandates.draft');
  const found = await acknowledgementHeld(w, id);
  if (!found) refuse('mandates.unknown-acknowledgement');
  const refusal = paperRefusal(found);
  if (refusal) refuse(refusal);
  const files = await filesOf(w, acknowledgementKind, id);
  if (!files.some((file) => file.id === scanId)) refuse('mandates.scan-needed', {}, '/scanId');
  const signed = await version(w, found.versionId);
  await recordPaper(w, id, { scanId, textHash: signed?.textHash ?? '' });
  if (found.signedAt === null)
    await announce(w, 'mandates.acknowledged', { versionId: found.versionId, employeeId: found.employee.id });
}

/** Reminds everyone who has not signed a version; whoever was reminded in the last twenty hours is left alone. */
export async function remindUnsigned(w: Work, versionId: string): Promise<{ reminded: number }> {
  await requirePermit(w, 'mandates.draft');
  const found = await version(w, versionId);
  if (!found) refuse('mandates.unknown-version');
  if (found.state !== 'approved') refuse('mandates.not-approved');
  const reminded = await markReminded(w, versionId);
  const params = { title: found.title, number: found.number };
  for (const employee of reminded)
    await notify(w, employee, 'mandates.to-sign', params, `/job-descriptions/versions/${versionId}`);
  return { reminded: reminded.length };
}
