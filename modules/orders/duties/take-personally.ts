import Type from 'typebox';
import { agendaOf } from '#platform/declare/agenda.ts';
import { type DutyKind, duty, type WorkLine } from '#platform/declare/duty.ts';
import { waitingFor } from '../data/agenda.ts';
import { ordersOfKeyClients } from '../data/evidence.ts';
import { tallyOfShare } from '../rules/judge-deadline.ts';

/** Takes the orders of key clients personally; an order taken by the substitute named by order counts too. */
export const takePersonally: DutyKind = duty({
  key: 'orders.take-personally',
  settings: Type.Object(
    { share: Type.Integer({ minimum: 0, maximum: 10_000, unit: 'basis-points' }) },
    { additionalProperties: false },
  ),
  defaults: { share: 10_000 },
  grants: [
    { permit: 'orders.take', scope: 'own' },
    { permit: 'orders.read', scope: 'own' },
    { permit: 'clients.read', scope: 'own' },
    { permit: 'catalog.read', scope: 'own' },
  ],
  agenda: async (w, { employeeId }, most) => {
    const rows = await waitingFor(w, employeeId, most);
    const lines = rows.map(({ id, number, client, total, since, state }): WorkLine => {
      const kind = state === 'draft' ? 'orders.sent-back' : 'orders.answer-question';
      return {
        id: `${kind}:${id}`,
        kind,
        params: { client, number: number ?? 'none' },
        subject: { kind: 'order', id, label: number ?? client },
        since,
        due: null,
        stake: total,
        urgency: 'today',
        href: `/orders/${id}`,
      };
    });
    return agendaOf(lines, { today: rows[0]?.others ?? 0 }, `/orders?keeper=${employeeId}&state=draft,asked-back`);
  },
  measure: async (w, { employeeId, settings }, period) => {
    const rows = await ordersOfKeyClients(w, employeeId, period);
    const tally = tallyOfShare(rows.length, rows.filter((row) => row.personally).length, settings.share);
    const evidence = rows.slice(0, 500).map(({ id, number, client, at, personally }) => ({
      kind: 'order',
      id,
      label: `${number} ${client}`,
      at,
      href: `/orders/${id}`,
      verdict: personally ? ('done' as const) : ('missed' as const),
    }));
    return { ...tally, unit: 'count', evidence };
  },
});
