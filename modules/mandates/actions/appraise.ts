import { month } from '#kernel/period.ts';
import { verifyCredential } from '#platform/auth/credential.ts';
import { actingEmployee, announce, expectRevision, mayI, requirePermit, type Work } from '#platform/work.ts';
import * as data from '../data/appraisals.ts';
import { clausesInForce } from '../data/in-force.ts';
import { notify } from '../data/notify.ts';
import { refuse } from '../refusals.ts';
import { type AppraisalLine, chooseEvidence, lineShare } from '../rules/appraisal.ts';
import { issueAppraisal } from './print-appraisal.ts';
import { nameOfKind, sayBinding } from './say.ts';

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

/**
 * Clause by clause what the month required and what was done, computed from the records of the day: for each duty over
 * the days on which its clause bound the employee.
 */
export async function linesOf(w: Work, employeeId: string, of: string): Promise<AppraisalLine[]> {
  const period = month(of);
  const clauses = await clausesInForce(w, employeeId, period.from, period.to);
  const duties = clauses.flatMap((clause) =>
    clause.bindings.flatMap((bound) => {
      const kind = bound.kind === 'duty' ? w.registry.duties.get(bound.key) : undefined;
      return kind ? [{ clause, bound, kind }] : [];
    }),
  );
  return Promise.all(
    duties.map(async ({ clause, bound, kind }): Promise<AppraisalLine> => {
      const context = {
        employeeId,
        settings: bound.settings as never,
        clauseId: clause.id,
        clauseNumber: clause.number,
      };
      const measured = await kind.measure(w, context, { from: clause.from, to: clause.to });
      return {
        clauseId: clause.id,
        number: clause.number,
        text: clause.text,
        area: clause.area,
        key: bound.key,
        name: nameOfKind(w, 'duty', bound.key),
        norm: sayBinding(w, bound),
        from: clause.from,
        to: clause.to,
        unit: measured.unit,
        required: measured.required,
        done: measured.done,
        late: measured.late,
        missed: measured.missed,
        share: lineShare(measured),
        evidence: chooseEvidence(measured.evidence),
        evidenceTotal: measured.evidence.length,
      };
    }),
  );
}

/** Both sides write their part: the employee until they sign, the head until theirs. Saying nothing writes nothing. */
export async function writeAppraisal(w: Work, id: string, wish: Partial<data.Said>): Promise<Revised> {
  const found = await held(w, id);
  expectRevision(w, found);
  const heads = wish.headRemarks !== undefined || wish.headRating !== undefined || wish.agreedActions !== undefined;
  const own = wish.employeeRemarks !== undefined || wish.employeeRating !== undefined;
  if (!heads && !own) return { id, revision: found.revision };
  if (heads) {
    await requireHead(w, found.employee.id);
    if (found.state !== 'open') refuse('mandates.appraisal-closed');
  }
  if (own && found.employee.id !== actingEmployee(w)) refuse('mandates.not-the-employee');
  if (own && found.state === 'closed') refuse('mandates.appraisal-closed');
  return data.writeAppraisal(w, id, { ...found, ...wish });
}

/** The head signs: the figures of this moment are kept with the signature and no longer change. */
export async function signAsHead(w: Work, id: string, credential: string): Promise<Revised> {
  const found = await held(w, id);
  await requireHead(w, found.employee.id);
  expectRevision(w, found);
  if (found.state !== 'open') refuse('mandates.appraisal-closed');
  await verifyCredential(w, credential);
  const signed = await data.signAsHead(w, id, await linesOf(w, found.employee.id, found.month));
  await notify(w, found.employee.id, 'mandates.appraisal', { month: found.month }, `/appraisals/${id}`);
  await announce(w, 'mandates.appraisal-signed', { appraisalId: id, employeeId: found.employee.id });
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

async function requireHead(w: Work, employeeId: string): Promise<void> {
  if (employeeId === w.actor.employeeId) refuse('mandates.not-the-head');
  await requirePermit(w, permit, { keeperId: employeeId });
}

async function held(w: Work, id: string): Promise<data.AppraisalRow> {
  return (await data.appraisalHeld(w, id)) ?? refuse('mandates.unknown-appraisal');
}
