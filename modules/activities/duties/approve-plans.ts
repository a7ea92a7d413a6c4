import Type from 'typebox';
import { mostUrgent } from '#platform/declare/agenda.ts';
import { duty, type EvidenceRecord, type WorkLine } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import { submissionsIn, waitingPlans } from '../data/evidence.ts';
import { subordinatesOf } from '../data/team.ts';
import { judgeAnswer } from '../rules/answer-in-time.ts';
import { tally } from './tally.ts';

/** The head answers a submitted week plan, by approval or remark, within hours. */
export const approvePlansDuty = duty({
  key: 'activities.approve-plans',
  settings: Type.Object(
    { withinHours: Type.Integer({ minimum: 1, maximum: 240, unit: 'hours' }) },
    { additionalProperties: false },
  ),
  defaults: { withinHours: 24 },
  grants: [
    { permit: 'activities.read', scope: 'own' },
    { permit: 'activities.approve-plan', scope: 'own' },
    { permit: 'clients.read', scope: 'own' },
  ],
  agenda: async (w, { employeeId, settings }, most) => {
    const waiting = await waitingPlans(w, await subordinatesOf(w, employeeId));
    const lines = waiting.map((plan): WorkLine => {
      const due = Temporal.Instant.from(plan.since).add({ hours: settings.withinHours });
      const day = due.toZonedDateTimeISO(w.company.timeZone).toPlainDate();
      return {
        id: `week-plan:${plan.id}`,
        kind: 'activities.approve-plan',
        params: { week: plan.week },
        subject: { kind: 'employee', id: plan.employeeId, label: plan.employee },
        since: plan.since.slice(0, 10),
        due: day.toString(),
        stake: 0,
        urgency: Temporal.Instant.compare(w.now, due) > 0 ? 'late' : day.equals(w.today) ? 'today' : 'soon',
        href: `/week/team?week=${plan.week}&employee=${plan.employeeId}`,
      };
    });
    return mostUrgent(lines, most, '/week/team');
  },
  measure: async (w, { employeeId, settings }, period) => {
    const submissions = await submissionsIn(
      w,
      await subordinatesOf(w, employeeId),
      startOf(w, period.from),
      startOf(w, period.to),
    );
    const judged = submissions.flatMap((each): EvidenceRecord[] => {
      const verdict = judgeAnswer(each.at, each.decidedAt, settings.withinHours, w.now);
      if (verdict === 'running') return [];
      const href = `/week/team?week=${each.week}&employee=${each.employeeId}`;
      return [
        {
          kind: 'week-plan',
          id: each.planId,
          label: `${each.employee}, ${each.week}`,
          at: each.decidedAt ?? each.at,
          href,
          verdict,
        },
      ];
    });
    return tally(judged);
  },
});

function startOf(w: Work, day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(w.company.timeZone).toInstant().toString();
}
