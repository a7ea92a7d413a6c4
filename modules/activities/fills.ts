import { openMatters } from '#modules/clients/contract.ts';
import { assignedWork } from '#modules/mandates/contract.ts';
import type { EvidenceRecord } from '#platform/declare/duty.ts';
import type { Fill } from '#platform/declare/slot.ts';
import type { Work } from '#platform/work.ts';
import { openWith } from './data/activities.ts';
import { assignedItems } from './data/agenda.ts';
import { activitiesLogged } from './data/evidence.ts';
import { plannedAgenda, plannedLine } from './duties/planned-lines.ts';
import { tally } from './duties/tally.ts';
import { judgeAssigned } from './rules/assigned.ts';

/** Contacts planned and steps promised: both go with the client to the new keeper. */
async function open(w: Work, clientIds: readonly string[], keeperId: string) {
  const { planned, steps } = await openWith(w, clientIds);
  const of = `/activities?keeper=${keeperId}`;
  return [
    { key: 'planned', count: planned, amount: null, href: `${of}&state=planned&sort=day` },
    { key: 'next-steps', count: steps, amount: null, href: `${of}&nextOpen=true&sort=day` },
  ];
}

/** What activities answer to the questions of modules below. */
export const activityFills: readonly Fill[] = [
  openMatters.with(open),
  assignedWork.with({
    agenda: async (w, employeeId, most) => {
      const items = await assignedItems(w, employeeId, most);
      const lines = items.map((item) => ({ ...plannedLine(w, item), clause: item.clause }));
      return plannedAgenda(items, lines, employeeId, 'basis.is=present');
    },
    outside: async (w, employeeId, period) => {
      const assigned = (await activitiesLogged(w, employeeId, period)).filter(({ outside }) => outside);
      return tally(
        assigned.flatMap((each): EvidenceRecord[] => {
          const verdict = judgeAssigned(each, w.today.toString());
          if (verdict === null) return [];
          const { id, client, day } = each;
          return [{ kind: 'activity', id, label: client, at: day, href: `/activities/${id}`, verdict }];
        }),
      );
    },
  }),
];
