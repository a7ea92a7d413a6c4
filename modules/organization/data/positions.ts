import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Named } from './employees.ts';

export type PositionLine = {
  id: string;
  title: string;
  synonyms: string[];
  departmentId: string;
  department: string;
  category: string;
  level: string;
  headcount: number;
  template: string | null;
  revision: number;
  holders: Named[];
};

/** The staffing list; `q` finds a position by its title or any synonym. */
export function positions(w: Work, q: string | undefined): Promise<PositionLine[]> {
  const wanted = q ?? null;
  return w.db.all(sql<PositionLine>`select p.id, p.title, p.synonyms, p.department_id as "departmentId", d.name as department,
      p.category, p.level, p.headcount, p.template, p.revision,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name) order by e.name)
        from organization.assignments a join organization.employees e on e.id = a.employee_id
        where a.position_id = p.id and a.valid @> ${w.today.toString()}::date), '[]') as holders
    from organization.positions p join organization.departments d on d.id = p.department_id
    where p.company_id = ${w.actor.companyId} and (${wanted}::text is null or p.title ilike '%' || ${wanted} || '%'
      or exists (select from unnest(p.synonyms) s where s ilike '%' || ${wanted} || '%'))
    order by d.name, p.title`);
}

/** All departments by name. */
export function departments(
  w: Work,
): Promise<{ id: string; name: string; parentId: string | null; revision: number }[]> {
  return w.db.all(sql`select id, name, parent_id as "parentId", revision from organization.departments
    where company_id = ${w.actor.companyId} order by name`);
}
