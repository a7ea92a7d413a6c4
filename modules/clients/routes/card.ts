import { mayI, type Work } from '#platform/work.ts';
import { findClient } from '../actions/find-client.ts';
import { cardMore } from '../data/clients.ts';
import { bankAccountsOf, contactsOf, sitesOf } from '../data/details.ts';
import { refuse } from '../refusals.ts';
import { judgeCompleteness } from '../rules/completeness.ts';
import { contactGaps } from '../rules/contact-gaps.ts';
import type { ClientCard } from '../shapes.ts';
import { type ClientFigure, clientFigures } from '../slots.ts';

/** The whole card of a client, read at once. @throws Refused `clients.unknown-client`. */
export async function clientCard(w: Work, id: string): Promise<ClientCard> {
  const [row, more, contacts, sites, bankAccounts, ...told] = await Promise.all([
    findClient(w, id),
    cardMore(w, id),
    contactsOf(w, id),
    sitesOf(w, id),
    bankAccountsOf(w, id),
    ...w.registry.answers(clientFigures).map((ask) => ask(w, id)),
  ]);
  if (!more) refuse('clients.unknown-client');
  const { keeperId, ...identity } = row;
  const present = contacts.filter((each) => each.leftOn === null);
  const may = (permit: string) =>
    mayI(w, permit, { keeperId }).kind === 'allowed' ? (true as const) : ['platform.not-granted'];
  const edit = may('clients.edit');
  return {
    ...identity,
    language: identity.language as ClientCard['language'],
    keeper: more.keeper,
    parent: more.parent,
    outlets: more.outlets,
    chain: more.chain,
    figures: withContact(told.flat(), more.lastContactOn),
    contacts: contacts as ClientCard['contacts'],
    sites,
    bankAccounts,
    completeness: judgeCompleteness({ ...row, contacts: present }, row.status),
    contactGaps: contactGaps(row.class, present),
    can: { edit, assign: may('clients.assign'), class: edit },
  };
}

/** The last contact is this module's own; the money comes from the modules above. */
function withContact(told: readonly ClientFigure[], lastContactOn: string | null): ClientFigure[] {
  const own: ClientFigure = {
    key: 'last-contact',
    kind: 'day',
    value: lastContactOn,
    tone: lastContactOn === null ? 'warning' : 'neutral',
    href: null,
  };
  return [...told, own];
}
