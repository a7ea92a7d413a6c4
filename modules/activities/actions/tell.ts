import { superiorsOf as namedSuperiors } from '#modules/organization/contract.ts';
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

/** Those above an employee today, nearest first. */
export async function superiorsOf(w: Work, employeeId: string): Promise<string[]> {
  return (await namedSuperiors(w, employeeId, w.today.toString())).map((above) => above.id);
}
