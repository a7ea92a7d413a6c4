import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type ContactRow = {
  id: string;
  clientId: string;
  keeperId: string;
  name: string;
  title: string;
  level: 'top' | 'middle' | 'specialist';
  decisionRole: 'decides' | 'influences' | 'orders' | 'pays' | 'uses' | 'unknown';
  attitude: 'supports' | 'neutral' | 'against';
  phone: string;
  email: string;
  language: string | null;
  note: string;
  isMain: boolean;
  leftOn: string | null;
  revision: number;
};
const contactColumns = sql`k.id, k.client_id as "clientId", k.keeper_id as "keeperId", k.name, k.title, k.level,
  k.decision_role as "decisionRole", k.attitude, k.phone, k.email, k.language, k.note, k.is_main as "isMain",
  k.left_on as "leftOn", k.revision`;

/** People at a client, the main one first, those who left last. */
export function contactsOf(w: Work, clientId: string): Promise<ContactRow[]> {
  return w.db.all(sql<ContactRow>`select ${contactColumns} from clients.contacts k where k.client_id = ${clientId}
    order by k.left_on is not null, not k.is_main, k.name, k.id limit 500`);
}

export function contact(w: Work, id: string): Promise<ContactRow | undefined> {
  return w.db.first(sql<ContactRow>`select ${contactColumns} from clients.contacts k where k.id = ${id}`);
}

export type SiteRow = {
  id: string;
  clientId: string;
  keeperId: string;
  name: string;
  kind: 'branch' | 'outlet' | 'warehouse' | 'office';
  country: string | null;
  city: string;
  address: string;
  phone: string;
  closedOn: string | null;
  revision: number;
};
const siteColumns = sql`s.id, s.client_id as "clientId", s.keeper_id as "keeperId", s.name, s.kind, s.country, s.city,
  s.address, s.phone, s.closed_on as "closedOn", s.revision`;

export function sitesOf(w: Work, clientId: string): Promise<SiteRow[]> {
  return w.db.all(sql<SiteRow>`select ${siteColumns} from clients.sites s where s.client_id = ${clientId}
    order by s.closed_on is not null, s.name, s.id limit 500`);
}

export function site(w: Work, id: string): Promise<SiteRow | undefined> {
  return w.db.first(sql<SiteRow>`select ${siteColumns} from clients.sites s where s.id = ${id}`);
}

export type BankAccountRow = {
  id: string;
  clientId: string;
  keeperId: string;
  number: string;
  bank: string;
  bankCode: string;
  currency: string | null;
  revision: number;
};
const accountColumns = sql`b.id, b.client_id as "clientId", b.keeper_id as "keeperId", b.number, b.bank,
  b.bank_code as "bankCode", b.currency, b.revision`;

export function bankAccountsOf(w: Work, clientId: string): Promise<BankAccountRow[]> {
  return w.db.all(
    sql<BankAccountRow>`select ${accountColumns} from clients.bank_accounts b where b.client_id = ${clientId} order by b.number limit 100`,
  );
}

export function bankAccount(w: Work, id: string): Promise<BankAccountRow | undefined> {
  return w.db.first(sql<BankAccountRow>`select ${accountColumns} from clients.bank_accounts b where b.id = ${id}`);
}

export type DossierRow = {
  id: string;
  clientId: string;
  keeperId: string;
  topic: 'needs' | 'potential' | 'share-of-wallet' | 'prospects' | 'competitors' | 'other';
  text: string;
  source: string;
  notedOn: string;
  notedBy: string | null;
  revision: number;
};
const dossierColumns = sql`d.id, d.client_id as "clientId", d.keeper_id as "keeperId", d.topic, d.text, d.source,
  d.noted_on as "notedOn", (select e.name from organization.employees e where e.id = d.noted_by) as "notedBy", d.revision`;

/** The dossier of a client, newest first. */
export function dossierOf(w: Work, clientId: string): Promise<DossierRow[]> {
  return w.db.all(sql<DossierRow>`select ${dossierColumns} from clients.dossier_entries d where d.client_id = ${clientId}
    order by d.noted_on desc, d.id desc limit 300`);
}

export function dossierEntry(w: Work, id: string): Promise<DossierRow | undefined> {
  return w.db.first(sql<DossierRow>`select ${dossierColumns} from clients.dossier_entries d where d.id = ${id}`);
}
