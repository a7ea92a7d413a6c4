import Type from 'typebox';
import { agendaOf } from '#platform/declare/agenda.ts';
import { duty, type EvidenceRecord, type WorkLine } from '#platform/declare/duty.ts';
import { quietClients, quietCount } from '../data/candidates.ts';
import { waitingOn } from '../data/evidence.ts';
import { daysOverdue } from '../rules/contact-cadence.ts';
import { cadenceWeight } from '../rules/proposals.ts';

const Days = Type.Integer({ minimum: 1, maximum: 730, unit: 'days' });
type Settings = { daysKey: number; daysA: number; daysB: number; daysC: number };
const cadenceOf = (settings: Settings) => ({
  key: settings.daysKey,
  A: settings.daysA,
  B: settings.daysB,
  C: settings.daysC,
});

/** No client waits for a contact longer than its class allows. */
export const cadenceDuty = duty({
  key: 'activities.cadence',
  settings: Type.Object({ daysKey: Days, daysA: Days, daysB: Days, daysC: Days }, { additionalProperties: false }),
  defaults: { daysKey: 7, daysA: 14, daysB: 30, daysC: 60 },
  grants: [
    { permit: 'activities.read', scope: 'own' },
    { permit: 'activities.record', scope: 'own' },
    { permit: 'clients.read', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }, most) => {
    const cadence = cadenceOf(settings);
    const today = w.today.toString();
    const [quiet, late] = await Promise.all([
      quietClients(w, employeeId, cadence, w.today, most),
      quietCount(w, employeeId, cadence, w.today),
    ]);
    const lines = quiet.map((client) => {
      const days = cadence[client.class];
      const overdue = daysOverdue(client.waitingSince, days, today);
      const line: WorkLine = {
        id: `quiet:${client.clientId}`,
        kind: client.lastOn ? 'activities.quiet' : 'activities.never-contacted',
        params: { class: client.class, days: overdue + days, cadence: days },
        subject: { kind: 'client', id: client.clientId, label: client.client },
        since: client.lastOn,
        due: Temporal.PlainDate.from(client.waitingSince).add({ days }).toString(),
        stake: 0,
        urgency: 'late',
        href: `/clients/${client.clientId}?tab=visits`,
      };
      return { line, weight: cadenceWeight(client.class, overdue, days) };
    });
    const heaviest = lines.toSorted((a, b) => b.weight - a.weight).slice(0, most);
    return agendaOf(
      heaviest.map(({ line }) => line),
      { late },
      `/quiet-clients?keeper=${employeeId}&plannedOn.is=null`,
    );
  },
  measure: async (w, { employeeId, settings }, period) => {
    const last = Temporal.PlainDate.from(period.to).subtract({ days: 1 });
    const on = (Temporal.PlainDate.compare(last, w.today) < 0 ? last : w.today).toString();
    const cadence = cadenceOf(settings);
    const judged = (await waitingOn(w, employeeId, on)).map(
      (client): EvidenceRecord => ({
        kind: 'client',
        id: client.clientId,
        label: client.client,
        at: client.waitingSince,
        href: `/clients/${client.clientId}?tab=visits`,
        verdict: daysOverdue(client.waitingSince, cadence[client.cadenceClass], on) > 0 ? 'missed' : 'done',
      }),
    );
    const missed = judged.filter((each) => each.verdict === 'missed');
    const done = judged.filter((each) => each.verdict === 'done');
    return {
      required: judged.length,
      done: done.length,
      late: 0,
      missed: missed.length,
      unit: 'count',
      evidence: [...missed, ...done].slice(0, 500),
    };
  },
});
