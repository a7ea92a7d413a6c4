import Type from 'typebox';
import { allOf } from '#platform/declare/agenda.ts';
import { duty, type WorkLine } from '#platform/declare/duty.ts';
import { activeOn, activeUpTo, winnable } from '../data/base.ts';
import { activeBase } from '../data/told.ts';
import { baseDay, judgeBase } from '../rules/base.ts';

/** Keeps and replenishes the active client base: at least so many active clients. */
export const keepBase = duty({
  key: 'clients.keep-base',
  settings: Type.Object({ minActive: Type.Integer({ minimum: 1, maximum: 100_000 }) }, { additionalProperties: false }),
  defaults: { minActive: 20 },
  grants: [
    { permit: 'clients.read', scope: 'own' },
    { permit: 'clients.edit', scope: 'own' },
    { permit: 'clients.export', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }, most) => {
    const short = settings.minActive - (await activeUpTo(w, employeeId, settings.minActive));
    if (short <= 0) return allOf([]);
    // Any other client would do as well: nothing waits beyond these.
    const lines = (await winnable(w, employeeId, Math.min(short, most))).map(
      (each): WorkLine => ({
        id: `clients.win-client:${each.id}`,
        kind: 'clients.win-client',
        params: { client: each.name, status: each.status, short, since: each.lastOn },
        subject: { kind: 'client', id: each.id, label: each.name },
        since: each.lastOn,
        due: null,
        stake: Math.round(each.sales12m / 12),
        urgency: 'soon',
        href: `/clients/${each.id}`,
      }),
    );
    return allOf(lines);
  },
  measure: async (w, { employeeId, settings }, period) => {
    const day = baseDay(period, w.today.toString());
    const [active, clients] = await Promise.all([activeBase(w, employeeId, day), activeOn(w, employeeId, day)]);
    const evidence = clients.map(({ id, name, since }) => ({
      kind: 'client',
      id,
      label: name,
      at: since,
      href: `/clients/${id}`,
      verdict: 'done' as const,
    }));
    return { ...judgeBase(active, settings.minActive), unit: 'count', evidence };
  },
});
