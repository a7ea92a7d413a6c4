import Type from 'typebox';
import type { Period } from '#kernel/period.ts';
import { type Agenda, agendaOf } from '#platform/declare/agenda.ts';
import { type DutyKind, duty, type EvidenceRecord, type Measurement, type WorkLine } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import type { ActivityKind } from '../data/activities.ts';
import { agendaItems } from '../data/agenda.ts';
import { openSteps } from '../data/candidates.ts';
import { activitiesLogged, type Logged } from '../data/evidence.ts';
import { absencesOf, workingCalendar } from '../data/norms.ts';
import { elapsed, presentDays, requiredContacts } from '../rules/working-days.ts';
import { plannedAgenda, plannedLine } from './planned-lines.ts';

const settings = Type.Object({ perWeek: Type.Integer({ minimum: 1, maximum: 500 }) }, { additionalProperties: false });
const grants = [
  { permit: 'activities.read', scope: 'own' },
  { permit: 'activities.plan', scope: 'own' },
  { permit: 'activities.record', scope: 'own' },
  { permit: 'clients.read', scope: 'own' },
] as const;
const ofVisits: readonly ActivityKind[] = ['visit', 'meeting'];
const ofCalls: readonly ActivityKind[] = ['call', 'letter'];

/** So many visits and meetings a week. */
export const visitsDuty: DutyKind = duty({
  key: 'activities.visits',
  settings,
  defaults: { perWeek: 10 },
  grants,
  covers: ofVisits,
  agenda: (w, { employeeId }, most) => plannedContacts(w, employeeId, ofVisits, most),
  measure: (w, { employeeId, settings: { perWeek } }, period) => measure(w, employeeId, ofVisits, perWeek, period),
});

/** So many calls and letters a week; the day list also has the next steps that were promised to clients. */
export const callsDuty: DutyKind = duty({
  key: 'activities.calls',
  settings,
  defaults: { perWeek: 25 },
  grants,
  covers: ofCalls,
  agenda: async (w, { employeeId }, most) => {
    const tomorrow = w.today.add({ days: 1 }).toString();
    const [planned, steps] = await Promise.all([
      plannedContacts(w, employeeId, ofCalls, most),
      openSteps(w, employeeId, tomorrow, most),
    ]);
    const lines = steps.map(
      (step): WorkLine => ({
        id: `next-step:${step.id}`,
        kind: 'activities.next-step',
        params: { step: step.nextStep },
        subject: { kind: 'client', id: step.clientId, label: step.client },
        since: step.nextOn,
        due: step.nextOn,
        stake: 0,
        urgency: step.nextOn < w.today.toString() ? 'late' : 'today',
        href: `/clients/${step.clientId}?tab=visits`,
      }),
    );
    const [step] = steps;
    const href = `/activities?keeper=${employeeId}&nextOn.lte=today&sort=day`;
    const promised = agendaOf(lines, { late: step?.late ?? 0, today: step?.others ?? 0 }, href);
    return { lines: [...promised.lines, ...planned.lines], more: [...promised.more, ...planned.more] };
  },
  measure: (w, { employeeId, settings: { perWeek } }, period) => measure(w, employeeId, ofCalls, perWeek, period),
});

async function plannedContacts(
  w: Work,
  employeeId: string,
  kinds: readonly ActivityKind[],
  most: number,
): Promise<Agenda> {
  const items = await agendaItems(w, employeeId, kinds, most);
  const lines = items.map((item) => plannedLine(w, item));
  return plannedAgenda(items, lines, employeeId, `kind=${kinds.join(',')}&basis.is=null`);
}

/** Required is in proportion to the days worked that are over; a planned contact that was missed is shown as such. */
async function measure(
  w: Work,
  employeeId: string,
  kinds: readonly ActivityKind[],
  perWeek: number,
  period: Period,
): Promise<Measurement> {
  const over = elapsed(period, w.today.toString());
  const [calendar, absences, logged] = await Promise.all([
    workingCalendar(w),
    absencesOf(w, employeeId, period),
    activitiesLogged(w, employeeId, period),
  ]);
  const required = over ? requiredContacts(perWeek, presentDays(over, calendar, absences).length, calendar) : 0;
  // What was assigned outside the description is counted apart.
  const ours = logged.filter((each) => kinds.includes(each.kind) && !each.outside);
  const done = ours.filter((each) => each.state === 'done');
  const missed = ours.filter((each) => each.state === 'missed');
  const evidence = [...done.map((each) => recordOf(each, 'done')), ...missed.map((each) => recordOf(each, 'missed'))];
  return {
    required,
    done: done.length,
    late: 0,
    missed: Math.max(0, required - done.length),
    unit: 'count',
    evidence: evidence.slice(0, 500),
  };
}

function recordOf(each: Logged, verdict: EvidenceRecord['verdict']): EvidenceRecord {
  return { kind: 'activity', id: each.id, label: each.client, at: each.day, href: `/activities/${each.id}`, verdict };
}
