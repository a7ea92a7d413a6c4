import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** A client as acts need it. */
export type ClientRow = {
  id: string;
  code: string;
  name: string;
  legalName: string;
  kind: 'company' | 'person';
  status: 'potential' | 'active' | 'lapsed';
  class: 'key' | 'A' | 'B' | 'C' | null;
  keeperId: string;
  parentId: string | null;
  segment: string;
  source: string;
  country: string | null;
  city: string;
  address: string;
  phone: string;
  email: string;
  website: string;
  taxNumber: string;
  registrationNumber: string;
  language: string;
  etiquette: string;
  since: string;
  createdAt: string;
  revision: number;
};

const columns = sql`c.id, c.code, c.name, c.legal_name as "legalName", c.kind, c.status, c.class, c.keeper_id as "keeperId",
  c.parent_id as "parentId", c.segment, c.source, c.country, c.city, c.address, c.phone, c.email, c.website,
  c.tax_number as "taxNumber", c.registration_number as "registrationNumber", c.language, c.etiquette, c.since,
  c.created_at as "createdAt", c.revision`;

/** A client within reach; undefined for any other. */
export function client(w: Work, id: string): Promise<ClientRow | undefined> {
  return w.db.first(
    sql<ClientRow>`select ${columns} from clients.clients c where c.id = ${id} and c.company_id = ${w.actor.companyId}`,
  );
}

/** The same, held against change until the transaction ends. Only for those who may change it. */
export function clientForChange(w: Work, id: string): Promise<ClientRow | undefined> {
  return w.db.first(sql<ClientRow>`select ${columns} from clients.clients c
    where c.id = ${id} and c.company_id = ${w.actor.companyId} for no key update`);
}

/** Several clients within reach, in no order. */
export function clientsByIds(w: Work, ids: readonly string[]): Promise<ClientRow[]> {
  return w.db.all(
    sql<ClientRow>`select ${columns} from clients.clients c where c.id = any (${ids}::uuid[]) and c.company_id = ${w.actor.companyId}`,
  );
}

export type Person = { id: string; name: string; dismissed: boolean };

/** An employee of the company. */
export function employee(w: Work, id: string): Promise<Person | undefined> {
  return w.db.first(sql<Person>`select e.id, e.name, e.dismissed_at is not null as dismissed
    from organization.employees e where e.id = ${id} and e.company_id = ${w.actor.companyId}`);
}

/** What else a card shows of a client: its keeper, its chain with the outlets' figures added up. */
export type CardMore = {
  keeper: { id: string; name: string };
  parent: { id: string; name: string } | null;
  outlets: { id: string; name: string; city: string; owed: number; sales12m: number }[];
  chain: { outlets: number; owed: number; overdue: number; sales12m: number } | null;
  lastContactOn: string | null;
  lastOrderOn: string | null;
  sales12m: number;
  owed: number;
  overdue: number;
  oldestDueOn: string | null;
};

/** Keeper, chain and told figures of a client within reach. Outlets out of reach are not counted. */
export function cardMore(w: Work, id: string): Promise<CardMore | undefined> {
  return w.db.first(sql<CardMore>`select
      jsonb_build_object('id', c.keeper_id, 'name', (select e.name from organization.employees e where e.id = c.keeper_id)) as keeper,
      (select jsonb_build_object('id', p.id, 'name', p.name) from clients.clients p where p.id = c.parent_id) as parent,
      coalesce((select jsonb_agg(o) from (select o.id, o.name, o.city, g.owed, g.sales_12m as "sales12m" from clients.clients o
        join clients.figures g on g.client_id = o.id where o.parent_id = c.id order by o.name, o.id limit 200) o), '[]') as outlets,
      (select jsonb_build_object('outlets', count(*), 'owed', sum(g.owed), 'overdue', sum(g.overdue), 'sales12m', sum(g.sales_12m))
        from clients.clients o join clients.figures g on g.client_id = o.id where o.parent_id = c.id having count(*) > 0) as chain,
      f.last_contact_on as "lastContactOn", f.last_order_on as "lastOrderOn", f.sales_12m as "sales12m", f.owed, f.overdue,
      f.oldest_due_on as "oldestDueOn"
    from clients.clients c join clients.figures f on f.client_id = c.id where c.id = ${id}`);
}

export type Similar = {
  id: string | null;
  name: string | null;
  city: string | null;
  keeper: string;
  score: number;
  sameTaxNumber: boolean;
};

/** Clients that may be the same as one about to be entered; of those out of reach only the keeper is known. */
export function similarClients(
  w: Work,
  like: { name: string; taxNumber: string; except: string | null },
): Promise<Similar[]> {
  return w.db.all(sql<Similar>`select id, name, city, keeper, round(score::numeric, 2)::float8 as score, same_tax_number as "sameTaxNumber"
    from clients.similar_to(${like.name}, ${like.taxNumber}, ${like.except}::uuid)`);
}

/** Whether `above` stands above `id` in its chain already, so that it may not come below. */
export async function isInChainOf(w: Work, id: string, above: string): Promise<boolean> {
  const row = await w.db.first(sql`with recursive up as (
      select c.id, c.parent_id, 1 as depth from clients.clients c where c.id = ${above}
      union all
      select c.id, c.parent_id, up.depth + 1 from up join clients.clients c on c.id = up.parent_id where up.depth < 20)
    select 1 from up where up.id = ${id}`);
  return row !== undefined;
}

/** The next free code: K and a running number of the company. */
export async function nextCode(w: Work): Promise<string> {
  for (;;) {
    const { last } = await w.db.one(sql<{
      last: number;
    }>`insert into platform.document_numbers (company_id, kind, year, last)
      values (${w.actor.companyId}, 'client-code', 0, 1)
      on conflict (company_id, kind, year) do update set last = document_numbers.last + 1 returning last`);
    const code = `K${String(last).padStart(5, '0')}`;
    const { taken } = await w.db.one(sql<{ taken: boolean }>`select clients.code_taken(${code}) as taken`);
    if (!taken) return code;
  }
}
