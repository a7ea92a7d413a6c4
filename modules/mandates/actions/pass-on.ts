import { readSetting } from '#modules/organization/contract.ts';
import type { Runner } from '#platform/run.ts';
import { type Actor, announce, type Work } from '#platform/work.ts';
import { boundToday } from '../data/in-force.ts';
import { notify } from '../data/notify.ts';
import * as passings from '../data/passings.ts';
import * as requests from '../data/requests.ts';
import { passingOn } from '../rules/passing-on.ts';

/**
 * By when whoever is asked now should answer: by the norm of their own duty or as the right of the claimant promises,
 * whichever is earlier; else by the setting of the company.
 */
export async function answerDue(w: Work, employeeId: string, claimant: string): Promise<string> {
  const [norm, claims] = await Promise.all([
    passings.answerHoursOf(w, employeeId),
    boundToday(w, 'right', 'mandates.answered-in-time'),
  ]);
  const claimed = claims.find((each) => each.employeeId === claimant)?.settings.withinHours as number | undefined;
  const said = [norm, claimed].filter((hours) => typeof hours === 'number');
  const hours = said.length > 0 ? Math.min(...said) : await readSetting<number>(w, 'mandates.answer-hours');
  return w.now.add({ hours }).toString();
}

/**
 * Passes one open request on where it must go: unanswered in time to the next above who may decide, and away from whoever
 * may not decide it (any more). Done again it changes nothing until the new answer time is over. Everyone on it is told.
 */
export async function passRequestOn(w: Work, id: string): Promise<void> {
  const found = await requests.requestHeld(w, id);
  if (found?.state !== 'open') return;
  const on = passingOn(await passings.standingOf(w, found), w.now.toString());
  if (on === null) return;
  const dueAt = await answerDue(w, on.to, (found.actingFor ?? found.askedBy).id);
  await passings.recordPassing(w, found, { ...on, dueAt });
  const passed = await requests.request(w, id);
  if (!passed) return;
  const params = {
    subject: found.subjectLabel,
    askedBy: found.askedBy.name,
    from: found.askedOf.name,
    to: passed.askedOf.name,
  };
  const told = new Set([...(await requests.partiesOf(w, passed)).map((party) => party.id), found.askedOf.id]);
  for (const person of told) await notify(w, person, `mandates.passed-on-${on.cause}`, params, `/requests/${id}`);
  await announce(w, 'mandates.passed-on', { requestId: id, from: found.askedOf.id, ...on });
}

/** Asks others to review what people were to review who are dismissed or hold no position any more. */
export async function passReviewsOn(w: Work): Promise<void> {
  for (const review of await passings.orphanedReviews(w)) {
    if (!review.instead) continue;
    await passings.passReview(w, review.id, review.instead.id);
    const { title, number } = review;
    const href = `/job-descriptions/versions/${review.versionId}`;
    await notify(w, review.instead.id, 'mandates.review-asked', { title, number }, href);
    const params = { title, number, from: review.reviewer.name, to: review.instead.name };
    if (review.draftedBy && review.draftedBy !== review.instead.id)
      await notify(w, review.draftedBy, 'mandates.review-passed-on', params, href);
  }
}

/** Whoever's access changed: nothing may go on waiting for somebody who can no longer answer it. */
export async function accessChanged(w: Work): Promise<void> {
  for (const id of await passings.openRequests(w)) await passRequestOn(w, id);
  await passReviewsOn(w);
}

/** What time alone does to what waits: answer times end, and so do positions and rights. Each request by itself. */
export async function passOnInTime(runner: Runner, company: Actor): Promise<void> {
  for (const id of await runner.read(company, passings.openRequests))
    await runner.write(company, (w) => passRequestOn(w, id));
  await runner.write(company, passReviewsOn);
}
