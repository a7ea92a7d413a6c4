import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** Whose results count: those of the employee alone, or with everyone below in the reporting line. */
export type Of = 'own' | 'line';

/**
 * The employees whose results are the employee's on a day: the plan of one who leads others is the plan of all of them.
 * Someone without subordinates is a line of one.
 */
export async function lineOf(w: Work, employeeId: string, on: string, of: Of = 'line'): Promise<string[]> {
  if (of === 'own') return [employeeId];
  const { line } = await w.db.one(sql<{ line: string[] }>`select plans.line_of(${employeeId}, ${on}::date) as line`);
  return line;
}

/** The sum over a line of what a map holds under `<employee><suffix>`; null when it holds nothing for anyone. */
export function sumOver(line: readonly string[], of: ReadonlyMap<string, number>, suffix = ''): number | null {
  const found = line.flatMap((id) => of.get(`${id}${suffix}`) ?? []);
  return found.length > 0 ? found.reduce((so, each) => so + each, 0) : null;
}
