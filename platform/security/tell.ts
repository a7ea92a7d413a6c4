import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { WentBeyond } from './keep-export.ts';

/** Tells the head of whoever took so much, and everybody who watches over the company's data. */
export async function tellWentBeyond(w: Work, { employeeId, rows, clients }: WentBeyond): Promise<void> {
  await w.db.run(sql`insert into platform.notifications (company_id, employee_id, kind, params, href, created_at)
    select ${w.actor.companyId}, told.id, 'security.mass-export',
        jsonb_build_object('name', e.name, 'rows', ${rows}::bigint, 'clients', ${clients}::bigint),
        '/security/exports?employee=' || e.id, ${w.now.toString()}::timestamptz
      from organization.employees e cross join lateral (
        select s.superior_id as id from organization.superiors_of(e.company_id, e.id, ${w.today.toString()}) s where s.distance = 1
        union
        select g.employee_id from app.grants g where g.company_id = e.company_id and g.permit = 'security.watch' and g.scope = 'all'
          and g.valid @> ${w.today.toString()}::date) told
     where e.id = ${employeeId} and e.company_id = ${w.actor.companyId} and told.id <> e.id`);
}
