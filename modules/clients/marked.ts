import { markedData, shown } from '#platform/declare/marked-data.ts';
import { contactList, readClient } from './endpoints.ts';
import { readDossier } from './endpoints-details.ts';

const of = 'clients.clients';

/** What of clients is marked: the people there, where their money goes, and what is known of them besides. */
export const clientsMarked = [
  markedData({
    key: 'clients.contacts',
    of,
    ofClients: true,
    shownBy: [
      shown(readClient, 'card', ({ reply }) =>
        reply.contacts.length > 0 || reply.phone !== '' || reply.email !== '' ? [reply.id] : [],
      ),
    ],
    lists: [{ list: contactList, columns: ['name', 'phone', 'email'], record: 'client' }],
  }),
  markedData({
    key: 'clients.bank-accounts',
    of,
    shownBy: [shown(readClient, 'card', ({ reply }) => (reply.bankAccounts.length > 0 ? [reply.id] : []))],
  }),
  markedData({
    key: 'clients.dossiers',
    of,
    shownBy: [shown(readDossier, 'card', ({ input, reply }) => (reply.items.length > 0 ? [input.params.id] : []))],
  }),
];
