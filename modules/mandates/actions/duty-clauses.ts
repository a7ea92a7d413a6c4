import type { Work } from '#platform/work.ts';
import { clausesInForce } from '../data/in-force.ts';
import { coveredBy } from '../rules/covers.ts';

export type DutyClause = { id: string; number: string; text: string; area: string; covers: string[] };

/** The duty clauses that bind an employee on a day, each with the kinds of activity that its duties ask for. */
export async function dutyClausesOn(w: Work, employeeId: string, on: string): Promise<DutyClause[]> {
  const next = Temporal.PlainDate.from(on).add({ days: 1 }).toString();
  const clauses = await clausesInForce(w, employeeId, on, next);
  return clauses
    .filter(({ section }) => section === 2)
    .map(({ id, number, text, area, bindings }) => {
      return { id, number, text, area, covers: coveredBy(bindings, w.registry.duties) };
    });
}
