import { sql } from '#platform/db/sql.ts';
import type { ListSource } from '#platform/lists/source.ts';

const nameOf = (column: string) => sql`(select e.name from organization.employees e where e.id = ${sql.ref(column)})`;

/** Where the list of orders comes from. */
export const orderListSource: ListSource = {
  from: sql`orders.orders o`,
  id: sql`o.id`,
  revision: sql`o.revision`,
  keeper: sql`o.keeper_id`,
  columns: {
    number: sql`o.number`,
    client: { value: sql`o.client_id`, label: sql`(select c.name from clients.v_clients c where c.id = o.client_id)` },
    state: sql`o.state`,
    orderedOn: sql`o.ordered_on`,
    total: sql`o.total`,
    lines: sql`o.line_count`,
    keeper: { value: sql`o.keeper_id`, label: nameOf('o.keeper_id') },
    takenBy: { value: sql`o.taken_by`, label: nameOf('o.taken_by') },
    channel: sql`o.channel`,
    shippedOn: sql`o.shipped_on`,
    enterBy: sql`o.enter_by`,
    differs: sql`o.differs`,
    checked: sql`(o.checked_at is not null)`,
  },
  search: (text) => sql`o.number ^@ ${text}`,
  href: (id) => `/orders/${id}`,
};
