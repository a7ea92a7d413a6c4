import Type from 'typebox';
import { agendaOf } from '#platform/declare/agenda.ts';
import { type DutyKind, duty, type WorkLine } from '#platform/declare/duty.ts';
import { toEnter } from '../data/agenda.ts';
import { entriesOf } from '../data/evidence.ts';
import { urgencyOf } from '../rules/judge-deadline.ts';
import { timedMeasurement } from './timed-evidence.ts';

/** Enters taken orders into the books in time: the work of sales support, over all of the company. */
export const enter: DutyKind = duty({
  key: 'orders.enter',
  settings: Type.Object(
    { withinHours: Type.Integer({ minimum: 1, maximum: 240, unit: 'hours' }) },
    { additionalProperties: false },
  ),
  defaults: { withinHours: 4 },
  grants: [
    { permit: 'orders.enter', scope: 'all' },
    { permit: 'orders.read', scope: 'all' },
    { permit: 'clients.read', scope: 'all' },
    { permit: 'catalog.read', scope: 'all' },
  ],
  agenda: async (w, _, most) => {
    const rows = await toEnter(w, most);
    const lines = rows
      .map(
        ({ id, number, client, total, since, due, state }): WorkLine => ({
          id: `orders.enter:${id}`,
          kind: state === 'captured' ? 'orders.type' : 'orders.enter',
          params: { client, number: number ?? '' },
          subject: { kind: 'order', id, label: number ?? client },
          since,
          due,
          stake: total,
          urgency: due ? urgencyOf(Temporal.Instant.from(due), w.now) : 'today',
          href: `/orders/queue?order=${id}`,
        }),
      )
      .toSorted((a, b) => b.stake - a.stake);
    const [first] = rows;
    return agendaOf(lines, { late: first?.late ?? 0, today: first?.others ?? 0 }, '/orders/queue');
  },
  measure: async (w, { employeeId, settings }, period) =>
    timedMeasurement(await entriesOf(w, employeeId, settings.withinHours, period)),
});
