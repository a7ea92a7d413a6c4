import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';

type EmployeeDay = { readonly employeeId: string; readonly day: string };

/** Those of the days that an appraisal of the employee covers, begun or closed, whoever may read it. Days as ISO text. */
export function appraisedDays(w: Work, asked: readonly EmployeeDay[]): Promise<EmployeeDay[]> {
  return w.db.all(sql<EmployeeDay>`select d.employee_id as "employeeId", d.day::text as day
    from mandates.appraised_days(${asked.map((each) => each.employeeId)}::uuid[], ${asked.map((each) => each.day)}::date[]) d`);
}
