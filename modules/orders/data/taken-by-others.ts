import { sql } from '#platform/db/sql.ts';
import type { ListSource } from '#platform/lists/source.ts';

const keepersThatDay = sql`clients.v_keepers k where k.client_id = o.client_id
    and (k.valid @> o.ordered_on or upper(k.valid) = o.ordered_on)`;

/**
 * Whether an order `o` was taken by somebody who was neither the client's keeper on its day nor the keeper's substitute by
 * order. By the history of keepers, so that a client who changes hands leaves the former keeper's orders right; on the day of
 * the change both count. False where nobody is known to have taken it.
 */
export const takenByOther = sql`(o.taken_by is not null and exists (select from ${keepersThatDay}) and not exists (
  select from ${keepersThatDay} and (o.taken_by = k.keeper_id or o.acting_for = k.keeper_id
    or exists (select from organization.substitutions s where s.absent_id = k.keeper_id and s.substitute_id = o.taken_by
      and s.valid @> o.ordered_on))))`;

const nameOf = (column: string) => sql`(select e.name from organization.employees e where e.id = ${sql.ref(column)})`;

/** Where the list of key clients' orders taken by others comes from. Read from the key clients, of whom there are few. */
export const takenByOthersSource: ListSource = {
  from: sql`orders.orders o`,
  id: sql`o.id`,
  keeper: sql`o.keeper_id`,
  where: (w) => sql`o.number is not null and o.state <> 'cancelled'
    and o.client_id = any (array(select c.id from clients.v_clients c where c.company_id = ${w.actor.companyId} and c.class = 'key'))
    and ${takenByOther}`,
  columns: {
    number: sql`o.number`,
    client: { value: sql`o.client_id`, label: sql`(select c.name from clients.v_clients c where c.id = o.client_id)` },
    orderedOn: sql`o.ordered_on`,
    takenBy: { value: sql`o.taken_by`, label: nameOf('o.taken_by') },
    channel: sql`o.channel`,
    keeper: { value: sql`o.keeper_id`, label: nameOf('o.keeper_id') },
    total: sql`o.total`,
    state: sql`o.state`,
  },
  href: (id) => `/orders/${id}`,
};
