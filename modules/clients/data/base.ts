import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type BaseClient = { id: string; name: string; since: string };

/** Clients of a keeper that were active on a day, with the day since when; at most 500. */
export function activeOn(w: Work, keeperId: string, day: string): Promise<BaseClient[]> {
  return w.db.all(sql<BaseClient>`select c.id, c.name, lower(s.valid) as since
    from clients.keepers k join clients.statuses s on s.client_id = k.client_id and s.valid @> ${day}::date and s.status = 'active'
    join clients.clients c on c.id = k.client_id
    where k.keeper_id = ${keeperId} and k.company_id = ${w.actor.companyId} and k.valid @> ${day}::date order by c.name limit 500`);
}

/** How many clients of a keeper are active today, counted up to `most`: enough to know whether they are enough. */
export async function activeUpTo(w: Work, keeperId: string, most: number): Promise<number> {
  const { count } = await w.db.one(sql<{ count: number }>`select count(*) as count from (select from clients.figures f
    where f.company_id = ${w.actor.companyId} and f.keeper_id = ${keeperId} and f.status = 'active' limit ${most}) a`);
  return count;
}

export type Winnable = { id: string; name: string; status: string; lastOn: string | null; sales12m: number };

/** Clients of a keeper that could become active again or for the first time, those who bought most lately first. */
export function winnable(w: Work, keeperId: string, limit: number): Promise<Winnable[]> {
  return w.db.all(sql<Winnable>`select c.id, c.name, c.status, coalesce(f.last_order_on, f.last_contact_on, c.since) as "lastOn",
      f.sales_12m as "sales12m"
    from clients.clients c join clients.figures f on f.client_id = c.id and f.company_id = c.company_id and f.keeper_id = c.keeper_id
    where c.company_id = ${w.actor.companyId} and c.keeper_id = ${keeperId} and c.status <> 'active' and f.status <> 'active'
    order by (c.status = 'lapsed') desc, f.sales_12m desc, f.last_order_on desc nulls last, c.name limit ${limit}`);
}

export type KeptClient = {
  id: string;
  name: string;
  class: string | null;
  lastOn: string;
  sales12m: number;
  /** How many key clients there are, and how many others. */
  late: number;
  others: number;
};

/**
 * Active clients of a keeper with nothing recorded since a day, key clients and then the dearest first. Those are taken
 * from the order of sales until there are enough; how many there are is counted in an index alone.
 */
export function silentSince(w: Work, keeperId: string, day: string, limit: number): Promise<KeptClient[]> {
  const silent = sql`f.company_id = ${w.actor.companyId} and f.keeper_id = ${keeperId} and f.status = 'active' and f.last_on < ${day}::date
    and not exists (select from clients.dossier_entries d where d.client_id = f.client_id and d.noted_on >= ${day}::date)`;
  const dearest = (
    of: ReturnType<typeof sql>,
  ) => sql`(select f.client_id, f.class, f.last_on, f.sales_12m from clients.figures f
    where ${silent} and ${of} order by f.sales_12m desc, f.client_id desc limit ${limit})`;
  return w.db.all(sql<KeptClient>`select c.id, c.name, s.class, s.last_on as "lastOn", s.sales_12m as "sales12m", n.late, n.others
    from (${dearest(sql`f.class = 'key'`)} union all ${dearest(sql`f.class is distinct from 'key'`)}) s
    join clients.clients c on c.id = s.client_id
    cross join (select count(*) filter (where f.class = 'key') as late, count(*) filter (where f.class is distinct from 'key') as others
      from clients.figures f where ${silent}) n
    order by s.class is distinct from 'key', s.sales_12m desc, s.client_id desc limit ${limit}`);
}
