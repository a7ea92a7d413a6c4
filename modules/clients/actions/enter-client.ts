import { Refused } from '#kernel/refusal.ts';
import { sql } from '#platform/db/sql.ts';
import { actingEmployee, announce, requirePermit, type Work } from '#platform/work.ts';
import { employee, isInChainOf, nextCode, similarClients } from '../data/clients.ts';
import { refuse } from '../refusals.ts';
import { mustConfirm, tidy, tidyNumber } from '../rules/new-client.ts';
import { findClient } from './find-client.ts';

export type ClientWish = {
  code?: string;
  name: string;
  legalName?: string;
  kind?: 'company' | 'person';
  status?: 'potential' | 'active' | 'lapsed';
  keeperId?: string;
  parentId?: string | null;
  segment?: string;
  source?: string;
  country?: string | null;
  city?: string;
  address?: string;
  phone?: string;
  email?: string;
  website?: string;
  taxNumber?: string;
  registrationNumber?: string;
  language?: string;
  etiquette?: string;
  since?: string;
};

/**
 * Enters a client, kept by the one who enters it unless another keeper within the permit is named.
 * @throws Refused `clients.looks-like-another` with the similar ones, unless `evenSo`; `clients.code-taken`.
 */
export async function enterClient(
  w: Work,
  wish: ClientWish & { evenSo?: boolean },
): Promise<{ id: string; code: string; revision: number }> {
  const keeperId = wish.keeperId ?? actingEmployee(w);
  await requirePermit(w, 'clients.edit', { keeperId });
  if (keeperId !== w.actor.employeeId) await requireKeeper(w, keeperId);
  const row = filled(w, wish);
  if (row.since > w.today.toString()) refuse('clients.since-in-future', {}, '/since');
  if (row.parentId) await findClient(w, row.parentId);
  if (!wish.evenSo) await refuseDuplicates(w, row);
  const id = w.newId();
  const code = wish.code?.trim() || (await nextCode(w));
  const entered = await w.db.one(sql<{
    revision: number;
  }>`insert into clients.clients (id, company_id, code, name, legal_name, kind,
      status, keeper_id, parent_id, segment, source, country, city, address, phone, email, website, tax_number, registration_number,
      language, etiquette, since)
    values (${id}, ${w.actor.companyId}, ${code}, ${row.name}, ${row.legalName}, ${row.kind}, ${row.status}, ${keeperId}, ${row.parentId},
      ${row.segment}, ${row.source}, ${row.country}, ${row.city}, ${row.address}, ${row.phone}, ${row.email}, ${row.website},
      ${row.taxNumber}, ${row.registrationNumber}, ${row.language}, ${row.etiquette}, ${row.since}::date) returning revision`);
  await announce(w, 'clients.entered', { clientId: id, keeperId });
  return { id, code, revision: entered.revision };
}

/** Puts a client under another in its chain. @throws Refused when that runs in a circle. */
export async function requireChain(w: Work, id: string, parentId: string): Promise<void> {
  if (parentId === id) refuse('clients.own-parent', {}, '/parentId');
  await findClient(w, parentId);
  await w.db.run(sql`select pg_advisory_xact_lock(hashtextextended('clients.chains:' || ${w.actor.companyId}, 0))`);
  if (await isInChainOf(w, id, parentId)) refuse('clients.chain-in-a-circle', {}, '/parentId');
}

/** @throws Refused when there is no such employee, or no longer. */
export async function requireKeeper(w: Work, id: string): Promise<{ id: string; name: string }> {
  const keeper = (await employee(w, id)) ?? refuse('clients.unknown-keeper', {}, '/keeperId');
  if (keeper.dismissed) refuse('clients.keeper-dismissed', { keeper: keeper.name }, '/keeperId');
  return keeper;
}

function filled(w: Work, wish: ClientWish) {
  return {
    kind: wish.kind ?? 'company',
    status: wish.status ?? 'potential',
    parentId: wish.parentId ?? null,
    country: wish.country ?? null,
    language: wish.language ?? w.company.language,
    since: wish.since ?? w.today.toString(),
    name: tidy(wish.name),
    taxNumber: tidyNumber(wish.taxNumber ?? ''),
    registrationNumber: tidyNumber(wish.registrationNumber ?? ''),
    legalName: tidy(wish.legalName ?? ''),
    segment: tidy(wish.segment ?? ''),
    source: tidy(wish.source ?? ''),
    city: tidy(wish.city ?? ''),
    address: tidy(wish.address ?? ''),
    phone: tidy(wish.phone ?? ''),
    email: tidy(wish.email ?? ''),
    website: tidy(wish.website ?? ''),
    etiquette: (wish.etiquette ?? '').trim(),
  };
}

async function refuseDuplicates(w: Work, row: { name: string; taxNumber: string }): Promise<void> {
  const similar = await similarClients(w, { ...row, except: null });
  if (!mustConfirm(similar)) return;
  throw new Refused([{ code: 'clients.looks-like-another', status: 409, params: { count: similar.length } }], {
    similar,
  });
}
