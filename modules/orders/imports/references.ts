import { type Query, sql } from '#platform/db/sql.ts';
import type { ImportRow } from '#platform/declare/import-kind.ts';
import type { Work } from '#platform/work.ts';

/** A record that rows of a file name by its code or number. */
export type Referred = { readonly key: string; readonly id: string };
export type ReferredClient = Referred & { readonly keeperId: string };
/** An imported order that waits for its lines; `hasLines`: some came by another import. */
export type AwaitingOrder = Referred & {
  readonly keeperId: string;
  readonly days: readonly (string | null)[];
  readonly hasLines: boolean;
};

/** The clients whose codes the rows name in a field, by code. */
export function clientsNamed(w: Work, rows: readonly ImportRow[], field: string): Promise<Map<string, ReferredClient>> {
  return byKey(
    w,
    (keys) => sql<ReferredClient>`select c.code as key, c.id, c.keeper_id as "keeperId" from clients.clients c
      where c.company_id = ${w.actor.companyId} and c.code = any (${keys})`,
    rows,
    field,
  );
}

/** The products whose codes the rows name, by code. */
export function productsNamed(w: Work, rows: readonly ImportRow[], field: string): Promise<Map<string, Referred>> {
  return byKey(
    w,
    (keys) => sql<Referred>`select p.code as key, p.id from catalog.products p
      where p.company_id = ${w.actor.companyId} and p.code = any (${keys})`,
    rows,
    field,
  );
}

/** The employees whose personnel numbers the rows name, by number. */
export function employeesNamed(w: Work, rows: readonly ImportRow[], field: string): Promise<Map<string, Referred>> {
  return byKey(
    w,
    (keys) => sql<Referred>`select e.number as key, e.id from organization.employees e
      where e.company_id = ${w.actor.companyId} and e.number = any (${keys})`,
    rows,
    field,
  );
}

/** The orders whose official numbers the rows name, by number. */
export function ordersNumbered(w: Work, rows: readonly ImportRow[], field: string): Promise<Map<string, Referred>> {
  return byKey(
    w,
    (keys) => sql<Referred>`select o.number as key, o.id from orders.orders o
      where o.company_id = ${w.actor.companyId} and o.number = any (${keys})`,
    rows,
    field,
  );
}

/** The imported orders that wait for their lines, by the number of their source. */
export function ordersAwaitingLines(
  w: Work,
  rows: readonly ImportRow[],
  field: string,
  importId: string,
): Promise<Map<string, AwaitingOrder>> {
  return byKey(
    w,
    (
      keys,
    ) => sql<AwaitingOrder>`select o.client_reference as key, o.id, o.keeper_id as "keeperId", array[o.ordered_on, o.shipped_on]::text[] as days,
        exists (select from orders.order_lines l where l.order_id = o.id and l.import_id is distinct from ${importId}) as "hasLines"
      from orders.orders o
      where o.company_id = ${w.actor.companyId} and o.client_reference = any (${keys}) and o.import_id is not null and o.state = 'draft'`,
    rows,
    field,
  );
}

async function byKey<R extends Referred>(
  w: Work,
  query: (keys: string[]) => Query<R>,
  rows: readonly ImportRow[],
  field: string,
): Promise<Map<string, R>> {
  const keys = new Set(rows.flatMap(({ values }) => (values[field] ? [String(values[field])] : [])));
  if (keys.size === 0) return new Map();
  const found = await w.db.all(query([...keys]));
  return new Map(found.map((row) => [row.key, row]));
}
