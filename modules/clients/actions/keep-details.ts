import { sql } from '#platform/db/sql.ts';
import { actingEmployee, expectRevision, requirePermit, type Work } from '#platform/work.ts';
import {
  type BankAccountRow,
  bankAccount,
  type ContactRow,
  contact,
  type DossierRow,
  dossierEntry,
  type SiteRow,
  site,
} from '../data/details.ts';
import { refuse } from '../refusals.ts';
import { tidy } from '../rules/new-client.ts';
import { findClient } from './find-client.ts';

type Revised = { id: string; revision: number };
type Own = 'id' | 'clientId' | 'keeperId' | 'revision';

export type ContactWish = { name: string } & Partial<Omit<ContactRow, Own | 'name' | 'leftOn'>>;
export type ContactChange = Partial<Omit<ContactRow, Own>>;
export type SiteWish = { name: string } & Partial<Omit<SiteRow, Own | 'name' | 'closedOn'>>;
export type SiteChange = Partial<Omit<SiteRow, Own>>;
export type AccountWish = Pick<BankAccountRow, 'number'> & Partial<Omit<BankAccountRow, Own | 'number'>>;
export type DossierWish = Pick<DossierRow, 'topic' | 'text'> & { source?: string; notedOn?: string };

/** Adds a person at a client; a new main contact takes the place of the present one. */
export async function addContact(w: Work, clientId: string, wish: ContactWish): Promise<Revised> {
  await requireEdit(w, clientId);
  if (wish.isMain) await noMain(w, clientId);
  const row = {
    title: '',
    level: 'specialist',
    decisionRole: 'unknown',
    attitude: 'neutral',
    phone: '',
    email: '',
    language: null,
    note: '',
    isMain: false,
    ...wish,
  };
  return w.db.one(sql<Revised>`insert into clients.contacts (id, company_id, client_id, name, title, level, decision_role, attitude,
      phone, email, language, note, is_main)
    values (${w.newId()}, ${w.actor.companyId}, ${clientId}, ${tidy(row.name)}, ${tidy(row.title)}, ${row.level}, ${row.decisionRole},
      ${row.attitude}, ${tidy(row.phone)}, ${tidy(row.email)}, ${row.language}, ${row.note.trim()}, ${row.isMain}) returning id, revision`);
}

/** Changes a person at a client, or records that they left. @throws Refused `clients.main-contact-left`. */
export async function editContact(w: Work, id: string, change: ContactChange): Promise<Revised> {
  const current = (await contact(w, id)) ?? refuse('clients.unknown-contact');
  await requirePermit(w, 'clients.edit', { keeperId: current.keeperId });
  expectRevision(w, current);
  const next = { ...current, ...change };
  if (next.isMain && next.leftOn !== null) refuse('clients.main-contact-left', {}, '/isMain');
  if (next.isMain && !current.isMain) await noMain(w, current.clientId);
  return w.db.one(sql<Revised>`update clients.contacts set name = ${tidy(next.name)}, title = ${tidy(next.title)}, level = ${next.level},
      decision_role = ${next.decisionRole}, attitude = ${next.attitude}, phone = ${tidy(next.phone)}, email = ${tidy(next.email)},
      language = ${next.language}, note = ${next.note.trim()}, is_main = ${next.isMain}, left_on = ${next.leftOn}::date
    where id = ${id} returning id, revision`);
}

/** Adds a branch, outlet, warehouse or office of a client. */
export async function addSite(w: Work, clientId: string, wish: SiteWish): Promise<Revised> {
  await requireEdit(w, clientId);
  const row = { kind: 'branch', country: null, city: '', address: '', phone: '', ...wish };
  return w.db.one(sql<Revised>`insert into clients.sites (id, company_id, client_id, name, kind, country, city, address, phone)
    values (${w.newId()}, ${w.actor.companyId}, ${clientId}, ${tidy(row.name)}, ${row.kind}, ${row.country}, ${tidy(row.city)},
      ${tidy(row.address)}, ${tidy(row.phone)}) returning id, revision`);
}

