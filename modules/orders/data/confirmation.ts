import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

export type OnPaper = {
  client: { name: string; address: string; registration: string; language: 'en' | 'ru' };
  manager: { name: string; position: string; contacts: string };
};

/** Client and keeper of an order as they stand on its confirmation. */
export function orderOnPaper(w: Work, orderId: string): Promise<OnPaper> {
  return w.db.one(sql<OnPaper>`select
      jsonb_build_object('name', coalesce(nullif(c.legal_name, ''), c.name), 'address', concat_ws(', ', nullif(c.address, ''), nullif(c.city, '')),
        'registration', c.tax_number, 'language', c.language) as client,
      jsonb_build_object('name', e.name, 'contacts', concat_ws(', ', nullif(e.phone, ''), e.email),
        'position', coalesce((select p.title from organization.assignments a join organization.positions p on p.id = a.position_id
          where a.employee_id = e.id and a.valid @> ${w.today.toString()}::date order by lower(a.valid) limit 1), '')) as manager
    from orders.orders o join clients.v_clients c on c.id = o.client_id join organization.employees e on e.id = o.keeper_id
    where o.id = ${orderId}`);
}
