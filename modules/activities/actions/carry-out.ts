import { Refused, refusal } from '#kernel/refusal.ts';
import { findClient } from '#modules/clients/contract.ts';
import { sql } from '#platform/db/sql.ts';
import { actingEmployee, announce, type Work } from '#platform/work.ts';
import {
  type ActivityKind,
  type ActivityRow,
  closeSteps,
  closeWith,
  insertDone,
  insertPlanned,
  isPlanned,
  type Result,
} from '../data/activities.ts';
import { beginWeekPlan, weekPlan } from '../data/week-plans.ts';
import { activitiesRefusals, refuse } from '../refusals.ts';
import { judgeOutcome, type Outcome, type OutcomeWish } from '../rules/outcome.ts';
import { isWithAuthor } from '../rules/week-plan-lifecycle.ts';
import { recordPromise } from '../slots.ts';
import { basisFollowing } from './assign.ts';
import { contactMoment, plannedMoment, weekOf } from './moments.ts';
import { plannedForChange } from './plan-activity.ts';
import { standingWith } from './standing.ts';

type Revised = { id: string; revision: number };
export type CarryOutWish = OutcomeWish & { contact?: string; doneAt?: string };

/** Notes that a visit or call has begun; a second time changes nothing. @throws Refused when it is closed. */
export async function startActivity(w: Work, id: string): Promise<Revised> {
  const item = await openForChange(w, id);
  if (item.startedAt) return { id, revision: item.revision };
  return w.db.one(
    sql<Revised>`update activities.activities set started_at = ${w.now.toString()} where id = ${id} returning id, revision`,
  );
}

/**
 * Closes a planned activity with its outcome; done by whoever acts, in whose place they act. An agreement about payment
 * becomes a promise to pay.
 * @throws Refused naming all that the outcome lacks, `activities.closed`, or what settlements refuses of the promise.
 */
export async function carryOut(w: Work, id: string, wish: CarryOutWish): Promise<Revised> {
  const item = await openForChange(w, id);
  const client = await findClient(w, item.client.id);
  const result = judged(w, wish, { actingFor: item.actingForNow, potential: client.status === 'potential' });
  const [closed] = await Promise.all([
    w.db.one(closeWith(w, id, result)),
    conclude(w, id, item.client.id, result, wish),
  ]);
  return closed;
}

/** Records a contact that was not planned, with its cause. @throws as `carryOut`. */
export async function logContact(
  w: Work,
  wish: CarryOutWish & { id?: string; clientId: string; kind: ActivityKind; cause: string; minutes?: number },
): Promise<Revised> {
  const { client, actingFor } = await standingWith(w, 'activities.record', wish.clientId);
  const result = judged(w, wish, { actingFor, potential: client.potential });
  const id = wish.id ?? w.newId();
  const contact = {
    ...result,
    clientId: client.id,
    keeperId: client.keeperId,
    kind: wish.kind,
    minutes: wish.minutes ?? 15,
    cause: wish.cause,
  };
  const [logged] = await Promise.all([w.db.one(insertDone(w, id, contact)), conclude(w, id, client.id, result, wish)]);
  return logged;
}

/**
 * Moves a planned activity to another day: the old one stays as moved with its reason, a new one is planned, in the plan of
 * its week while that is with its author.
 */
export async function moveActivity(
  w: Work,
  id: string,
  wish: { plannedOn: string; plannedTime?: string | null; reason: string },
): Promise<Revised & { movedTo: string }> {
  const item = await openForChange(w, id);
  if (wish.plannedOn < w.today.toString()) refuse('activities.planned-for-past', {}, '/plannedOn');
  const twin = { clientId: item.client.id, employeeId: item.employee.id, kind: item.kind, plannedOn: wish.plannedOn };
  if (await isPlanned(w, twin)) refuse('activities.planned-already', {}, '/plannedOn');
  const plan = await planWithAuthor(w, item.employee.id, weekOf(wish.plannedOn));
  const movedTo = w.newId();
  await w.db.one(
    insertPlanned(w, movedTo, {
      ...twin,
      keeperId: item.keeperId,
      actingFor: item.actingFor?.id ?? null,
      plannedAt: plannedMoment(w, wish.plannedOn, wish.plannedTime),
      minutes: item.minutes,
      purpose: item.purpose,
      weekPlanId: plan,
      offPlanCause: plan ? null : 'moved',
      withPotential: item.withPotential,
      basis: await basisFollowing(w, item, wish.plannedOn),
    }),
  );
  const moved =
    await w.db.one(sql<Revised>`update activities.activities set state = 'moved', moved_to_id = ${movedTo}, moved_reason = ${wish.reason.trim()},
    closed_at = ${w.now.toString()} where id = ${id} returning id, revision`);
  return { ...moved, movedTo };
}

/** Notes that a planned activity did not take place, with the reason. */
export async function missActivity(w: Work, id: string, reason: string): Promise<Revised> {
  await openForChange(w, id);
  return w.db.one(sql<Revised>`update activities.activities set state = 'missed', missed_reason = ${reason.trim()}, closed_at = ${w.now.toString()}
    where id = ${id} returning id, revision`);
}

async function openForChange(w: Work, id: string): Promise<ActivityRow & { actingForNow: string | null }> {
  const item = await plannedForChange(w, id, 'activities.record');
  if (item.state !== 'planned') refuse('activities.closed');
  return item;
}

async function planWithAuthor(w: Work, employeeId: string, week: string): Promise<string | null> {
  const there = await weekPlan(w, employeeId, week);
  if (there) return isWithAuthor(there.state) ? there.id : null;
  return w.authority.permits.has('activities.plan') ? (await beginWeekPlan(w, employeeId, week)).id : null;
}

function judged(w: Work, wish: CarryOutWish, of: { actingFor: string | null; potential: boolean }): Result {
  const { doneAt, doneOn } = contactMoment(w, wish.doneAt);
  const faults = judgeOutcome(wish, doneOn);
  if (faults.length > 0)
    throw new Refused(faults.map(({ code, field }) => refusal(activitiesRefusals, code, {}, field)));
  return {
    employeeId: actingEmployee(w),
    actingFor: of.actingFor,
    doneAt,
    doneOn,
    outcome: wish.outcome as Outcome,
    note: wish.note?.trim() ?? '',
    nextStep: wish.nextStep?.trim() ?? '',
    nextOn: wish.nextOn ?? null,
    promisedAmount: wish.promisedAmount || null,
    promisedOn: wish.promisedOn ?? null,
    withPotential: of.potential,
  };
}

/** What follows from a contact: the promise, the steps that are taken by it, the news of it. */
async function conclude(w: Work, id: string, clientId: string, result: Result, wish: CarryOutWish): Promise<void> {
  if (result.outcome !== 'no-contact') {
    await closeSteps(w, clientId, { id, doneOn: result.doneOn, namesNext: result.nextOn !== null });
  }
  await announce(w, 'activities.done', { activityId: id, clientId, outcome: result.outcome });
  // Last: it puts the clause of the right to accept promises on what is written after it.
  if (result.promisedAmount && result.promisedOn) {
    await w.registry.answer(recordPromise)(w, {
      clientId,
      activityId: id,
      amount: result.promisedAmount,
      promisedFor: result.promisedOn,
      ...(wish.contact && { contact: wish.contact }),
      ...(result.note && { note: result.note }),
    });
  }
}