/** Changes a site, or records that it closed. */
export async function editSite(w: Work, id: string, change: SiteChange): Promise<Revised> {
  const current = (await site(w, id)) ?? refuse('clients.unknown-site');
  await requirePermit(w, 'clients.edit', { keeperId: current.keeperId });
  expectRevision(w, current);
  const next = { ...current, ...change };
  return w.db.one(sql<Revised>`update clients.sites set name = ${tidy(next.name)}, kind = ${next.kind}, country = ${next.country},
      city = ${tidy(next.city)}, address = ${tidy(next.address)}, phone = ${tidy(next.phone)}, closed_on = ${next.closedOn}::date
    where id = ${id} returning id, revision`);
}

/** Adds a bank account of a client. @throws Refused `clients.account-taken`. */
export async function addBankAccount(w: Work, clientId: string, wish: AccountWish): Promise<Revised> {
  await requireEdit(w, clientId);
  const row = { bank: '', bankCode: '', currency: null, ...wish };
  return w.db.one(sql<Revised>`insert into clients.bank_accounts (id, company_id, client_id, number, bank, bank_code, currency)
    values (${w.newId()}, ${w.actor.companyId}, ${clientId}, ${row.number.replace(/\s/g, '').toUpperCase()}, ${tidy(row.bank)},
      ${tidy(row.bankCode)}, ${row.currency}) returning id, revision`);
}

/** Takes a bank account off a client. */
export async function removeBankAccount(w: Work, id: string): Promise<void> {
  const current = (await bankAccount(w, id)) ?? refuse('clients.unknown-bank-account');
  await requirePermit(w, 'clients.edit', { keeperId: current.keeperId });
  await w.db.run(sql`delete from clients.bank_accounts where id = ${id}`);
}

/** Notes something known of a client in its dossier. @throws Refused `clients.noted-in-future`. */
export async function noteInDossier(w: Work, clientId: string, wish: DossierWish): Promise<Revised> {
  await requireEdit(w, clientId);
  const notedOn = wish.notedOn ?? w.today.toString();
  if (notedOn > w.today.toString()) refuse('clients.noted-in-future', {}, '/notedOn');
  return w.db.one(sql<Revised>`insert into clients.dossier_entries (id, company_id, client_id, topic, text, source, noted_on, noted_by)
    values (${w.newId()}, ${w.actor.companyId}, ${clientId}, ${wish.topic}, ${wish.text.trim()}, ${tidy(wish.source ?? '')},
      ${notedOn}::date, ${actingEmployee(w)}) returning id, revision`);
}

/** Corrects an entry of a dossier. */
export async function editDossierEntry(w: Work, id: string, change: Partial<DossierWish>): Promise<Revised> {
  const current = (await dossierEntry(w, id)) ?? refuse('clients.unknown-dossier-entry');
  await requirePermit(w, 'clients.edit', { keeperId: current.keeperId });
  expectRevision(w, current);
  const next = { ...current, ...change };
  if (next.notedOn > w.today.toString()) refuse('clients.noted-in-future', {}, '/notedOn');
  return w.db.one(sql<Revised>`update clients.dossier_entries set topic = ${next.topic}, text = ${next.text.trim()},
      source = ${tidy(next.source)}, noted_on = ${next.notedOn}::date where id = ${id} returning id, revision`);
}

async function requireEdit(w: Work, clientId: string): Promise<void> {
  const { keeperId } = await findClient(w, clientId);
  await requirePermit(w, 'clients.edit', { keeperId });
}

/** There is one main contact; the partial unique index holds it. */
async function noMain(w: Work, clientId: string): Promise<void> {
  await w.db.run(sql`update clients.contacts set is_main = false where client_id = ${clientId} and is_main`);
}
