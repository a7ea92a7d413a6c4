import Type from 'typebox';
import { mostUrgent } from '#platform/declare/agenda.ts';
import { duty, type EvidenceRecord, type WorkLine } from '#platform/declare/duty.ts';
import { unsigned } from '../data/acknowledgements.ts';
import { type DescriptionState, describedOn } from '../data/duty-facts.ts';
import { type Health, judgeDescription } from '../rules/description-health.ts';

const urgency = { without: 'today', 'review-overdue': 'late', 'review-soon': 'soon', whole: 'soon' } as const;

/** Every held position has a description in force that is revised in time, and everyone has signed theirs. */
export const maintainDescriptions = duty({
  key: 'mandates.maintain-descriptions',
  settings: Type.Object({}, { additionalProperties: false }),
  defaults: {},
  grants: [
    { permit: 'mandates.draft', scope: 'all' },
    { permit: 'mandates.read', scope: 'all' },
  ],
  agenda: async (w, _, most) => {
    const today = w.today.toString();
    const [described, signatures] = await Promise.all([describedOn(w, today), unsigned(w)]);
    const positions = described
      .map((each) => ({ each, health: judgeDescription(each, today) }))
      .filter(({ health }) => health !== 'whole')
      .map(({ each, health }) => lineOf(each, health));
    const versions = Map.groupBy(signatures, (each) => each.versionId);
    const toSign = [...versions].map(
      ([versionId, waiting]): WorkLine => ({
        id: `mandates.unsigned:${versionId}`,
        kind: 'mandates.unsigned',
        params: { title: waiting[0]?.title ?? '', count: waiting.length },
        subject: { kind: 'version', id: versionId, label: waiting[0]?.title ?? '' },
        since: waiting[0]?.sentAt ?? null,
        due: null,
        stake: 0,
        urgency: 'soon',
        href: `/job-descriptions/versions/${versionId}?tab=signatures`,
      }),
    );
    return mostUrgent([...positions, ...toSign], most, '/job-descriptions');
  },
  measure: async (w, _, period) => {
    const last = Temporal.PlainDate.from(period.to).subtract({ days: 1 });
    const day = (Temporal.PlainDate.compare(last, w.today) < 0 ? last : w.today).toString();
    const judged = (await describedOn(w, day)).map((each) => ({ each, health: judgeDescription(each, day) }));
    const late = judged.filter(({ health }) => health === 'review-overdue').length;
    const missed = judged.filter(({ health }) => health === 'without').length;
    return {
      required: judged.length,
      done: judged.length - late - missed,
      late,
      missed,
      unit: 'count',
      evidence: judged.map(
        ({ each, health }): EvidenceRecord => ({
          kind: 'version',
          id: each.versionId ?? each.positionId,
          label: each.position,
          at: each.approvedOn ?? day,
          href: each.versionId ? `/job-descriptions/versions/${each.versionId}` : '/job-descriptions',
          verdict: health === 'without' ? 'missed' : health === 'review-overdue' ? 'late' : 'done',
        }),
      ),
    };
  },
});

function lineOf(each: DescriptionState, health: Health): WorkLine {
  return {
    id: `mandates.${health}:${each.positionId}`,
    kind: `mandates.${health}`,
    params: { position: each.position, due: each.reviewDueOn },
    subject: { kind: 'position', id: each.positionId, label: each.position },
    since: null,
    due: each.reviewDueOn,
    stake: 0,
    urgency: urgency[health],
    href: each.versionId ? `/job-descriptions/versions/${each.versionId}` : '/job-descriptions',
  };
}
