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

type Bound = { key: string; settings: Record<string, never> };

/** The norms of an employee on a day. Of two clauses that bind the same duty the first counts. */
export async function normsOf(w: Work, employeeId: string, on = w.today.toString()): Promise<Norms> {
  const [bound, due, cadence] = await Promise.all([
    w.db.all(sql<Bound>`select b.key, b.settings
      from organization.assignments a
      join mandates.job_descriptions j on j.position_id = a.position_id and (j.employee_id is null or j.employee_id = a.employee_id)
      join mandates.versions v on v.job_description_id = j.id and v.state in ('approved', 'revoked') and v.in_force @> ${on}::date
      join mandates.clauses c on c.version_id = v.id
      join mandates.bindings b on b.clause_id = c.id and b.kind = 'duty'
        and b.key = any (array['activities.week-plan', 'activities.cadence', 'activities.visits', 'activities.calls'])
      where a.company_id = ${w.actor.companyId} and a.employee_id = ${employeeId} and a.valid @> ${on}::date
      order by c.section, c.ordinal`),
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
