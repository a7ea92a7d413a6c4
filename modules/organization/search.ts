import { sql } from '#platform/db/sql.ts';
import type { SearchHit, SearchSource } from '#platform/declare/module.ts';

/** Finds people by a part of their name, typing errors allowed. */
export const searchPeople: SearchSource = {
  kind: 'person',
  permit: 'organization.read',
  find: (w, text, limit) =>
    w.db.all(sql<SearchHit>`select 'person' as kind, e.id, e.name as title,
        coalesce((select string_agg(p.title, ', ') from organization.assignments a join organization.positions p on p.id = a.position_id
          where a.employee_id = e.id and a.valid @> ${w.today.toString()}::date), '') as subtitle,
        '/people/' || e.id as href, word_similarity(${text}, e.name) as rank
      from organization.employees e
      where e.company_id = ${w.actor.companyId} and e.dismissed_at is null and (e.name ilike '%' || ${text} || '%' or ${text} <% e.name)
      order by rank desc limit ${limit}`),
};
