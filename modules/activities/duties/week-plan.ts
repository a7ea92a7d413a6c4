import Type from 'typebox';
import { weekPeriod } from '#kernel/period.ts';
import { allOf } from '#platform/declare/agenda.ts';
import { duty, type EvidenceRecord, type WorkLine } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import { plansFor } from '../data/evidence.ts';
import { absencesOf, workingCalendar } from '../data/norms.ts';
import { weekPlan } from '../data/week-plans.ts';
import { dueMoment, weeksDueIn, weekToPlan } from '../rules/week-due.ts';
import { presentDays } from '../rules/working-days.ts';
import { tally } from './tally.ts';

/** Next week's visits and calls are planned and laid before the head by a set moment of this week. */
export const weekPlanDuty = duty({
  key: 'activities.week-plan',
  settings: Type.Object(
    {
      dueWeekday: Type.Integer({ minimum: 1, maximum: 7, unit: 'weekday' }),
      dueTime: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', unit: 'time-of-day' }),
    },
    { additionalProperties: false },
  ),
  defaults: { dueWeekday: 5, dueTime: '18:00' },
  grants: [
    { permit: 'activities.read', scope: 'own' },
    { permit: 'activities.plan', scope: 'own' },
    { permit: 'activities.record', scope: 'own' },
    { permit: 'clients.read', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }) => {
    const week = weekToPlan(w.today);
    const [plan, there] = await Promise.all([weekPlan(w, employeeId, week), isThere(w, employeeId, week)]);
    if (!there || plan?.state === 'submitted' || plan?.state === 'approved') return allOf([]);
    const due = dueMoment(week, settings, w.company.timeZone).toZonedDateTimeISO(w.company.timeZone);
    const late = Temporal.Instant.compare(w.now, due.toInstant()) > 0;
    const day = due.toPlainDate();
    const line: WorkLine = {
      id: `week-plan:${employeeId}:${week}`,
      kind: plan?.state === 'remarked' ? 'activities.mend-week-plan' : 'activities.plan-week',
      params: { week, dueTime: settings.dueTime, remark: plan?.remark ?? '' },
      subject: { kind: 'week-plan', id: week, label: week },
      since: null,
      due: day.toString(),
      stake: 0,
      urgency: late ? 'late' : day.equals(w.today) ? 'today' : 'soon',
      href: `/week?week=${week}`,
    };
    return allOf([line]);
  },
  measure: async (w, { employeeId, settings }, period) => {
    const passed = weeksDueIn(period.from, period.to, settings).filter(
      (week) => Temporal.Instant.compare(dueMoment(week, settings, w.company.timeZone), w.now) < 0,
    );
    const submitted = new Map((await plansFor(w, employeeId, passed)).map((plan) => [plan.week, plan]));
    const judged: EvidenceRecord[] = [];
    for (const week of passed) {
      const plan = submitted.get(week);
      if (!plan?.submittedAt && !(await isThere(w, employeeId, week))) continue;
      judged.push({
        kind: 'week-plan',
        id: plan?.id ?? `${employeeId}:${week}`,
        label: week,
        at: plan?.submittedAt ?? dueMoment(week, settings, w.company.timeZone).toString(),
        href: `/week?week=${week}&employee=${employeeId}`,
        verdict: !plan?.submittedAt ? 'missed' : plan.inTime ? 'done' : 'late',
      });
    }
    return tally(judged);
  },
});

/** A week for which one is away all the working days asks for no plan. */
async function isThere(w: Work, employeeId: string, week: string): Promise<boolean> {
  const period = weekPeriod(week);
  const [calendar, absences] = await Promise.all([workingCalendar(w), absencesOf(w, employeeId, period)]);
  return presentDays(period, calendar, absences).length > 0;
}
