import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { daysOf } from '../rules/month-days.ts';
import type { Held } from '../rules/pay-lines.ts';
import type { Floor } from '../rules/statement.ts';
import { workingCalendar } from './calendar.ts';

export const minimumSetting = 'plans.minimum-wage';

/**
 * The legal minimum for a whole month, in minor units: the highest that the company set for any day of it, since a month
 * in which it rises must not end below it. Null where none is set.
 */
export async function minimumWage(w: Work, { from, to }: Period): Promise<number | null> {
  const { amount } = await w.db.one(sql<{ amount: number | null }>`select max((s.value #>> '{}')::bigint) as amount
    from platform.settings s
    where s.company_id = ${w.actor.companyId} and s.key = ${minimumSetting} and s.scope_kind = 'company' and s.valid_from < ${to}::date
      and s.valid_from >= coalesce((select max(b.valid_from) from platform.settings b where b.company_id = s.company_id
        and b.key = s.key and b.scope_kind = 'company' and b.valid_from <= ${from}::date), s.valid_from)`);
  return amount;
}

/** The company's minimum with the days of the month on which the employee held a position; null where nothing is owed by it. */
export async function floorFor(w: Work, employeeId: string, month: Period): Promise<Floor | null> {
  const amount = await minimumWage(w, month);
  if (amount === null) return null;
  const held = await daysHeld(w, employeeId, month);
  return held.days > 0 ? { amount, held } : null;
}

/** The working days of a month on which an employee held any position, of all its working days. */
async function daysHeld(w: Work, employeeId: string, month: Period): Promise<Held> {
  const [calendar, spans] = await Promise.all([
    workingCalendar(w, month.from),
    w.db.all(sql<Period>`select * from plans.days_held(${employeeId}, ${month.from}::date, ${month.to}::date)`),
  ]);
  const workingDays = (period: Period) => daysOf(period, w.today, calendar).all;
  return { days: spans.reduce((so, span) => so + workingDays(span), 0), of: workingDays(month) };
}
