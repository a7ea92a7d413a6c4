import type { EndpointReply } from '#kernel/endpoint.ts';
import { type Agenda, countedBeyond, type Urgency } from '#platform/declare/agenda.ts';
import type { WorkLine } from '#platform/declare/duty.ts';
import { sentence } from '#platform/sentence.ts';
import { actingEmployee, type Work } from '#platform/work.ts';
import { nameOfKind, sayWork } from '../actions/say.ts';
import { unmetTowards } from '../actions/unmet-rights.ts';
import type { Named } from '../data/versions.ts';
import type { readToday } from '../endpoints-work.ts';
import { orderDay } from '../rules/day-list.ts';
import { type AssignedBy, assignedWork } from '../slots.ts';
import { contextOf, type Owed, owedToday, quoted } from './mandate.ts';

type Today = EndpointReply<typeof readToday>;
/** Why something stands on the day list: its clause, what it is called, and in whose place it is done. */
type Why = Pick<Today['lines'][number], 'clause' | 'duty' | 'onBehalfOf'>;
type Asked = {
  readonly lines: readonly (WorkLine & { readonly title: string; readonly why: Why })[];
  readonly more: readonly (Agenda['more'][number] & { readonly why: Why })[];
};

/** Lines that a day shows: shared among the duties, so that none crowds the others out. The rest is counted. */
const linesOfDay = 150;
const mostOfDuty = 15;
const leastOfDuty = 5;

/** What the mandate asks of the actor now: the most urgent of every duty in one list, and how much each has beyond. */
export async function today(w: Work): Promise<Today> {
  const { owed, absentUntil, standing } = await owedToday(w);
  const places: (Named | null)[] = [...(absentUntil === null ? [null] : []), ...standing];
  const [duties, assigned, unmet] = await Promise.all([
    askedByDuties(w, owed),
    Promise.all(places.map((absent) => assignedTo(w, absent))),
    owedToRights(w, places),
  ]);
  // What somebody waits for longer than their right promises is the same work: it stands once, and as that.
  const overdue = new Set(unmet.lines.map(({ id }) => id));
  const kept = duties.map(({ lines, more }) => ({ lines: lines.filter(({ id }) => !overdue.has(id)), more }));
  const all = [...kept, ...assigned, unmet];
  const lines = orderDay(all.flatMap((each) => each.lines));
  const more = all.flatMap((each) => each.more);
  const count = (urgency: Urgency) =>
    lines.filter((line) => line.urgency === urgency).length +
    more.reduce((sum, beyond) => sum + (beyond.urgency === urgency ? beyond.count : 0), 0);
  return {
    day: w.today.toString(),
    counts: { late: count('late'), today: count('today'), soon: count('soon') },
    lines: lines.map(({ why, ...line }) => ({ ...line, params: { ...line.params }, ...why })),
    more: more.map(({ why, ...beyond }) => ({ ...beyond, atLeast: beyond.count >= countedBeyond, ...why })),
  };
}

function askedByDuties(w: Work, owed: readonly Owed[]): Promise<Asked[]> {
  const duties = owed.flatMap((each) => {
    const agenda = each.bound.kind === 'duty' ? w.registry.duties.get(each.bound.key)?.agenda : undefined;
    return agenda ? [{ each, agenda }] : [];
  });
  const share = Math.floor(linesOfDay / Math.max(1, duties.length));
  const most = Math.max(leastOfDuty, Math.min(mostOfDuty, share));
  return Promise.all(
    duties.map(async ({ each, agenda }) => {
      const { lines, more } = await agenda(w, contextOf(each), most);
      const why = {
        clause: quoted(each.clause),
        duty: nameOfKind(w, 'duty', each.bound.key),
        onBehalfOf: each.onBehalfOf,
      };
      return said(w, lines, more, () => why, why);
    }),
  );
}

/** What superiors assigned to the actor, or to the one in whose place they act. */
async function assignedTo(w: Work, absent: Named | null): Promise<Asked> {
  const { lines, more } = await w.registry.answer(assignedWork).agenda(w, absent?.id ?? actingEmployee(w), mostOfDuty);
  const text = (key: string) => sentence(w.registry, w.actor.language, key);
  const why = ({ clause }: { clause: AssignedBy | null }): Why => {
    const [duty] = clause?.duties ?? [];
    return {
      clause: clause && { id: clause.id, number: clause.number, text: clause.text },
      duty: duty ? nameOfKind(w, 'duty', duty) : text('mandates.outside'),
      onBehalfOf: absent,
    };
  };
  return said(w, lines, more, why, { clause: null, duty: text('mandates.assigned'), onBehalfOf: absent });
}

/** What others wait for longer than their rights promise: from the actor, or from those directly below. */
async function owedToRights(w: Work, places: readonly (Named | null)[]): Promise<Asked> {
  const me = actingEmployee(w);
  const placeOf = new Map(places.map((absent) => [absent?.id ?? me, absent]));
  const unmet = await unmetTowards(w, [...placeOf.keys()]);
  const lines = unmet.slice(0, mostOfDuty).map(({ line, key, clause, by }) => ({
    ...line,
    title: sayWork(w, line),
    why: { clause, duty: nameOfKind(w, 'right', key), onBehalfOf: placeOf.get(by) ?? null },
  }));
  return { lines, more: [] };
}

function said<L extends WorkLine>(
  w: Work,
  lines: readonly L[],
  more: Agenda['more'],
  whyOf: (line: L) => Why,
  whyMore: Why,
): Asked {
  return {
    lines: lines.map((line) => ({ ...line, title: sayWork(w, line), why: whyOf(line) })),
    more: more.map((beyond) => ({ ...beyond, why: whyMore })),
  };
}
