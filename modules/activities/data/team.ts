import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** Everyone below an employee in the reporting line today, at any distance. */
export async function subordinatesOf(w: Work, employeeId: string): Promise<string[]> {
  const rows = await w.db.all(sql<{ id: string }>`with recursive below as (
      select r.employee_id as id, 1 as depth from organization.reporting_lines r
       where r.company_id = ${w.actor.companyId} and r.superior_id = ${employeeId} and r.valid @> ${w.today.toString()}::date
      union
      select r.employee_id, b.depth + 1 from below b join organization.reporting_lines r on r.superior_id = b.id
       where r.valid @> ${w.today.toString()}::date and b.depth < 20)
    select distinct id from below where id <> ${employeeId}`);
  return rows.map((row) => row.id);
}
