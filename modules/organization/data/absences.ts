import { sql } from '#platform/db/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Named } from './employees.ts';

export type AbsenceLine = {
  id: string;
  employee: Named;
  kind: string;
  from: string;
  until: string;
  note: string;
  cancelledAt: string | null;
  revision: number;
  substitution: {
    id: string;
    substitute: Named;
    from: string;
    until: string;
    orderNumber: string;
    permits: string[] | null;
  } | null;
};

/** Absences that the actor may know, newest first, each with the substitution in force. */
export function absences(w: Work, employeeId: string | undefined): Promise<AbsenceLine[]> {
  return w.db.all(sql<AbsenceLine>`select a.id, jsonb_build_object('id', e.id, 'name', e.name) as employee, a.kind,
      lower(a.valid)::text as "from", (upper(a.valid) - 1)::text as until, a.note, a.cancelled_at as "cancelledAt", a.revision,
      (select jsonb_build_object('id', s.id, 'substitute', jsonb_build_object('id', x.id, 'name', x.name), 'from', lower(s.valid),
          'until', upper(s.valid) - 1, 'orderNumber', o.number, 'permits', to_jsonb(s.permits))
        from organization.substitutions s join organization.employees x on x.id = s.substitute_id
        join organization.company_orders o on o.id = s.order_id
        where s.absence_id = a.id and s.revoked_at is null order by lower(s.valid) limit 1) as substitution
    from organization.absences a join organization.employees e on e.id = a.employee_id
    where a.company_id = ${w.actor.companyId} and (${employeeId ?? null}::uuid is null or a.employee_id = ${employeeId ?? null})
    order by lower(a.valid) desc limit 500`);
}
