import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { mayI } from '#platform/work.ts';
import { addAbsence, cancelAbsence, orderSubstitution, revokeSubstitution } from '../actions/absence.ts';
import { absences } from '../data/absences.ts';
import { employee } from '../data/employees.ts';
import * as at from '../endpoints-absences.ts';
import { refuse } from '../refusals.ts';

export const absencesRoutes: readonly Route[] = [
  answer(at.listAbsences, async (w, { query }) => ({
    items: await absences(w, query.employee),
    can: { substitute: mayI(w, 'organization.substitute').kind === 'allowed' },
  })),
  answer(at.addAbsence, (w, { body }) => addAbsence(w, body)),
  answer(at.cancelAbsence, (w, { params }) => cancelAbsence(w, params.id)),
  answer(at.orderSubstitution, (w, { body }) => orderSubstitution(w, body)),
  answer(at.revokeSubstitution, (w, { params }) => revokeSubstitution(w, params.id)),
  answer(at.mandatePermits, async (w, { params }) => {
    if (!(await employee(w, params.id))) refuse('organization.unknown-employee');
    const rows = await w.db.all(sql<{ permit: string }>`select distinct permit from app.grants
      where employee_id = ${params.id} and clause_id is not null and on_behalf_of is null and valid @> ${w.today.toString()}::date order by permit`);
    return { items: rows.map((row) => row.permit) };
  }),
];
