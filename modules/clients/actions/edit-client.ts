import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import { expectRevision, requirePermit, type Work } from '#platform/work.ts';
import type { ClientRow } from '../data/clients.ts';
import { contactsOf } from '../data/details.ts';
import { refuse } from '../refusals.ts';
import { judgeCompleteness } from '../rules/completeness.ts';
import { tidy, tidyNumber } from '../rules/new-client.ts';
import { type ClientWish, requireChain } from './enter-client.ts';
import { findClient, lockClient } from './find-client.ts';

type Revised = { id: string; revision: number };
type Change = Omit<Partial<ClientWish>, 'keeperId' | 'since'>;

/**
 * Changes what is known of a client. A potential client becomes active by hand only with a complete card.
 * @throws Refused `platform.changed-meanwhile`, `clients.incomplete` with what is missing, `clients.chain-in-a-circle`.
 */
export async function editClient(w: Work, id: string, change: Change): Promise<Revised> {
  const seen = await findClient(w, id);
  await requirePermit(w, 'clients.edit', { keeperId: seen.keeperId });
  const current = await lockClient(w, id);
  expectRevision(w, current);
  const next = changed(current, change);
  if (next.parentId && next.parentId !== current.parentId) await requireChain(w, id, next.parentId);
  if (next.status === 'active' && current.status === 'potential') await requireComplete(w, next);
  return w.db.one(sql<Revised>`update clients.clients set code = ${next.code}, name = ${next.name}, legal_name = ${next.legalName},
      kind = ${next.kind}, status = ${next.status}, parent_id = ${next.parentId}, segment = ${next.segment}, source = ${next.source},
      country = ${next.country}, city = ${next.city}, address = ${next.address}, phone = ${next.phone}, email = ${next.email},
      website = ${next.website}, tax_number = ${next.taxNumber}, registration_number = ${next.registrationNumber},
      language = ${next.language}, etiquette = ${next.etiquette}
    where id = ${id} returning id, revision`);
}

/**
 * Classes a client (null: not classed), with the reason, which is kept with the change.
 * @throws Refused `clients.same-class`, `platform.changed-meanwhile`.
 */
export async function classClient(
  w: Work,
  id: string,
  wish: { class: ClientRow['class']; reason: string },
): Promise<Revised> {
  const seen = await findClient(w, id);
  await requirePermit(w, 'clients.edit', { keeperId: seen.keeperId });
  const current = await lockClient(w, id);
  expectRevision(w, current);
  if (current.class === wish.class) refuse('clients.same-class');
  await w.db.run(sql`select set_config('clients.reason', ${tidy(wish.reason)}, true)`);
  return w.db.one(
    sql<Revised>`update clients.clients set class = ${wish.class} where id = ${id} returning id, revision`,
  );
}

async function requireComplete(w: Work, next: ClientRow): Promise<void> {
  const contacts = (await contactsOf(w, next.id)).filter((each) => each.leftOn === null);
  const { missing } = judgeCompleteness({ ...next, contacts }, 'active');
  if (missing.length === 0) return;
  throw new Refused(
    [{ code: 'clients.incomplete', status: 409, params: { count: missing.length }, field: '/status' }],
    { missing },
  );
}

const numbers = ['taxNumber', 'registrationNumber'];
function changed(current: ClientRow, change: Change): ClientRow {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const tidied = given.map(([key, value]) => {
    if (typeof value !== 'string' || key === 'etiquette') return [key, value];
    return [key, numbers.includes(key) ? tidyNumber(value) : tidy(value)];
  });
  return { ...current, ...Object.fromEntries(tidied) };
}
