import { findClient } from '#modules/clients/contract.ts';
import { readSettingFor } from '#modules/organization/contract.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { actingEmployee, mayI, type Work } from '#platform/work.ts';
import { banCalls, liftCallBan } from '../actions/ban-calls.ts';
import { carryOut, logContact, missActivity, moveActivity, startActivity } from '../actions/carry-out.ts';
import { planActivity, removeActivity, replanActivity } from '../actions/plan-activity.ts';
import { requireReach } from '../actions/standing.ts';
import { shownActivity } from '../actions/what-may-be-done.ts';
import { activitiesWith, activity } from '../data/activities.ts';
import { activitiesLogged } from '../data/evidence.ts';
import { lastContacts } from '../data/last-contacts.ts';
import { normsOf } from '../data/norms.ts';
import { callBanOf, prospects } from '../data/prospects.ts';
import * as at from '../endpoints.ts';
import { refuse } from '../refusals.ts';
import { daysOverdue } from '../rules/contact-cadence.ts';
import { planFactOf } from '../rules/plan-fact.ts';

export const activityRoutes: readonly Route[] = [
  answer(at.readActivity, async (w, { params }) =>
    shownActivity(w, (await activity(w, params.id)) ?? refuse('activities.unknown-activity')),
  ),
  answer(at.planActivity, (w, { body }) => planActivity(w, body)),
  answer(at.replanActivity, (w, { params, body }) => replanActivity(w, params.id, body)),
  answer(at.removeActivity, async (w, { params }) => {
    await removeActivity(w, params.id);
    return null;
  }),
  answer(at.startActivity, (w, { params }) => startActivity(w, params.id)),
  answer(at.carryOutActivity, (w, { params, body }) => carryOut(w, params.id, body)),
  answer(at.moveActivity, (w, { params, body }) => moveActivity(w, params.id, body)),
  answer(at.missActivity, (w, { params, body }) => missActivity(w, params.id, body.reason)),
  answer(at.logContact, (w, { body }) => logContact(w, body)),
  answer(at.planFact, async (w, { query }) => {
    const employeeId = query.employee ?? actingEmployee(w);
    requireReach(w, employeeId);
    const rows = await activitiesLogged(w, employeeId, query);
    return planFactOf(rows.map((row) => ({ ...row, planned: row.plannedOn !== null })));
  }),
  answer(at.prospectsToCall, async (w, { query }) => {
    const { quietDays, script } = await readSettingFor<{ quietDays: number; script: string }>(
      w,
      'activities.prospect-calls',
      actingEmployee(w),
    );
    return { quietDays, script, items: await prospects(w, actingEmployee(w), quietDays, query.limit ?? 20) };
  }),
  answer(at.banCalls, (w, { params, body }) => banCalls(w, params.id, body.reason)),
  answer(at.liftCallBan, async (w, { params }) => {
    await liftCallBan(w, params.id);
    return null;
  }),
  answer(at.clientContacts, async (w, { params, query }) => contactsWith(w, params.id, query.limit ?? 20)),
];

async function contactsWith(w: Work, clientId: string, limit: number) {
  const client = await findClient(w, clientId);
  const [{ planned, openSteps, done }, [last], { cadence }, callBan] = await Promise.all([
    activitiesWith(w, clientId, limit),
    lastContacts(w, [clientId]),
    normsOf(w, client.keeperId),
    callBanOf(w, clientId),
  ]);
  const days = last?.cadenceClass ? cadence[last.cadenceClass] : null;
  const may = (permit: string) => mayI(w, permit, { keeperId: client.keeperId }).kind === 'allowed';
  return {
    client: { id: client.id, name: client.name },
    callBan: callBan ?? null,
    waitingSince: last?.waitingSince ?? null,
    lastOn: last?.lastOn ?? null,
    cadenceDays: days,
    daysOverdue: last && days !== null ? daysOverdue(last.waitingSince, days, w.today.toString()) : null,
    planned: planned.map((each) => shownActivity(w, each)),
    openSteps: openSteps.map((each) => shownActivity(w, each)),
    done: done.map((each) => shownActivity(w, each)),
    can: { log: may('activities.record'), plan: may('activities.plan') },
  };
}
