import type { Period } from '#kernel/period.ts';
import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type ContractRow = {
  id: string;
  clientId: string;
  keeperId: string;
  number: string;
  subject: string;
  signedOn: string;
  validUntil: string | null;
  noticeDays: number;
  ending: 'renewed' | 'ended' | null;
  endedOn: string | null;
  endReason: string;
  renewedBy: string | null;
  revision: number;
};

const columns = sql`k.id, k.client_id as "clientId", k.keeper_id as "keeperId", k.number, k.subject, k.signed_on as "signedOn",
  k.valid_until as "validUntil", k.notice_days as "noticeDays", k.ending, k.ended_on as "endedOn", k.end_reason as "endReason",
  (select r.number from clients.contracts r where r.id = k.renewed_by) as "renewedBy", k.revision`;

/** The contracts with a client, those in force first, then the latest. */
export function contractsOf(w: Work, clientId: string): Promise<ContractRow[]> {
  return w.db.all(sql<ContractRow>`select ${columns} from clients.contracts k where k.client_id = ${clientId}
    order by k.ending is not null, k.signed_on desc, k.id desc limit 300`);
}

/** One contract within reach. */
export function contract(w: Work, id: string): Promise<ContractRow | undefined> {
  return w.db.first(sql<ContractRow>`select ${columns} from clients.contracts k where k.id = ${id}`);
}

export type RunningOut = {
  id: string;
  clientId: string;
  client: string;
  number: string;
  validUntil: string;
  /** How many there are of which it should be decided already, and others. */
  late: number;
  others: number;
};

/**
 * Contracts of a keeper's clients for which the notice has begun by a day, and of which nothing was decided; those that run
 * out first, at most `most`; late are those that end in less than `daysBefore` days.
 */
export function runningOut(
  w: Work,
  keeperId: string,
  by: string,
  { most, daysBefore = 0 }: { most: number; daysBefore?: number },
): Promise<RunningOut[]> {
  const late = w.today.add({ days: daysBefore }).toString();
  return w.db.all(sql<RunningOut>`select r.id, r.client_id as "clientId", c.name as client, r.number, r.valid_until as "validUntil",
      r.late, r.others
    from (select k.id, k.client_id, k.number, k.valid_until, count(*) filter (where k.valid_until < ${late}::date) over () as late,
        count(*) filter (where k.valid_until >= ${late}::date) over () as others
      from clients.contracts k
      where k.company_id = ${w.actor.companyId} and k.keeper_id = ${keeperId} and k.valid_until is not null and k.ending is null
        and k.valid_until <= ${by}::date + 365 and k.valid_until - k.notice_days <= ${by}::date
      order by k.valid_until, k.id limit ${most}) r
    join clients.clients c on c.id = r.client_id order by r.valid_until, r.id`);
}

/** Contracts of a keeper's clients whose last day lies in a period; at most 1,000. */
export function endingIn(
  w: Work,
  keeperId: string,
  period: Period,
): Promise<(ContractRow & { client: string; validUntil: string })[]> {
  return w.db.all(sql<ContractRow & { client: string; validUntil: string }>`select ${columns}, c.name as client
    from clients.contracts k join clients.clients c on c.id = k.client_id
    where k.company_id = ${w.actor.companyId} and k.keeper_id = ${keeperId}
      and k.valid_until >= ${period.from}::date and k.valid_until < ${period.to}::date order by k.valid_until, k.id limit 1000`);
}

/** How many contracts with clients are in force. */
export async function inForceWith(w: Work, clientIds: readonly string[]): Promise<number> {
  const { count } = await w.db.one(sql<{ count: number }>`select count(*) as count from clients.contracts k
    where k.client_id = any (${clientIds}::uuid[]) and k.ending is null`);
  return count;
}
