import Type from 'typebox';
import { agendaOf } from '#platform/declare/agenda.ts';
import { duty, type WorkLine } from '#platform/declare/duty.ts';
import { activeOn, silentSince } from '../data/base.ts';
import { recordedBetween } from '../data/timeline.ts';
import { baseDay } from '../rules/base.ts';

const usualCadenceDays = 30;

/**
 * Keeps the history of each client: of every active client something is recorded in each period. What was done in the
 * application counts by itself; `cadenceDays` says after how long a silence the day list asks.
 */
export const keepHistory = duty({
  key: 'clients.keep-history',
  settings: Type.Object(
    { cadenceDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730, unit: 'days' })) },
    { additionalProperties: false },
  ),
  defaults: { cadenceDays: usualCadenceDays },
  grants: [
    { permit: 'clients.read', scope: 'own' },
    { permit: 'clients.edit', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }, most) => {
    const days = settings.cadenceDays ?? usualCadenceDays;
    const silent = await silentSince(w, employeeId, w.today.subtract({ days }).toString(), most);
    const lines = silent.map(
      (each): WorkLine => ({
        id: `clients.silent:${each.id}`,
        kind: 'clients.silent',
        params: { client: each.name, days: Temporal.PlainDate.from(each.lastOn).until(w.today).days },
        subject: { kind: 'client', id: each.id, label: each.name },
        since: each.lastOn,
        due: Temporal.PlainDate.from(each.lastOn).add({ days }).toString(),
        stake: Math.round(each.sales12m / 12),
        urgency: each.class === 'key' ? 'late' : 'soon',
        href: `/clients/${each.id}`,
      }),
    );
    const [first] = silent;
    const href = `/clients?keeper=${employeeId}&status=active&lastContactOn.lte=today-${days}d&sort=-sales12m`;
    return agendaOf(lines, { late: first?.late ?? 0, soon: first?.others ?? 0 }, href);
  },
  measure: async (w, { employeeId }, period) => {
    const clients = await activeOn(w, employeeId, baseDay(period, w.today.toString()));
    const from = Temporal.PlainDate.from(period.from).toZonedDateTime(w.company.timeZone).toInstant().toString();
    const to = Temporal.PlainDate.from(period.to).toZonedDateTime(w.company.timeZone).toInstant().toString();
    const recorded = await recordedBetween(
      w,
      clients.map(({ id }) => id),
      from,
      to,
    );
    const evidence = clients.map(({ id, name, since }) => ({
      kind: 'client',
      id,
      label: name,
      at: recorded.get(id) ?? since,
      href: `/clients/${id}`,
      verdict: recorded.has(id) ? ('done' as const) : ('missed' as const),
    }));
    return {
      required: clients.length,
      done: recorded.size,
      late: 0,
      missed: clients.length - recorded.size,
      unit: 'count',
      evidence,
    };
  },
});
