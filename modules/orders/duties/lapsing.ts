import Type from 'typebox';
import { agendaOf } from '#platform/declare/agenda.ts';
import { type DutyKind, duty, type EvidenceRecord, type WorkLine } from '#platform/declare/duty.ts';
import { epochDay } from '../actions/shown.ts';
import { contactDays } from '../data/contacts.ts';
import { orderDaysOf } from '../data/evidence.ts';
import { lapsedOf } from '../data/rhythms.ts';
import { tallyOf } from '../rules/judge-deadline.ts';
import { knownFrom, lapsesBetween } from '../rules/judge-lapse.ts';
import { judgeReaction } from '../rules/judge-reaction.ts';

/** Days beyond the usual interval that are allowed, and days to call once they are over, where no clause says. */
export const usualGrace = 14;
export const usualReaction = 7;

/** Wins back clients whose own order rhythm broke: a contact within the days allowed. */
export const lapsing: DutyKind = duty({
  key: 'orders.lapsing',
  settings: Type.Object(
    {
      days: Type.Integer({ minimum: 0, maximum: 365, unit: 'days', description: 'Beyond the usual interval' }),
      withinDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, unit: 'days' })),
    },
    { additionalProperties: false },
  ),
  defaults: { days: usualGrace, withinDays: usualReaction },
  grants: [
    { permit: 'orders.read', scope: 'own' },
    { permit: 'clients.read', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }, most) => {
    const { days, withinDays = usualReaction } = settings;
    const today = epochDay(w.today);
    const lapsed = await lapsedOf(w, employeeId, { graceDays: days, reactionDays: withinDays, on: w.today, most });
    const lines = lapsed.map((each): WorkLine => {
      const brokeOn = Temporal.PlainDate.from(each.dueOn).add({ days });
      const due = brokeOn.add({ days: withinDays });
      return {
        id: `orders.lapsing:${each.id}`,
        kind: 'orders.lapsing',
        params: { client: each.name, every: each.everyDays, ago: today - numberOf(each.lastOn) },
        subject: { kind: 'client', id: each.id, label: each.name },
        since: brokeOn.toString(),
        due: due.toString(),
        stake: each.usual,
        urgency: Temporal.PlainDate.compare(due, w.today) < 0 ? 'late' : 'soon',
        href: `/clients/${each.id}?tab=orders`,
      };
    });
    const [first] = lapsed;
    const href = `/lapsing-clients?keeper=${employeeId}&dueOn.lte=today-${days}d`;
    return agendaOf(lines, { late: first?.late ?? 0, soon: first?.others ?? 0 }, href);
  },
  measure: async (w, { employeeId, settings }, period) => {
    const [from, to] = [numberOf(period.from), numberOf(period.to)];
    const today = epochDay(w.today);
    const rows = await orderDaysOf(w, employeeId, {
      from: dayOf(knownFrom(from, settings.days)),
      to: w.today.add({ days: 1 }).toString(),
    });
    const lapses = rows.flatMap((row) =>
      lapsesBetween(row.days, from, Math.min(to, today + 1), settings.days).map((lapse) => ({ ...row, lapse })),
    );
    const contacts = await contactDays(
      w,
      lapses.map((each) => each.id),
      period.from,
      w.today.add({ days: 1 }).toString(),
    );
    const judged = lapses.map((each) => ({
      ...each,
      verdict: judgeReaction(each.lapse, contacts.get(each.id) ?? [], today, settings.withinDays ?? usualReaction),
    }));
    const evidence = judged
      .slice(0, 500)
      .flatMap(({ id, name, lapse, verdict }): EvidenceRecord[] =>
        verdict === 'open'
          ? []
          : [{ kind: 'client', id, label: name, at: dayOf(lapse.brokeOn), href: `/clients/${id}?tab=orders`, verdict }],
      );
    return { ...tallyOf(judged.map((each) => each.verdict)), unit: 'count', evidence };
  },
});

function dayOf(number: number): string {
  return Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString();
}

function numberOf(day: string): number {
  return epochDay(Temporal.PlainDate.from(day));
}
