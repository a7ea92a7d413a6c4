import type { EndpointReply } from '#kernel/endpoint.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { sentence } from '#platform/sentence.ts';
import type { Work } from '#platform/work.ts';
import { answersFor, decideRequest, mayDecide, withdrawRequest, writeMessage } from '../actions/decide-request.ts';
import * as requests from '../data/requests.ts';
import * as at from '../endpoints-work.ts';
import { refuse } from '../refusals.ts';
import { judgeAnswer } from '../rules/answer-time.ts';
import { readerFacts } from '../slots.ts';

type Line = EndpointReply<typeof at.listRequests>['items'][number];

/** Where the records live that requests are about; others lie under the plural of their kind. */
const addresses: Readonly<Record<string, string>> = { employee: '/people', 'week-plan': '/week/plans' };

function line(w: Work, row: requests.RequestRow): Line {
  const units = w.registry.permits.get(row.permit)?.limits ?? {};
  const limits = new Map(row.excess.map(({ dimension, limit }) => [dimension, limit]));
  const own = row.askedBy.id === w.actor.employeeId;
  const verdict = judgeAnswer({ dueAt: row.dueAt, decidedAt: row.decidedAt }, w.now.toString());
  return {
    id: row.id,
    permit: row.permit,
    permitName: sentence(w.registry, w.actor.language, `permit.${row.permit}`),
    subject: {
      kind: row.subjectKind,
      id: row.subjectId,
      label: row.subjectLabel,
      href: `${addresses[row.subjectKind] ?? `/${row.subjectKind}s`}/${row.subjectId}`,
    },
    askedBy: row.askedBy,
    actingFor: row.actingFor,
    askedOf: row.askedOf,
    keeper: row.keeper,
    figures: Object.entries(row.figures).map(([dimension, figure]) => ({
      dimension,
      unit: units[dimension] ?? 'count',
      figure,
      limit: limits.get(dimension) ?? null,
    })),
    reason: row.reason,
    askedAt: row.askedAt,
    dueAt: row.dueAt,
    late: verdict === 'late' || (row.state === 'open' && verdict === 'missed'),
    state: row.state,
    decidedBy: row.decidedBy,
    decidedFor: row.decidedFor,
    passings: row.passings,
    decidedAt: row.decidedAt,
    decisionReason: row.decisionReason,
    answerMinutes: minutesBetween(row.askedAt, row.decidedAt),
    revision: row.revision,
    can: {
      decide: mayDecide(w, row),
      withdraw: !own ? [] : row.state === 'open' ? true : ['mandates.request-closed'],
    },
  };
}

function minutesBetween(from: string, to: string | null): number | null {
  if (to === null) return null;
  return Math.round(Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('minutes'));
}

export const requestRoutes: readonly Route[] = [
  answer(at.listRequests, async (w, { query }) => {
    const limit = query.limit ?? 50;
    if (query.box === 'inbox')
      return { items: (await requests.inboxOf(w, answersFor(w))).map((row) => line(w, row)), next: null };
    const rows = await requests.pastRequests(w, query.box, query.before, limit);
    return { items: rows.map((row) => line(w, row)), next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
  }),
  answer(at.readRequest, async (w, { params }) => {
    const found = await requests.request(w, params.id);
    if (!found) refuse('mandates.unknown-request');
    const [messages, history, ...known] = await Promise.all([
      requests.messagesOf(w, params.id),
      requests.historyOf(w, found),
      ...w.registry.answers(readerFacts).map((ask) => ask(w, found)),
    ]);
    // What only this reader may know comes first: it is what the decision hangs on.
    const facts = { ...Object.assign({}, ...known), ...found.facts };
    return { request: line(w, found), facts, messages, history: history.map((row) => line(w, row)) };
  }),
  answer(at.decideRequest, (w, { params, body }) => decideRequest(w, params.id, body)),
  answer(at.withdrawRequest, (w, { params }) => withdrawRequest(w, params.id)),
  answer(at.writeMessage, (w, { params, body }) => writeMessage(w, params.id, body.text)),
];
