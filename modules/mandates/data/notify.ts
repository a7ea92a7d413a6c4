import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

/** Puts a line into a person's inbox, with the act that causes it. Text `notification.<kind>`, filled by `params`. */
export async function notify(
  w: Work,
  employeeId: string,
  kind: string,
  params: Readonly<Record<string, unknown>>,
  href: string,
): Promise<void> {
  if (employeeId === w.actor.employeeId) return;
  await w.db.run(sql`insert into platform.notifications (id, company_id, employee_id, kind, params, href, created_at)
    values (${w.newId()}, ${w.actor.companyId}, ${employeeId}, ${kind}, ${JSON.stringify(params)}, ${href}, ${w.now.toString()})`);
}
