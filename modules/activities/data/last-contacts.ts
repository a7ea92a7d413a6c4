import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { CadenceClass } from '../rules/contact-cadence.ts';

export type LastContact = {
  clientId: string;
  cadenceClass: CadenceClass | null;
  waitingSince: string;
  lastOn: string | null;
};

/** The last contact with each of the clients that are within reach. */
export function lastContacts(w: Work, clientIds: readonly string[]): Promise<LastContact[]> {
  return w.db.all(sql<LastContact>`select client_id as "clientId", cadence_class as "cadenceClass", waiting_since as "waitingSince",
      last_on as "lastOn"
    from activities.last_contacts where company_id = ${w.actor.companyId} and client_id = any (${clientIds}::uuid[])`);
}
