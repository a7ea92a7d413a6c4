import { answer, type Route } from '#platform/http/route.ts';
import { mayI, type Work } from '#platform/work.ts';
import { addEmployee, dismissEmployee, editEmployee, giveAccess, setSuperior } from '../actions/arrange-employee.ts';
import { assignmentsOf, employee, employees, lastAccessGiven, reportingLineOf } from '../data/employees.ts';
import * as at from '../endpoints-people.ts';
import { refuse } from '../refusals.ts';

const may = (w: Work, permit: string, keeperId?: string) =>
  mayI(w, permit, keeperId ? { keeperId } : {}).kind === 'allowed';

export const peopleRoutes: readonly Route[] = [
  answer(at.listEmployees, async (w, { query }) => ({
    items: await employees(w, query.q, query.dismissed ?? false),
  })),
  answer(at.readEmployee, async (w, { params }) => {
    const [row, accessGiven, assignments] = await Promise.all([
      employee(w, params.id),
      lastAccessGiven(w, params.id),
      assignmentsOf(w, params.id),
    ]);
    if (!row) refuse('organization.unknown-employee');
    const own = params.id === w.actor.employeeId;
    const can = {
      arrange: may(w, 'organization.arrange'),
      giveAccess: !own && !row.dismissedAt && may(w, 'organization.arrange'),
      substitute: may(w, 'organization.substitute', params.id),
      reportAbsence: own || may(w, 'organization.report-absence', params.id),
    };
    return { ...row, accessGiven: accessGiven ?? null, assignments, can };
  }),
  answer(at.readReportingLine, async (w, { params, query }) => {
    if (!(await employee(w, params.id))) refuse('organization.unknown-employee');
    const on = query.on ?? w.today.toString();
    return { on, superiors: await reportingLineOf(w, params.id, on) };
  }),
  answer(at.addEmployee, (w, { body }) => addEmployee(w, body)),
  answer(at.editEmployee, (w, { params, body }) => editEmployee(w, params.id, body)),
  answer(at.dismissEmployee, (w, { params, body }) => dismissEmployee(w, params.id, body)),
  answer(at.giveAccess, (w, { params }) => giveAccess(w, params.id)),
  answer(at.setSuperior, async (w, { params, body }) => {
    await setSuperior(w, params.id, body.superiorId, body.from);
    return {};
  }),
];
