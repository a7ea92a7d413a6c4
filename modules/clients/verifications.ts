import type { Verification } from '#platform/declare/module.ts';

/** What must hold of every client, whatever was done to it. */
export const verifications: readonly Verification[] = [
  {
    name: 'clients: the open period of the keepers names the present keeper',
    query: `select c.id from clients.clients c
      where not exists (select from clients.keepers k where k.client_id = c.id and k.keeper_id = c.keeper_id and upper(k.valid) is null)`,
  },
  {
    name: 'clients: the open period of the statuses names the present status',
    query: `select c.id from clients.clients c
      where not exists (select from clients.statuses s where s.client_id = c.id and s.status = c.status and upper(s.valid) is null)`,
  },
  {
    name: 'clients: every client has its row of figures, with its keeper, status and class',
    query: `select c.id from clients.clients c
      where not exists (select from clients.figures f
        where f.client_id = c.id and f.keeper_id = c.keeper_id and f.company_id = c.company_id and f.status = c.status
          and f.class is not distinct from c.class and f.since = c.since)`,
  },
  {
    name: 'clients: no chain runs in a circle',
    query: `with recursive up as (
        select c.id as first, c.parent_id, 1 as depth from clients.clients c where c.parent_id is not null
        union all
        select up.first, c.parent_id, up.depth + 1 from up join clients.clients c on c.id = up.parent_id
         where c.parent_id is not null and up.depth < 100)
      select up.first from up where up.depth >= 100`,
  },
];
