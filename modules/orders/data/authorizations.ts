import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { NeedPermit } from '../rules/needs.ts';

export type AuthorizationRow = {
  id: string;
  permit: NeedPermit;
  figures: Readonly<Record<string, number>>;
  content_hash: string;
  state: 'held' | 'asked' | 'granted' | 'refused' | 'void';
  request_id: string | null;
  asked_by: string | null;
  decided_by: string | null;
  decided_for: string | null;
  /** Why it was asked for, or why one's own right was used; empty where no reason was needed. */
  reason: string;
  at: string;
};

/** Under which authority an order goes, oldest first. */
export function authorizationsOf(w: Work, orderId: string): Promise<AuthorizationRow[]> {
  return w.db.all(sql<AuthorizationRow>`select id, permit, figures, content_hash, state, request_id, asked_by, decided_by, decided_for, reason, at
    from orders.authorizations where order_id = ${orderId} order by at, id`);
}

export type NewAuthorization = {
  permit: NeedPermit;
  figures: Readonly<Record<string, number>>;
  state: 'held' | 'asked' | 'granted';
  requestId?: string;
  clauseId?: string | null;
  reason?: string;
};

/** Keeps under which authorities the content of an order went on, all in one statement. */
export async function keepAuthorizations(
  w: Work,
  order: { id: string; keeper_id: string; content_hash: string },
  authorizations: readonly NewAuthorization[],
): Promise<void> {
  if (authorizations.length === 0) return;
  const rows = authorizations.map((each) => ({
    permit: each.permit,
    figures: each.figures,
    state: each.state,
    request_id: each.requestId ?? null,
    clause_id: each.clauseId ?? null,
    reason: each.reason ?? '',
    decided_by: each.state === 'granted' ? w.actor.employeeId : null,
  }));
  await w.db.run(sql`insert into orders.authorizations (company_id, order_id, keeper_id, content_hash, asked_by, permit,
      figures, state, request_id, clause_id, decided_by, reason)
    select ${w.actor.companyId}, ${order.id}, ${order.keeper_id}, ${order.content_hash}, ${w.actor.employeeId}, permit,
      figures, state, request_id, clause_id, decided_by, reason
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) a(permit text, figures jsonb, state text, request_id uuid,
      clause_id uuid, decided_by uuid, reason text)`);
}

/** Marks what came of a request, and in whose place it was decided. False when no order waits for it. */
export async function decideAuthorization(
  w: Work,
  requestId: string,
  { granted, decidedFor }: { granted: boolean; decidedFor: string | null },
): Promise<boolean> {
  const touched = await w.db.run(sql`update orders.authorizations set state = ${granted ? 'granted' : 'refused'},
      decided_by = ${w.actor.employeeId}, decided_for = ${decidedFor} where request_id = ${requestId} and state = 'asked'`);
  return touched > 0;
}

/** Makes authorities of an order void: those for another content, or all that were only asked for. */
export async function voidAuthorizations(w: Work, orderId: string, keepFor: string | null): Promise<void> {
  await w.db.run(sql`update orders.authorizations set state = 'void'
    where order_id = ${orderId} and (state = 'asked' or (state in ('held', 'granted') and content_hash is distinct from ${keepFor}))`);
}
