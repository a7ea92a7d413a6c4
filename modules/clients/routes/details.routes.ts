import { answer, type Route } from '#platform/http/route.ts';
import { findClient } from '../actions/find-client.ts';
import {
  addBankAccount,
  addContact,
  addSite,
  editContact,
  editDossierEntry,
  editSite,
  noteInDossier,
  removeBankAccount,
} from '../actions/keep-details.ts';
import { dossierOf } from '../data/details.ts';
import * as at from '../endpoints-details.ts';

/** Contacts, sites, bank accounts and the dossier of a client. */
export const detailRoutes: readonly Route[] = [
  answer(at.addContact, (w, { params, body }) => addContact(w, params.id, body)),
  answer(at.editContact, (w, { params, body }) => editContact(w, params.id, body)),
  answer(at.addSite, (w, { params, body }) => addSite(w, params.id, body)),
  answer(at.editSite, (w, { params, body }) => editSite(w, params.id, body)),
  answer(at.addBankAccount, (w, { params, body }) => addBankAccount(w, params.id, body)),
  answer(at.removeBankAccount, async (w, { params }) => {
    await removeBankAccount(w, params.id);
    return null;
  }),
  answer(at.readDossier, async (w, { params }) => {
    const [, items] = await Promise.all([findClient(w, params.id), dossierOf(w, params.id)]);
    return { items };
  }),
  answer(at.noteInDossier, (w, { params, body }) => noteInDossier(w, params.id, body)),
  answer(at.editDossierEntry, (w, { params, body }) => editDossierEntry(w, params.id, body)),
];
