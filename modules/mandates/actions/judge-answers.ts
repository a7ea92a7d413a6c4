import type { EvidenceRecord, Measurement } from '#platform/declare/duty.ts';
import type { Work } from '#platform/work.ts';
import type { AskedRequest } from '../data/duty-facts.ts';
import { judgeAnswer } from '../rules/answer-time.ts';

/** When a request has to be answered that so many hours are given for. */
export function answerDue(asked: Pick<AskedRequest, 'askedAt'>, hours: number): string {
  return Temporal.Instant.from(asked.askedAt).add({ hours }).toString();
}

/** How requests were answered within so many hours; those that may still wait are not required yet. */
export function judgedRequests(w: Work, asked: readonly AskedRequest[], hours: number): Measurement {
  const judged = asked.flatMap((each): EvidenceRecord[] => {
    const verdict = judgeAnswer({ dueAt: answerDue(each, hours), decidedAt: each.decidedAt }, w.now.toString());
    if (verdict === 'waiting') return [];
    const at = each.decidedAt ?? each.askedAt;
    return [{ kind: 'request', id: each.id, label: each.subjectLabel, at, href: `/requests/${each.id}`, verdict }];
  });
  const count = (verdict: EvidenceRecord['verdict']) => judged.filter((each) => each.verdict === verdict).length;
  return {
    required: judged.length,
    done: count('done'),
    late: count('late'),
    missed: count('missed'),
    unit: 'count',
    evidence: judged,
  };
}
