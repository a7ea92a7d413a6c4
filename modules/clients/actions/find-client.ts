import type { Work } from '#platform/work.ts';
import { type ClientRow, client, clientForChange } from '../data/clients.ts';
import { refuse } from '../refusals.ts';

/** A client within reach. @throws Refused `clients.unknown-client` (404) for any other. */
export async function findClient(w: Work, id: string): Promise<ClientRow> {
  return (await client(w, id)) ?? refuse('clients.unknown-client');
}

/** The same, locked until the transaction ends; call it after the permit was required. @throws Refused `clients.unknown-client`. */
export async function lockClient(w: Work, id: string): Promise<ClientRow> {
  return (await clientForChange(w, id)) ?? refuse('clients.unknown-client');
}
