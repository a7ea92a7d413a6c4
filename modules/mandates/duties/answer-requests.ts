import Type from 'typebox';
import { mostUrgent } from '#platform/declare/agenda.ts';
import { duty, type WorkLine } from '#platform/declare/duty.ts';
import { sentence } from '#platform/sentence.ts';
import { answerDue, judgedRequests } from '../actions/judge-answers.ts';
import { askedIn, waitingFor } from '../data/duty-facts.ts';
import { judgeAnswer } from '../rules/answer-time.ts';

/** Whoever may be asked answers within so many hours, so that no client waits for an inner decision. */
export const answerRequests = duty({
  key: 'mandates.answer-requests',
  settings: Type.Object(
    { withinHours: Type.Integer({ minimum: 1, maximum: 720, unit: 'hours' }) },
    { additionalProperties: false },
  ),
  defaults: { withinHours: 24 },
  grants: [{ permit: 'mandates.decide', scope: 'own' }],
  agenda: async (w, { employeeId, settings }, most) => {
    const waiting = await waitingFor(w, employeeId);
    const lines = waiting
      .map((asked): WorkLine => {
        const due = answerDue(asked, settings.withinHours);
        const late = judgeAnswer({ dueAt: due, decidedAt: null }, w.now.toString()) === 'missed';
        return {
          id: `mandates.request:${asked.id}`,
          kind: 'mandates.request',
          params: { askedBy: asked.askedBy, what: sentence(w.registry, w.actor.language, `permit.${asked.permit}`) },
          subject: { kind: 'request', id: asked.id, label: asked.subjectLabel },
          since: asked.askedAt,
          due,
          stake: asked.stake,
          urgency: late ? 'late' : 'today',
          href: `/requests/${asked.id}`,
        };
      })
      .toSorted((a, b) => b.stake - a.stake);
    return mostUrgent(lines, most, '/requests');
  },
  measure: async (w, { employeeId, settings }, period) =>
    judgedRequests(w, await askedIn(w, employeeId, settings.withinHours, period), settings.withinHours),
});
