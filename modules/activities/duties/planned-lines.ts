import { type Agenda, agendaOf } from '#platform/declare/agenda.ts';
import type { WorkLine } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import type { AgendaItem } from '../data/agenda.ts';

/** A planned activity as a line of the day. */
export function plannedLine(w: Work, item: AgendaItem): WorkLine {
  const today = w.today.toString();
  return {
    id: `activity:${item.id}`,
    kind: `activities.${item.kind}`,
    params: { purpose: item.purpose, time: item.plannedTime },
    subject: { kind: 'client', id: item.clientId, label: item.client },
    since: item.plannedOn < today ? item.plannedOn : null,
    due: item.plannedOn,
    stake: 0,
    urgency: item.plannedOn < today ? 'late' : 'today',
    href: `/activities/${item.id}`,
  };
}

/** The agenda of planned activities, of which these are the most urgent; `filters` narrow the list of all of them. */
export function plannedAgenda<Line extends WorkLine>(
  items: readonly AgendaItem[],
  lines: readonly Line[],
  employeeId: string,
  filters: string,
): { lines: readonly Line[]; more: Agenda['more'] } {
  const [item] = items;
  const href = `/activities?employee=${employeeId}&state=planned&${filters}&plannedOn.lte=today&sort=day`;
  return { lines, more: agendaOf(lines, { late: item?.late ?? 0, today: item?.others ?? 0 }, href).more };
}
