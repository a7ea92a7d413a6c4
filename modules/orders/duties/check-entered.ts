import Type from 'typebox';
import { agendaOf } from '#platform/declare/agenda.ts';
import { type DutyKind, duty, type WorkLine } from '#platform/declare/duty.ts';
import { uncheckedOf } from '../data/agenda.ts';
import { checksOf } from '../data/evidence.ts';
import { urgencyOf } from '../rules/judge-deadline.ts';
import { timedMeasurement } from './timed-evidence.ts';

/** Checks that what sales support entered is what was taken. */
export const checkEntered: DutyKind = duty({
  key: 'orders.check-entered',
  settings: Type.Object(
    { withinHours: Type.Integer({ minimum: 1, maximum: 720, unit: 'hours' }) },
    { additionalProperties: false },
  ),
  defaults: { withinHours: 24 },
  grants: [
    { permit: 'orders.take', scope: 'own' },
    { permit: 'orders.read', scope: 'own' },
    { permit: 'clients.read', scope: 'own' },
    { permit: 'catalog.read', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }, most) => {
    const rows = await uncheckedOf(w, employeeId, w.now.subtract({ hours: settings.withinHours }), most);
    const lines = rows
      .map(({ id, number, client, total, since, differs, state }): WorkLine => {
        const due = Temporal.Instant.from(since).add({ hours: settings.withinHours });
        return {
          id: `orders.check-entered:${id}`,
          kind: state === 'typed' ? 'orders.check-typed' : 'orders.check-entered',
          params: { client, number: number ?? '', differs: differs ? 'yes' : 'no' },
          subject: { kind: 'order', id, label: number ?? client },
          since,
          due: due.toString(),
          stake: total,
          urgency: urgencyOf(due, w.now),
          href: `/orders/${id}`,
        };
      })
      .toSorted((a, b) => b.stake - a.stake);
    const [first] = rows;
    const href = `/orders?keeper=${employeeId}&checked=false&state=typed,entered,shipped`;
    return agendaOf(lines, { late: first?.late ?? 0, today: first?.others ?? 0 }, href);
  },
  measure: async (w, { employeeId, settings }, period) =>
    timedMeasurement(await checksOf(w, employeeId, settings.withinHours, period)),
});
