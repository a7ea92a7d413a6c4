import { sql } from '#platform/db/sql.ts';
import { answer, type Route } from '#platform/http/route.ts';
import { mayI, type Work } from '#platform/work.ts';
import { addAbsence, cancelAbsence, orderSubstitution, revokeSubstitution } from '../actions/absence.ts';
import { addEmployee, dismissEmployee, editEmployee, giveAccess, setSuperior } from '../actions/arrange-employee.ts';
import { assignEmployee, endAssignment } from '../actions/assign.ts';
import { addDepartment, addPosition, editCompany, editPosition, setSetting } from '../actions/configure.ts';
import { absences } from '../data/absences.ts';
import { assignmentsOf, employee, employees, lastAccessGiven, superiorsOf } from '../data/employees.ts';
import { departments, positions } from '../data/positions.ts';
import { settingsToday, settingWithHistory } from '../data/settings.ts';
import * as at from '../endpoints.ts';
import { refuse } from '../refusals.ts';

const may = (w: Work, permit: string, keeperId?: string) =>
  mayI(w, permit, keeperId ? { keeperId } : {}).kind === 'allowed';

type Company = {
  id: string;
  name: string;
  currency: string;
  timeZone: string;
  language: string;
  address: string;
  registration: string;
  revision: number;
};

export const organizationRoutes: readonly Route[] = [
  answer(at.listEmployees, async (w, { query }) => ({ items: await employees(w, query.q, query.dismissed ?? false) })),
  answer(at.readEmployee, async (w, { params }) => {
    const [row, accessGiven, superiors, assignments] = await Promise.all([
      employee(w, params.id),
      lastAccessGiven(w, params.id),
      superiorsOf(w, params.id, w.today.toString()),
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
    return { ...row, accessGiven: accessGiven ?? null, superiors, assignments, can };
  }),
  answer(at.addEmployee, (w, { body }) => addEmployee(w, body)),
  answer(at.editEmployee, (w, { params, body }) => editEmployee(w, params.id, body)),
  answer(at.dismissEmployee, (w, { params, body }) => dismissEmployee(w, params.id, body)),
  answer(at.giveAccess, (w, { params }) => giveAccess(w, params.id)),
  answer(at.listPositions, async (w, { query }) => ({ items: await positions(w, query.q) })),
  answer(at.addPosition, (w, { body }) => addPosition(w, body)),
  answer(at.editPosition, (w, { params, body }) => editPosition(w, params.id, body)),
  answer(at.listDepartments, async (w) => ({ items: await departments(w) })),
  answer(at.addDepartment, (w, { body }) => addDepartment(w, body)),
  answer(at.assign, (w, { body }) => assignEmployee(w, body)),
  answer(at.endAssignment, (w, { params, body }) => endAssignment(w, params.id, body.on)),
  answer(at.setSuperior, async (w, { params, body }) => {
    await setSuperior(w, params.id, body.superiorId, body.from);
    return {};
  }),
  answer(at.listAbsences, async (w, { query }) => ({
    items: await absences(w, query.employee),
    can: { substitute: may(w, 'organization.substitute') },
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
  answer(at.readCompany, async (w) => {
    const row =
      await w.db.one(sql<Company>`select id, name, currency, time_zone as "timeZone", language, address, registration, revision
      from platform.companies where id = ${w.actor.companyId}`);
    return { ...row, can: { configure: may(w, 'organization.configure') } };
  }),
  answer(at.editCompany, (w, { body }) => editCompany(w, body)),
  answer(at.listSettings, async (w) => ({
    items: await settingsToday(w),
    can: { configure: may(w, 'organization.configure') },
  })),
  answer(at.readSettingHistory, async (w, { params }) => {
    const found = await settingWithHistory(w, params.key);
    if (!found) refuse('organization.unknown-setting');
    return { ...found, can: { configure: may(w, 'organization.configure') } };
  }),
  answer(at.setSetting, async (w, { params, body }) => {
    await setSetting(w, params.key, body);
    return {};
  }),
];
