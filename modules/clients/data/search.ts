import { sql } from '#platform/db/sql.ts';
import type { SearchHit, SearchSource } from '#platform/declare/module.ts';

/** Finds clients by the beginning of name or code, by words, and with typing errors; within one's reach. */
export const searchClients: SearchSource = {
  kind: 'client',
  permit: 'clients.read',
  find: (w, text, limit) =>
    w.db.all(sql<SearchHit>`select 'client' as kind, c.id, c.name as title,
        concat_ws(', ', c.code, nullif(c.city, '')) as subtitle, '/clients/' || c.id as href, x.rank
      from clients.found(${text}, ${limit}) x join clients.clients c on c.id = x.id order by x.rank desc, c.name`),
};
