import Type from 'typebox';
import { type DutyKind, duty, type EvidenceRecord, type WorkLine } from '#platform/declare/duty.ts';
import { epochDay } from '../actions/shown.ts';
import { contactDays } from '../data/contacts.ts';
import { orderDaysOf } from '../data/evidence.ts';
import { tallyOf } from '../rules/judge-deadline.ts';
import { judgeLapse, lapsesBetween } from '../rules/judge-lapse.ts';
import { judgeReaction } from '../rules/judge-reaction.ts';

/** Days to call a client whose rhythm broke, where the clause does not say. */
const usualReaction = 7;

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
  defaults: { days: 14, withinDays: usualReaction },
  grants: [
    { permit: 'orders.read', scope: 'own' },
    { permit: 'clients.read', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }) => {
    const today = epochDay(w.today);
    const tomorrow = w.today.add({ days: 1 }).toString();
    const rows = await orderDaysOf(w, employeeId, tomorrow);
    const lapsed = rows.flatMap((row) => {
      const lapse = judgeLapse(row.days, today, settings.days);
      return lapse ? [{ ...row, lapse }] : [];
    });
    const worth = lapsed.toSorted((a, b) => b.usual - a.usual).slice(0, 100);
    const since = Math.min(...worth.map((each) => each.lapse.brokeOn), today);
    const contacts = await contactDays(
      w,
      worth.map((each) => each.id),
      dayOf(since),
      tomorrow,
    );
    return worth
      .filter((each) => !(contacts.get(each.id) ?? []).some((day) => day >= each.lapse.brokeOn))
      .map(({ id, name, usual, lapse }): WorkLine => {
        const due = dayOf(lapse.brokeOn + (settings.withinDays ?? usualReaction));
        return {
          id: `orders.lapsing:${id}`,
          kind: 'orders.lapsing',
          params: { client: name, every: lapse.everyDays, ago: today - lapse.lastDay },
          subject: { kind: 'client', id, label: name },
          since: dayOf(lapse.brokeOn),
          due,
          stake: usual,
          urgency: due < w.today.toString() ? 'late' : 'soon',
          href: `/clients/${id}?tab=orders`,
        };
      });
  },
  measure: async (w, { employeeId, settings }, period) => {
    const [from, to] = [numberOf(period.from), numberOf(period.to)];
    const today = epochDay(w.today);
    const rows = await orderDaysOf(w, employeeId, w.today.add({ days: 1 }).toString());
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
