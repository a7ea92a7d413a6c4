import type { Excess } from '#kernel/permit.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { PassingCause } from '../rules/passing-on.ts';
import type { Named } from './versions.ts';

export type RequestState = 'open' | 'granted' | 'refused' | 'withdrawn' | 'outdated';
export type RequestRow = {
  id: string;
  permit: string;
  subjectKind: string;
  subjectId: string;
  subjectLabel: string;
  askedBy: Named;
  actingFor: Named | null;
  askedOf: Named;
  keeper: Named | null;
  aboutId: string | null;
  figures: Record<string, number>;
  excess: Excess[];
  facts: Record<string, unknown>;
  contentHash: string;
  reason: string;
  askedAt: string;
  dueAt: string;
  state: RequestState;
  decidedBy: Named | null;
  /** In whose place `decidedBy` decided. */
  decidedFor: Named | null;
  /** From whom to whom it went on, the latest first. */
  passings: { from: Named; to: Named; cause: PassingCause; at: string }[];
  decidedAt: string | null;
  decisionReason: string | null;
  revision: number;
};

const named = (id: ReturnType<typeof sql.ref>) =>
  sql`(select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = ${id})`;
const rows = sql`select r.id, r.permit, r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.subject_label as "subjectLabel",
    ${named(sql.ref('r.asked_by'))} as "askedBy", ${named(sql.ref('r.acting_for'))} as "actingFor", ${named(sql.ref('r.asked_of'))} as "askedOf",
    ${named(sql.ref('r.keeper_id'))} as keeper, r.about_id as "aboutId", r.figures, r.excess, r.facts, r.content_hash as "contentHash", r.reason,
    r.asked_at as "askedAt", r.due_at as "dueAt", r.state, ${named(sql.ref('r.decided_by'))} as "decidedBy",
    r.decided_at as "decidedAt",
    ${named(sql.ref('r.decided_for'))} as "decidedFor",
    coalesce((select jsonb_agg(jsonb_build_object('from', ${named(sql.ref('p.from_id'))}, 'to', ${named(sql.ref('p.to_id'))},
      'cause', p.cause, 'at', p.passed_at) order by p.passed_at desc) from mandates.request_passings p where p.request_id = r.id), '[]') as passings,
    r.decision_reason as "decisionReason", r.revision
  from mandates.requests r`;

/** What waits for the decision of these people, or did until it was passed on unanswered; the longest waiting first. */
export function inboxOf(w: Work, deciders: readonly string[]): Promise<RequestRow[]> {
  return w.db.all(sql<RequestRow>`${rows} where r.state = 'open' and r.asked_by <> ${w.actor.employeeId}
      and (r.asked_of = any(${deciders}::uuid[]) or exists (select from mandates.request_passings p
        where p.request_id = r.id and p.cause = 'unanswered' and p.from_id = any(${deciders}::uuid[])))
    order by r.due_at, r.id limit 200`);
}

/** What the actor asked (`mine`) or decided (`decided`), newest first, older than `before`. */
export function pastRequests(
  w: Work,
  box: 'mine' | 'decided',
  before: string | undefined,
  limit: number,
): Promise<RequestRow[]> {
  const whose =
    box === 'mine'
      ? sql`r.asked_by = ${w.actor.employeeId}`
      : sql`(r.decided_by = ${w.actor.employeeId} or r.decided_for = ${w.actor.employeeId})`;
  return w.db.all(sql<RequestRow>`${rows} where ${whose} and (${before ?? null}::uuid is null or r.id < ${before ?? null}::uuid)
    order by r.id desc limit ${limit}`);
}

/** One request, or undefined where the actor sees none. */
export function request(w: Work, id: string): Promise<RequestRow | undefined> {
  return w.db.first(sql<RequestRow>`${rows} where r.id = ${id}`);
}

/** The request, held until the end of the transaction together with all that is open about the same subject. */
export async function requestHeld(w: Work, id: string): Promise<RequestRow | undefined> {
  await w.db.run(sql`select mandates.hold_requests(subject_id) from mandates.requests where id = ${id}`);
  return request(w, id);
}

/** What was asked before for the same: about the same client, else the same kind of record of the same name, by anyone within reach. */
export function historyOf(w: Work, of: RequestRow): Promise<RequestRow[]> {
  const same = of.aboutId
    ? sql`r.about_id = ${of.aboutId}`
    : sql`r.subject_kind = ${of.subjectKind} and r.subject_label = ${of.subjectLabel} and r.keeper_id is not distinct from ${of.keeper?.id ?? null}::uuid`;
  return w.db.all(
    sql<RequestRow>`${rows} where r.company_id = ${w.actor.companyId} and r.id <> ${of.id} and ${same} order by r.id desc limit 20`,
  );
}

