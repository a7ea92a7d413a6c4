import { alwaysOpen, fileKind } from '#platform/declare/file-kind.ts';
import { client } from './data/clients.ts';
import { contract } from './data/contracts.ts';

/** What is kept about a client as a whole: its charter, powers of attorney, photos of the outlet. */
export const clientFiles = fileKind({
  key: 'clients.clients',
  permits: ['clients.edit'],
  accepts: ['image', 'pdf', 'recording', 'office', 'text'],
  find: async (w, id) => {
    const found = await client(w, id);
    return found && { keeperId: found.keeperId, closedFor: alwaysOpen };
  },
});

/** The signed contract and what belongs to it; it stays with one that has ended. */
export const contractFiles = fileKind({
  key: 'clients.contracts',
  permits: ['clients.edit'],
  accepts: ['image', 'pdf', 'office'],
  find: async (w, id) => {
    const found = await contract(w, id);
    return found && { keeperId: found.keeperId, closedFor: alwaysOpen };
  },
});
