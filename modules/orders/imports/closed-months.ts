import { appraisedDays } from '#modules/mandates/contract.ts';
import type { ImportRow, Rejection } from '#platform/declare/import-kind.ts';
import type { Work } from '#platform/work.ts';
import { closedDays, type EmployeeDay } from '../slots.ts';

/** Days of one row of a file, with the employee whose sales they would change. */
type Dated = { readonly number: number; readonly employeeId: string | null; readonly days: readonly (string | null)[] };

/**
 * The rows that would change a month which is settled or being appraised for the employee: history comes in without a
 * decision, so it may not change what was measured.
 */
export async function inClosedMonths(w: Work, rows: readonly Dated[]): Promise<Set<number>> {
  const asked = new Map<string, EmployeeDay>();
  for (const { employeeId, days } of rows) {
    for (const day of days) {
      if (employeeId && day) asked.set(`${employeeId} ${day}`, { employeeId, day });
    }
  }
  const closed = await closedOf(w, [...asked.values()]);
  const isClosed = ({ employeeId, days }: Dated) => days.some((day) => closed.has(`${employeeId} ${day}`));
  return new Set(rows.filter(isClosed).map(({ number }) => number));
}

/** Splits rows by what `inClosedMonths` said: those refused, and those still open. */
export function parted(
  rows: readonly ImportRow[],
  closed: ReadonlySet<number>,
): { closed: Rejection[]; open: readonly ImportRow[] } {
  if (closed.size === 0) return { closed: [], open: rows };
  const refused = rows.filter((row) => closed.has(row.number));
  return {
    closed: refused.map(({ number }) => ({ number, code: 'orders.import-closed-month' })),
    open: rows.filter((row) => !closed.has(row.number)),
  };
}

async function closedOf(w: Work, asked: readonly EmployeeDay[]): Promise<Set<string>> {
  if (asked.length === 0) return new Set();
  const askedOf = [appraisedDays, ...w.registry.answers(closedDays)];
  const closed = await Promise.all(askedOf.map((ask) => ask(w, asked)));
  return new Set(closed.flat().map(({ employeeId, day }) => `${employeeId} ${day}`));
}
