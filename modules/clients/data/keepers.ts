import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type KeeperPeriod = {
  keeper: { id: string; name: string };
  from: string | null;
  to: string | null;
  reason: string;
  setBy: string | null;
  note: string | null;
};

/** Who kept a client when, the latest first. */
export function keepersOf(w: Work, clientId: string): Promise<KeeperPeriod[]> {
  return w.db.all(sql<KeeperPeriod>`select
      jsonb_build_object('id', k.keeper_id, 'name', (select e.name from organization.employees e where e.id = k.keeper_id)) as keeper,
      lower(k.valid) as "from", upper(k.valid) as "to", k.reason,
      (select e.name from organization.employees e where e.id = k.set_by) as "setBy",
      (select h.note from clients.handovers h where h.id = k.handover_id) as note
    from clients.keepers k where k.client_id = ${clientId} order by k.valid desc limit 200`);
}

export type Portfolio = {
  keeper: { id: string; name: string };
  clients: number;
  active: number;
  key: number;
  sales12m: number;
  owed: number;
  overdue: number;
};

/** The load of each keeper within reach: how many clients, how many active and key ones, and their money. */
export function portfolios(w: Work, reached: readonly string[] | null): Promise<Portfolio[]> {
  const within = reached ? sql`and c.keeper_id = any (${reached}::uuid[])` : sql``;
  return w.db.all(sql<Portfolio>`select jsonb_build_object('id', e.id, 'name', e.name) as keeper, p.clients, p.active, p.key,
      p.sales12m as "sales12m", p.owed, p.overdue
    from (select c.keeper_id, count(*) as clients, count(*) filter (where c.status = 'active') as active,
            count(*) filter (where c.class = 'key') as key, sum(f.sales_12m)::bigint as sales12m, sum(f.owed)::bigint as owed,
            sum(f.overdue)::bigint as overdue
          from clients.clients c join clients.figures f on f.client_id = c.id
          where c.company_id = ${w.actor.companyId} ${within} group by c.keeper_id) p
    join organization.employees e on e.id = p.keeper_id order by e.name`);
}

/** Ids of the clients that an employee keeps, or of those among `ids`, held against change. */
export async function lockKeptBy(w: Work, keeperId: string, ids: readonly string[] | null): Promise<string[]> {
  const among = ids ? sql`and c.id = any (${ids}::uuid[])` : sql``;
  const rows = await w.db.all(sql<{ id: string }>`select c.id from clients.clients c
    where c.company_id = ${w.actor.companyId} and c.keeper_id = ${keeperId} ${among} order by c.id for no key update`);
  return rows.map((row) => row.id);
}

export type Giver = {
  id: string;
  name: string;
  count: number;
  /** One of the clients, for when it is the only one. */
  clientId: string;
  client: string;
  receiver: string;
};

/** Who keeps the clients that are about to be given to somebody else, and how many of them each. */
export function keptBefore(w: Work, ids: readonly string[], toId: string): Promise<Giver[]> {
  return w.db.all(sql<Giver>`select e.id, e.name, k.count, k.client_id as "clientId", k.client,
      (select r.name from organization.employees r where r.id = ${toId}) as receiver
    from (select c.keeper_id, count(*) as count, (array_agg(c.id order by c.id))[1] as client_id,
            (array_agg(c.name order by c.id))[1] as client
          from clients.clients c
          where c.company_id = ${w.actor.companyId} and c.id = any (${ids}::uuid[]) and c.keeper_id <> ${toId} group by c.keeper_id) k
    join organization.employees e on e.id = k.keeper_id order by e.name`);
}

export type HandoverRow = {
  id: string;
  from: { id: string; name: string };
  to: { id: string; name: string };
  reason: string;
  note: string;
  clients: number;
  figures: Record<string, { count: number; amount: number | null; href?: string | null }>;
  handedBy: string | null;
  handedAt: string;
};

const named = (column: string) =>
  sql`jsonb_build_object('id', ${sql.ref(column)}, 'name', (select e.name from organization.employees e where e.id = ${sql.ref(column)}))`;
const handoverColumns = sql`h.id, ${named('h.from_id')} as "from", ${named('h.to_id')} as "to", h.reason, h.note, h.clients,
  h.figures, (select e.name from organization.employees e where e.id = h.handed_by) as "handedBy", h.handed_at as "handedAt"`;

/** Handovers within reach, the latest first. */
export function handovers(w: Work): Promise<HandoverRow[]> {
  return w.db.all(sql<HandoverRow>`select ${handoverColumns}
    from clients.handovers h where h.company_id = ${w.actor.companyId} order by h.handed_at desc limit 100`);
}

/** One handover within reach. */
export function handover(w: Work, id: string): Promise<HandoverRow | undefined> {
  return w.db.first(sql<HandoverRow>`select ${handoverColumns}
    from clients.handovers h where h.company_id = ${w.actor.companyId} and h.id = ${id}`);
}

export type HandedClient = {
  id: string;
  name: string;
  class: string | null;
  city: string;
  keeper: { id: string; name: string };
  lastContactOn: string | null;
  sales12m: number;
  owed: number;
  overdue: number;
};

/** The clients of a handover that are within reach, those who owe and buy most first; at most `most`. */
export function handedClients(w: Work, handoverId: string, most: number): Promise<HandedClient[]> {
  return w.db.all(sql<HandedClient>`select c.id, c.name, c.class, c.city,
      jsonb_build_object('id', e.id, 'name', e.name) as keeper, f.last_contact_on as "lastContactOn", f.sales_12m as "sales12m",
      f.owed, f.overdue
    from clients.keepers k join clients.clients c on c.id = k.client_id join clients.figures f on f.client_id = c.id
    join organization.employees e on e.id = c.keeper_id
    where k.handover_id = ${handoverId} order by f.overdue desc, f.sales_12m desc, c.name limit ${most}`);
}

/** Ids of the clients that an employee keeps, as far as they are within reach. */
export async function idsKeptBy(w: Work, keeperId: string): Promise<string[]> {
  const rows = await w.db.all(sql<{ id: string }>`select c.id from clients.clients c
    where c.company_id = ${w.actor.companyId} and c.keeper_id = ${keeperId} order by c.id`);
  return rows.map((row) => row.id);
}