export type NewRequest = {
  permit: string;
  subject: { kind: string; id: string; label: string };
  keeperId: string | null;
  actingFor: string | null;
  about: { id: string; label: string } | null;
  of: string;
  figures: Readonly<Record<string, number>>;
  excess: readonly Excess[];
  facts: Readonly<Record<string, unknown>>;
  contentHash: string;
  reason: string;
  dueAt: string;
};

/** Opens a request. */
export async function insertRequest(w: Work, row: NewRequest): Promise<string> {
  const id = w.newId();
  await w.db.run(sql`insert into mandates.requests (id, company_id, permit, subject_kind, subject_id, subject_label, asked_by, acting_for, asked_of,
      keeper_id, about_id, about_label, figures, excess, facts, content_hash, reason, asked_at, due_at)
    values (${id}, ${w.actor.companyId}, ${row.permit}, ${row.subject.kind}, ${row.subject.id}, ${row.subject.label}, ${w.actor.employeeId},
      ${row.actingFor}, ${row.of}, ${row.keeperId}, ${row.about?.id ?? null}, ${row.about?.label ?? ''}, ${JSON.stringify(row.figures)},
      ${JSON.stringify(row.excess)}, ${JSON.stringify(row.facts)}, ${row.contentHash}, ${row.reason}, ${w.now.toString()}, ${row.dueAt})`);
  return id;
}

/** The open request of a permit for a subject, if there is one. */
export function openRequestFor(
  w: Work,
  permit: string,
  subjectId: string,
): Promise<{ id: string; contentHash: string } | undefined> {
  return w.db.first(sql<{
    id: string;
    contentHash: string;
  }>`select id, content_hash as "contentHash" from mandates.requests
    where subject_id = ${subjectId} and permit = ${permit} and state = 'open'`);
}

/** Keeps a decision; undefined when the request is no longer open. */
export function recordDecision(
  w: Work,
  id: string,
  decision: { granted: boolean; reason: string; clauseId: string | null; inPlaceOf: string | null },
): Promise<{ id: string; revision: number } | undefined> {
  return w.db.first(sql<{
    id: string;
    revision: number;
  }>`update mandates.requests set state = ${decision.granted ? 'granted' : 'refused'},
      decided_by = ${w.actor.employeeId}, decided_at = ${w.now.toString()}, decision_reason = ${decision.reason}, clause_id = ${decision.clauseId},
      decided_for = ${decision.inPlaceOf}
    where id = ${id} and state = 'open' returning id, revision`);
}

/** Takes one request back; undefined when it is no longer open. */
export function withdrawOne(w: Work, id: string): Promise<{ id: string; revision: number } | undefined> {
  return w.db.first(sql<{ id: string; revision: number }>`update mandates.requests set state = 'withdrawn'
    where id = ${id} and state = 'open' returning id, revision`);
}

export type MessageRow = { id: string; author: Named; text: string; writtenAt: string };

/** The thread of a request, oldest first. */
export function messagesOf(w: Work, requestId: string): Promise<MessageRow[]> {
  return w.db.all(sql<MessageRow>`select m.id, jsonb_build_object('id', e.id, 'name', e.name) as author, m.text, m.written_at as "writtenAt"
    from mandates.request_messages m join organization.employees e on e.id = m.author_id where m.request_id = ${requestId}
    order by m.written_at, m.id limit 500`);
}

/** Adds to the thread. */
export async function insertMessage(w: Work, requestId: string, text: string): Promise<string> {
  const id = w.newId();
  await w.db.run(sql`insert into mandates.request_messages (id, company_id, request_id, author_id, text, written_at)
    values (${id}, ${w.actor.companyId}, ${requestId}, ${w.actor.employeeId}, ${text}, ${w.now.toString()})`);
  return id;
}

/** Everyone on a request besides the actor: who asked, who is or was asked in vain, and who stands in for these today. */
export function partiesOf(w: Work, of: RequestRow): Promise<{ id: string }[]> {
  const unanswered = of.passings.filter(({ cause }) => cause === 'unanswered').map(({ from }) => from.id);
  const asked = [of.askedOf.id, ...unanswered];
  return w.db.all(sql<{
    id: string;
  }>`select distinct p.id
    from unnest(${asked}::uuid[]) a(id)
    cross join lateral (values (a.id), (mandates.substitute_of(a.id, ${w.today.toString()}::date)), (${of.askedBy.id}::uuid)) p(id)
    where p.id is not null and p.id is distinct from ${w.actor.employeeId}::uuid`);
}
