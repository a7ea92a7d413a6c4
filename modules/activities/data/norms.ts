import type { Validity, WorkingCalendar } from '#kernel/period.ts';
import { parseRange } from '#kernel/period.ts';
import { readSetting, readSettingFor } from '#modules/organization/contract.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Cadence } from '../rules/contact-cadence.ts';
import type { DueNorm } from '../rules/week-due.ts';

/** The norms of one employee on a day: what their clauses bind, else the company's settings. */
export type Norms = {
  readonly due: DueNorm;
  readonly cadence: Cadence;
  readonly visitsPerWeek: number | null;
  readonly callsPerWeek: number | null;
};

const dutyKeys = ['activities.week-plan', 'activities.cadence', 'activities.visits', 'activities.calls'];
type Bound = { key: string; settings: Record<string, never> };

/** The norms of an employee on a day. Of two clauses that bind the same duty the first counts. */
export async function normsOf(w: Work, employeeId: string, on = w.today.toString()): Promise<Norms> {
  const [bound, due, cadence] = await Promise.all([
    w.db.all(
      sql<Bound>`select key, settings from mandates.duty_norms(${dutyKeys}::text[], ${on}::date, ${employeeId}::uuid)`,
    ),
    readSettingFor<DueNorm>(w, 'activities.week-plan-due', employeeId, on),
    readSetting<Cadence>(w, 'activities.cadence', on),
  ]);
  const norm = <T>(key: string) => bound.find((each) => each.key === key)?.settings as T | undefined;
  const days = norm<{ daysKey: number; daysA: number; daysB: number; daysC: number }>('activities.cadence');
  return {
    due: norm<DueNorm>('activities.week-plan') ?? due,
    cadence: days ? { key: days.daysKey, A: days.daysA, B: days.daysB, C: days.daysC } : cadence,
    visitsPerWeek: norm<{ perWeek: number }>('activities.visits')?.perWeek ?? null,
    callsPerWeek: norm<{ perWeek: number }>('activities.calls')?.perWeek ?? null,
  };
}

/** When the company works. */
export async function workingCalendar(w: Work): Promise<WorkingCalendar> {
  const { weekdays, holidays } = await readSetting<{ weekdays: number[]; holidays: string[] }>(
    w,
    'activities.working-calendar',
  );
  return { weekdays, holidays: new Set(holidays) };
}

/** The absences of an employee that touch a period. */
export async function absencesOf(
  w: Work,
  employeeId: string,
  period: { from: string; to: string },
): Promise<Validity[]> {
  const rows = await w.db.all(sql<{ valid: string }>`select valid from organization.absences
    where employee_id = ${employeeId} and company_id = ${w.actor.companyId} and cancelled_at is null
      and valid && daterange(${period.from}::date, ${period.to}::date)`);
  return rows.flatMap((row) => parseRange(row.valid) ?? []);
}
