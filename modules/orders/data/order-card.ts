import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

type Named = { id: string; name: string } | null;
export type OrderHead = {
  client: { id: string; code: string; name: string };
  keeper: { id: string; name: string };
  takenBy: Named;
  actingFor: Named;
  priceColumn: { id: string; number: number; name: string };
  /** People named by the authorizations. */
  people: Record<string, string>;
};

/** Who and what an order is about, by name. */
export function orderHead(w: Work, id: string): Promise<OrderHead> {
  const person = (column: string) =>
    sql`(select jsonb_build_object('id', e.id, 'name', e.name) from organization.employees e where e.id = ${sql.ref(`o.${column}`)})`;
  return w.db.one(sql<OrderHead>`select
      jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name) as client,
      ${person('keeper_id')} as keeper, ${person('taken_by')} as "takenBy", ${person('acting_for')} as "actingFor",
      (select jsonb_build_object('id', p.id, 'number', p.number, 'name', p.name) from catalog.v_price_columns p
        where p.id = o.price_column_id) as "priceColumn",
      coalesce((select jsonb_object_agg(e.id, e.name) from organization.employees e where e.id in (
        select unnest(array[a.asked_by, a.decided_by, a.decided_for]) from orders.authorizations a where a.order_id = o.id)), '{}') as people
    from orders.orders o join clients.v_clients c on c.id = o.client_id where o.id = ${id}`);
}

export type ProductRow = { id: string; code: string; name: string; unit: string };

/** What products are called, by id. */
export async function productNames(w: Work, ids: readonly string[]): Promise<Map<string, ProductRow>> {
  if (ids.length === 0) return new Map();
  const rows = await w.db.all(
    sql<ProductRow>`select id, code, name, unit from catalog.v_products where id = any (${[...new Set(ids)]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
