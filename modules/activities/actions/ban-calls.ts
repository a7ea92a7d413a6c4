import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import { refuse } from '../refusals.ts';
import { standingWith } from './standing.ts';

/** Notes that a client asked not to be called. @throws Refused when it is noted already. */
export async function banCalls(w: Work, clientId: string, reason: string): Promise<{ id: string }> {
  const { client } = await standingWith(w, 'activities.record', clientId);
  return w.db.one(sql<{
    id: string;
  }>`insert into activities.call_bans (id, company_id, client_id, keeper_id, reason, set_by, set_at)
    values (${w.newId()}, ${w.actor.companyId}, ${client.id}, ${client.keeperId}, ${reason.trim()}, ${w.actor.employeeId}, ${w.now.toString()})
    returning id`);
}

/** Lets a client be called again. @throws Refused when nothing forbids it. */
export async function liftCallBan(w: Work, clientId: string): Promise<void> {
  await standingWith(w, 'activities.record', clientId);
  const lifted = await w.db.run(
    sql`delete from activities.call_bans where client_id = ${clientId} and company_id = ${w.actor.companyId}`,
  );
  if (lifted === 0) refuse('activities.no-ban');
}
