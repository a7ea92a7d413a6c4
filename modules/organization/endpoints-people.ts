import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Day, Id, Named, Nullable, Revised } from './shapes.ts';

const EmployeeLine = Type.Object({
  id: Id,
  number: Type.String(),
  name: Type.String(),
  email: Type.String(),
  positions: Type.Array(Type.String()),
  department: Nullable(Type.String()),
  superior: Nullable(Named),
  hiredOn: Type.String(),
  dismissedAt: Nullable(Type.String()),
  absentUntil: Nullable(Type.String()),
});

export const listEmployees = endpoint({
  id: 'organization.employees',
  method: 'GET',
  path: '/employees',
  permit: 'organization.read',
  summary: 'Who works here, as what and under whom',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })), dismissed: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ items: Type.Array(EmployeeLine) }),
});

export const readEmployee = endpoint({
  id: 'organization.employee',
  method: 'GET',
  path: '/employees/:id',
  permit: 'organization.read',
  summary: 'An employee with assignments',
  params: ById,
  reply: Type.Object({
    id: Id,
    number: Type.String(),
    firstName: Type.String(),
    lastName: Type.String(),
    name: Type.String(),
    email: Type.String(),
    phone: Type.String(),
    language: Type.String(),
    hiredOn: Type.String(),
    dismissedAt: Nullable(Type.String()),
    signsIn: Type.Boolean(),
    /** The last time that somebody gave a password, and when it was replaced by another. */
    accessGiven: Nullable(Type.Object({ by: Type.String(), at: Type.String(), replacedAt: Nullable(Type.String()) })),
    revision: Type.Integer(),
    assignments: Type.Array(
      Type.Object({
        id: Id,
        positionId: Id,
        position: Type.String(),
        department: Type.String(),
        from: Nullable(Type.String()),
        to: Nullable(Type.String()),
      }),
    ),
    can: Type.Object({
      arrange: Type.Boolean(),
      giveAccess: Type.Boolean(),
      substitute: Type.Boolean(),
      reportAbsence: Type.Boolean(),
    }),
  }),
});

export const readReportingLine = endpoint({
  id: 'organization.reporting-line',
  method: 'GET',
  path: '/employees/:id/reporting-line',
  permit: 'organization.read',
  summary: 'The direct superior of an employee and the chain above, nearest first, on a day (today)',
  params: ById,
  query: Type.Object({ on: Type.Optional(Day) }),
  reply: Type.Object({
    on: Type.String(),
    superiors: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        positions: Type.Array(Type.String(), { description: 'Held on that day.' }),
        dismissed: Type.Boolean({ description: 'Before that day was over.' }),
      }),
    ),
  }),
});

const EmployeeBody = {
  number: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
  firstName: Type.String({ maxLength: 100 }),
  lastName: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
  email: Type.String({ format: 'email', maxLength: 200 }),
  phone: Type.Optional(Type.String({ maxLength: 60 })),
  language: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('ru')])),
  hiredOn: Day,
};

export const addEmployee = endpoint({
  id: 'organization.add-employee',
  method: 'POST',
  path: '/employees',
  permit: 'organization.arrange',
  summary: 'Add an employee, with a position and a superior if given',
  body: Type.Object({ ...EmployeeBody, positionId: Type.Optional(Id), superiorId: Type.Optional(Id) }, closed),
  reply: Revised,
  status: 201,
});

export const editEmployee = endpoint({
  id: 'organization.edit-employee',
  method: 'PATCH',
  path: '/employees/:id',
  permit: 'organization.arrange',
  summary: 'Change what is known of an employee',
  params: ById,
  body: Type.Object(
    {
      firstName: Type.Optional(EmployeeBody.firstName),
      lastName: Type.Optional(EmployeeBody.lastName),
      phone: EmployeeBody.phone,
      language: EmployeeBody.language,
    },
    closed,
  ),
  reply: Revised,
  ifMatch: true,
});

export const dismissEmployee = endpoint({
  id: 'organization.dismiss',
  method: 'POST',
  path: '/employees/:id/dismissal',
  permit: 'organization.arrange',
  summary: 'Dismiss an employee by order; access ends at once',
  params: ById,
  body: Type.Object(
    { orderNumber: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }), orderDate: Day },
    closed,
  ),
  reply: Revised,
});

export const giveAccess = endpoint({
  id: 'organization.give-access',
  method: 'POST',
  path: '/employees/:id/access',
  permit: 'organization.arrange',
  summary: 'Let an employee sign in; gives a password that is shown once and opens nothing until it is changed',
  params: ById,
  reply: Type.Object({ password: Type.String() }),
  status: 201,
  secret: true,
});

export const setSuperior = endpoint({
  id: 'organization.set-superior',
  method: 'PUT',
  path: '/employees/:id/superior',
  permit: 'organization.arrange',
  summary: 'Say to whom an employee reports from a day; null: to no one',
  params: ById,
  body: Type.Object({ superiorId: Nullable(Id), from: Day }, closed),
  reply: Type.Object({}),
});
