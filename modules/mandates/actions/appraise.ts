import { month } from '#kernel/period.ts';
import { verifyCredential } from '#platform/auth/credential.ts';
import { actingEmployee, announce, expectRevision, mayI, requirePermit, type Work } from '#platform/work.ts';
import * as data from '../data/appraisals.ts';
import { notify } from '../data/notify.ts';
import { refuse } from '../refusals.ts';
import { formFor } from './appraisal-figures.ts';
import { factsIn } from './duty-facts.ts';
import { issueAppraisal } from './print-appraisal.ts';

type Revised = { id: string; revision: number };
const permit = 'mandates.appraise';

/** Opens the appraisal of an employee for a month that has begun. @throws Refused when there is one already. */
export async function openAppraisal(w: Work, wish: { employeeId: string; month: string }): Promise<Revised> {
  await requireHead(w, wish.employeeId);
  const period = month(wish.month);
  if (period.from > w.today.toString()) refuse('mandates.month-not-begun', {}, '/month');
  const opened = await data.insertAppraisal(w, wish.employeeId, period);
  await announce(w, 'mandates.appraisal-opened', { appraisalId: opened.id, employeeId: wish.employeeId });
  return opened;
}

export type Wish = Partial<data.Said> & {
  readonly employeeRatings?: readonly Rated[];
  readonly headRatings?: readonly Rated[];
};
type Rated = { readonly clauseId: string; readonly rating: number | null };

/** Both sides write their part: the employee until they sign, the head until theirs. Saying nothing writes nothing. */
export async function writeAppraisal(w: Work, id: string, wish: Wish): Promise<Revised> {
  const found = await held(w, id);
  expectRevision(w, found);
  const { employeeRatings, headRatings, ...said } = wish;
  const heads = said.headRemarks !== undefined || said.headRating !== undefined || headRatings !== undefined;
  const own = said.employeeRemarks !== undefined || said.employeeRating !== undefined || employeeRatings !== undefined;
  if (!heads && !own) return { id, revision: found.revision };
  if (heads) {
    await requireHead(w, found.employee.id);
    if (found.state !== 'open') refuse('mandates.appraisal-closed');
  }
  if (own && found.employee.id !== actingEmployee(w)) refuse('mandates.not-the-employee');
  if (own && found.state === 'closed') refuse('mandates.appraisal-closed');
  await rate(w, found, 'employee', employeeRatings ?? []);
  await rate(w, found, 'head', headRatings ?? []);
  return data.writeAppraisal(w, id, { ...found, ...said });
}

async function rate(w: Work, found: data.AppraisalRow, side: data.Side, ratings: readonly Rated[]): Promise<void> {
  if (ratings.length === 0) return;
  const form = found.state === 'open' ? (await formFor(w, found.employee.id, found.month)).form : found.form;
  const judged = new Set(form.map(({ clauseId }) => clauseId));
  const stray = ratings.findIndex(({ clauseId }) => !judged.has(clauseId));
  if (stray >= 0) refuse('mandates.unknown-clause', {}, `/${side}Ratings/${stray}/clauseId`);
  await data.rateClauses(w, found.id, side, ratings);
}

/** The head signs: the form and figures of this moment are kept with the signature and no longer change. */
export async function signAsHead(w: Work, id: string, credential: string): Promise<Revised> {
  const found = await held(w, id);
  await requireHead(w, found.employee.id);
  expectRevision(w, found);
  if (found.state !== 'open') refuse('mandates.appraisal-closed');
  await verifyCredential(w, credential);
  const { employee, month: of } = found;
  const [{ duties: lines, outside }, { form }] = await Promise.all([
    factsIn(w, employee.id, month(of)),
    formFor(w, employee.id, of),
  ]);
  const signed = await data.signAsHead(w, id, { lines, outside, form });
  await notify(w, employee.id, 'mandates.appraisal', { month: of }, `/appraisals/${id}`);
  await announce(w, 'mandates.appraisal-signed', { appraisalId: id, employeeId: employee.id });
  return signed;
}

/** The employee signs after the head: read, with one's own remarks. */
export async function signAsEmployee(w: Work, id: string, credential: string): Promise<Revised> {
  const found = await held(w, id);
  if (found.employee.id !== actingEmployee(w)) refuse('mandates.not-the-employee');
  expectRevision(w, found);
  if (found.state === 'open') refuse('mandates.head-signs-first');
  if (found.state === 'closed') refuse('mandates.appraisal-closed');
  await verifyCredential(w, credential);
  const signed = await data.signAsEmployee(w, id);
  await issueAppraisal(w, await held(w, id));
  await announce(w, 'mandates.appraisal-closed', { appraisalId: id, employeeId: found.employee.id });
  return signed;
}

/** Whether the actor appraises this employee: never oneself. */
export function appraises(w: Work, employeeId: string): boolean {
  return employeeId !== w.actor.employeeId && mayI(w, permit, { keeperId: employeeId }).kind === 'allowed';
}

/** An appraisal on whose actions the actor may agree: as the head, while it is open. @throws Refused otherwise. */
export async function appraisalToAgree(w: Work, id: string): Promise<data.AppraisalRow> {
  const found = await held(w, id);
  await requireHead(w, found.employee.id);
  if (found.state !== 'open') refuse('mandates.appraisal-closed');
  return found;
}

/** @throws Refused for whoever does not appraise this employee, and for the employee. */
export async function requireHead(w: Work, employeeId: string): Promise<void> {
  if (employeeId === w.actor.employeeId) refuse('mandates.not-the-head');
  await requirePermit(w, permit, { keeperId: employeeId });
}

async function held(w: Work, id: string): Promise<data.AppraisalRow> {
  return (await data.appraisalHeld(w, id)) ?? refuse('mandates.unknown-appraisal');
}
