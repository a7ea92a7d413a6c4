import { type Refusal, Refused } from '#kernel/refusal.ts';
import { notify } from '#modules/mandates/contract.ts';
import { sql } from '#platform/db/sql.ts';
import { actingEmployee, announce, expectRevision, mayI, reachOf, requirePermit, type Work } from '#platform/work.ts';
import { clientsByIds } from '../data/clients.ts';
import { type Giver, keptBefore, lockKeptBy } from '../data/keepers.ts';
import { refuse } from '../refusals.ts';
import { keeperChangeRefusals } from '../rules/keeping.ts';
import { openMatters } from '../slots.ts';
import { requireKeeper } from './enter-client.ts';
import { findClient, lockClient } from './find-client.ts';

/**
 * Gives a client to another keeper, with the reason. Its records follow by themselves.
 * @throws Refused `clients.self-reassignment`, `clients.kept-already`, `platform.changed-meanwhile`, `platform.not-granted`.
 */
export async function assignKeeper(
  w: Work,
  id: string,
  wish: { keeperId: string; reason: string },
): Promise<{ id: string; keeperId: string }> {
  const seen = await findClient(w, id);
  await requireAssign(w, seen.keeperId, wish.keeperId);
  await requireKeeper(w, wish.keeperId);
  const current = await lockClient(w, id);
  expectRevision(w, current);
  await give(w, [id], wish.keeperId, wish.reason, null);
  await announce(w, 'clients.keeper-changed', { clientIds: [id], fromId: current.keeperId, toId: wish.keeperId });
  return { id, keeperId: wish.keeperId };
}

export type HandoverWish = { fromId: string; toId: string; clientIds?: string[]; reason: string; note?: string };

/**
 * Hands over a whole portfolio, or the named clients of it, in one act: with a note, and with what was open at that moment.
 * @throws Refused as `assignKeeper`; `clients.nothing-to-hand-over`; `clients.not-visible` when a named client is not kept by `fromId`.
 */
export async function handOver(w: Work, wish: HandoverWish): Promise<{ id: string; clients: number }> {
  await requireAssign(w, wish.fromId, wish.toId);
  await requireKeeper(w, wish.toId);
  const ids = await lockKeptBy(w, wish.fromId, wish.clientIds ?? null);
  if (ids.length === 0) refuse('clients.nothing-to-hand-over');
  if (wish.clientIds && ids.length < new Set(wish.clientIds).size) refuse('clients.not-visible', {}, '/clientIds');
  const figures = await openMattersOf(w, ids, wish.toId);
  const id = w.newId();
  await w.db.run(sql`insert into clients.handovers (id, company_id, from_id, to_id, reason, note, clients, figures, handed_by)
    values (${id}, ${w.actor.companyId}, ${wish.fromId}, ${wish.toId}, ${wish.reason.trim()}, ${wish.note?.trim() ?? ''}, ${ids.length},
      ${JSON.stringify(figures)}, ${actingEmployee(w)})`);
  await give(w, ids, wish.toId, wish.reason, id);
  await announce(w, 'clients.handed-over', {
    handoverId: id,
    clientIds: ids.slice(0, 1000),
    fromId: wish.fromId,
    toId: wish.toId,
  });
  return { id, clients: ids.length };
}

export type OpenFigures = Record<string, { count: number; amount: number | null; href: string | null }>;

/** What is open with clients, as the modules above tell; the addresses list it among what the keeper has. */
export async function openMattersOf(w: Work, ids: readonly string[], keeperId: string): Promise<OpenFigures> {
  const told = await Promise.all(w.registry.answers(openMatters).map((ask) => ask(w, ids, keeperId)));
  return Object.fromEntries(told.flat().map(({ key, ...figure }) => [key, figure]));
}

/** Why each of many clients may not be given to a keeper; those without an entry may. For the bulk act. */
export async function assignRefusals(w: Work, ids: readonly string[], toId: string): Promise<Map<string, Refusal>> {
  const rows = new Map((await clientsByIds(w, ids)).map((row) => [row.id, row]));
  const to = await requireKeeper(w, toId);
  const refusals = ids.flatMap((id): [string, Refusal][] => {
    const row = rows.get(id);
    if (!row) return [[id, { code: 'clients.unknown-client', status: 404 }]];
    const [code] = reasons(w, row.keeperId, toId);
    if (code) return [[id, { code, status: code === 'clients.kept-already' ? 409 : 403, params: { keeper: to.name } }]];
    const allowed = [row.keeperId, toId].every(
      (keeperId) => mayI(w, 'clients.assign', { keeperId }).kind === 'allowed',
    );
    return allowed ? [] : [[id, { code: 'clients.not-yours-to-assign', status: 403 }]];
  });
  return new Map(refusals);
}

/**
 * Gives the clients to the keeper, who is told, as are those who kept them; the histories and the records of the clients
 * follow by themselves.
 */
export async function give(
  w: Work,
  ids: readonly string[],
  toId: string,
  reason: string,
  handoverId: string | null,
): Promise<void> {
  const givers = await keptBefore(w, ids, toId);
  await w.db.run(
    sql`select set_config('clients.reason', ${reason.trim()}, true), set_config('clients.handover', ${handoverId ?? ''}, true)`,
  );
  await w.db.run(
    sql`update clients.clients set keeper_id = ${toId} where id = any (${ids}::uuid[]) and company_id = ${w.actor.companyId}`,
  );
  await tellBoth(w, givers, toId, reason.trim(), handoverId);
}

/** A line in the inbox of the one who receives and of each who gave, with the address of what changed hands. */
async function tellBoth(
  w: Work,
  givers: readonly Giver[],
  toId: string,
  reason: string,
  handoverId: string | null,
): Promise<void> {
  const received = handoverId && `/handovers/${handoverId}`;
  for (const { id, name, count, client, clientId, receiver } of givers) {
    const params = { count, client, from: name, to: receiver, reason };
    const taken = received ?? (count === 1 ? `/clients/${clientId}` : `/clients?keeper=${toId}`);
    await notify(w, toId, 'clients.received', params, taken);
    await notify(w, id, 'clients.given', params, received ?? `/clients?keeper=${id}`);
  }
}

async function requireAssign(w: Work, fromId: string, toId: string): Promise<void> {
  const codes = reasons(w, fromId, toId);
  if (codes.length > 0) {
    throw new Refused(codes.map((code) => ({ code, status: code === 'clients.kept-already' ? 409 : 403 })));
  }
  await requirePermit(w, 'clients.assign', { keeperId: toId });
  await requirePermit(w, 'clients.assign', { keeperId: fromId });
}

function reasons(w: Work, fromId: string, toId: string) {
  const actorId = actingEmployee(w);
  return keeperChangeRefusals({ actorId, fromId, toId, reach: reachOf(w, fromId).kind, toDismissed: false });
}
