import { sql } from '#platform/db/sql.ts';
import type { SearchHit, SearchSource } from '#platform/declare/module.ts';

/** Finds orders by the beginning of their number, within reach. */
export const searchOrders: SearchSource = {
  kind: 'order',
  permit: 'orders.read',
  find: (w, text, limit) =>
    w.db.all(sql<SearchHit>`select 'order' as kind, o.id, o.number as title, c.name as subtitle, '/orders/' || o.id as href, 0.9 as rank
      from orders.orders o join clients.v_clients c on c.id = o.client_id
      where o.company_id = ${w.actor.companyId} and o.number ^@ ${text} order by o.number limit ${limit}`),
};
