import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });
const Name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;
const ById = Type.Object({ id: Id });
const Revised = Type.Object({ id: Id, revision: Type.Integer() });
const Named = Type.Object({ id: Id, name: Type.String() });

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
  summary: 'An employee with assignments, reporting line and absences',
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
    superiors: Type.Array(Named),
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

export const listPositions = endpoint({
  id: 'organization.positions',
  method: 'GET',
  path: '/positions',
  permit: 'organization.read',
  summary: 'The staffing list: positions, headcount and who holds them',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        title: Type.String(),
        synonyms: Type.Array(Type.String()),
        departmentId: Id,
        department: Type.String(),
        category: Type.String(),
        level: Type.String(),
        headcount: Type.Integer(),
        template: Nullable(Type.String()),
        revision: Type.Integer(),
        holders: Type.Array(Named),
      }),
    ),
  }),
});

const PositionBody = {
  title: Name,
  synonyms: Type.Optional(Type.Array(Name, { maxItems: 20 })),
  category: Type.Optional(
    Type.Union([Type.Literal('head'), Type.Literal('specialist'), Type.Literal('employee'), Type.Literal('worker')]),
  ),
  level: Type.Optional(
    Type.Union([
      Type.Literal('strategic'),
      Type.Literal('tactical'),
      Type.Literal('operational'),
      Type.Literal('organizational'),
    ]),
  ),
  headcount: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
  template: Type.Optional(Type.String({ maxLength: 60 })),
};

export const addPosition = endpoint({
  id: 'organization.add-position',
  method: 'POST',
  path: '/positions',
  permit: 'organization.arrange',
  summary: 'Add a position to the staffing list',
  body: Type.Object({ ...PositionBody, departmentId: Id }, closed),
  reply: Revised,
  status: 201,
});

export const editPosition = endpoint({
  id: 'organization.edit-position',
  method: 'PATCH',
  path: '/positions/:id',
  permit: 'organization.arrange',
  summary: 'Change a position',
  params: ById,
  body: Type.Partial(Type.Object(PositionBody, closed)),
  reply: Revised,
  ifMatch: true,
});

export const listDepartments = endpoint({
  id: 'organization.departments',
  method: 'GET',
  path: '/departments',
  permit: 'organization.read',
  summary: 'Departments',
  reply: Type.Object({
    items: Type.Array(Type.Object({ id: Id, name: Type.String(), parentId: Nullable(Id), revision: Type.Integer() })),
  }),
});

export const addDepartment = endpoint({
  id: 'organization.add-department',
  method: 'POST',
  path: '/departments',
  permit: 'organization.arrange',
  summary: 'Add a department',
  body: Type.Object({ name: Name, parentId: Type.Optional(Id) }, closed),
  reply: Revised,
  status: 201,
});

export const assign = endpoint({
  id: 'organization.assign',
  method: 'POST',
  path: '/assignments',
  permit: 'organization.arrange',
  summary: 'Put an employee on a position from a day',
  body: Type.Object(
    { employeeId: Id, positionId: Id, from: Day, orderNumber: Type.Optional(Name), orderDate: Type.Optional(Day) },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const endAssignment = endpoint({
  id: 'organization.end-assignment',
  method: 'POST',
  path: '/assignments/:id/end',
  permit: 'organization.arrange',
  summary: 'End an assignment; the day given is the first without it',
  params: ById,
  body: Type.Object({ on: Day }, closed),
  reply: Revised,
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

const AbsenceLine = Type.Object({
  id: Id,
  employee: Named,
  kind: Type.String(),
  from: Type.String(),
  until: Type.String(),
  note: Type.String(),
  cancelledAt: Nullable(Type.String()),
  revision: Type.Integer(),
  substitution: Nullable(
    Type.Object({
      id: Id,
      substitute: Named,
      from: Type.String(),
      until: Type.String(),
      orderNumber: Type.String(),
      permits: Nullable(Type.Array(Type.String())),
    }),
  ),
});

export const listAbsences = endpoint({
  id: 'organization.absences',
  method: 'GET',
  path: '/absences',
  permit: 'organization.read',
  summary: 'Absences within one’s reach, with who stands in',
  query: Type.Object({ employee: Type.Optional(Id) }),
  reply: Type.Object({ items: Type.Array(AbsenceLine), can: Type.Object({ substitute: Type.Boolean() }) }),
});

export const addAbsence = endpoint({
  id: 'organization.add-absence',
  method: 'POST',
  path: '/absences',
  permit: 'organization.report-absence',
  summary: 'Record an absence; both days are inclusive',
  body: Type.Object(
    {
      employeeId: Id,
      kind: Type.Union([
        Type.Literal('vacation'),
        Type.Literal('sickness'),
        Type.Literal('business-trip'),
        Type.Literal('other'),
      ]),
      from: Day,
      until: Day,
      note: Type.Optional(Type.String({ maxLength: 500 })),
    },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const cancelAbsence = endpoint({
  id: 'organization.cancel-absence',
  method: 'POST',
  path: '/absences/:id/cancellation',
  permit: 'organization.report-absence',
  summary: 'Cancel an absence; its substitution ends with it',
  params: ById,
  reply: Revised,
});

export const orderSubstitution = endpoint({
  id: 'organization.order-substitution',
  method: 'POST',
  path: '/substitutions',
  permit: 'organization.substitute',
  summary: 'Order who stands in for an absent employee, when, and with which permits (null: the whole mandate)',
  body: Type.Object(
    {
      absenceId: Id,
      substituteId: Id,
      orderNumber: Type.String({ minLength: 1, maxLength: 40, pattern: '\\S' }),
      orderDate: Day,
      from: Day,
      until: Day,
      permits: Nullable(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 })),
    },
    closed,
  ),
  reply: Revised,
  status: 201,
});

export const revokeSubstitution = endpoint({
  id: 'organization.revoke-substitution',
  method: 'POST',
  path: '/substitutions/:id/revocation',
  permit: 'organization.substitute',
  summary: 'End a substitution now',
  params: ById,
  reply: Revised,
});

export const mandatePermits = endpoint({
  id: 'organization.permits-of',
  method: 'GET',
  path: '/employees/:id/permits',
  permit: 'organization.substitute',
  summary: 'The permits that an employee’s mandate grants now, for choosing what passes to a substitute',
  params: ById,
  reply: Type.Object({ items: Type.Array(Type.String()) }),
});

export const readCompany = endpoint({
  id: 'organization.company',
  method: 'GET',
  path: '/company',
  permit: 'organization.read',
  summary: 'The company',
  reply: Type.Object({
    id: Id,
    name: Type.String(),
    currency: Type.String(),
    timeZone: Type.String(),
    language: Type.String(),
    address: Type.String(),
    registration: Type.String(),
    revision: Type.Integer(),
    can: Type.Object({ configure: Type.Boolean() }),
  }),
});

export const editCompany = endpoint({
  id: 'organization.edit-company',
  method: 'PATCH',
  path: '/company',
  permit: 'organization.configure',
  summary: 'Change the company’s name, address or language',
  body: Type.Object(
    {
      name: Type.Optional(Name),
      language: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('ru')])),
      address: Type.Optional(Type.String({ maxLength: 500 })),
      registration: Type.Optional(Type.String({ maxLength: 200 })),
    },
    closed,
  ),
  reply: Revised,
  ifMatch: true,
});

const Scope = Type.Object({
  kind: Type.Union([Type.Literal('company'), Type.Literal('department'), Type.Literal('position')]),
  id: Id,
  name: Type.String(),
});
const SettingLine = Type.Object({
  key: Type.String(),
  /** Whether a department or a position may choose otherwise. */
  narrows: Type.Boolean(),
  schema: Type.Unknown(),
  default: Type.Unknown(),
  value: Type.Unknown(),
  validFrom: Nullable(Type.String()),
  next: Nullable(Type.Object({ value: Type.Unknown(), validFrom: Type.String() })),
  elsewhere: Type.Array(Type.Object({ scope: Scope, value: Type.Unknown() })),
});

export const listSettings = endpoint({
  id: 'organization.settings',
  method: 'GET',
  path: '/settings',
  permit: 'organization.read',
  summary: 'Every setting with its value today, its default, its schema, and where it was chosen otherwise',
  reply: Type.Object({ items: Type.Array(SettingLine), can: Type.Object({ configure: Type.Boolean() }) }),
});

export const readSettingHistory = endpoint({
  id: 'organization.setting',
  method: 'GET',
  path: '/settings/:key',
  permit: 'organization.read',
  summary: 'One setting with everything that was ever chosen, newest first',
  params: Type.Object({ key: Type.String({ maxLength: 100 }) }),
  reply: Type.Object({
    ...SettingLine.properties,
    history: Type.Array(
      Type.Object({
        id: Id,
        scope: Scope,
        value: Type.Unknown(),
        validFrom: Type.String(),
        standing: Type.Union([Type.Literal('past'), Type.Literal('in-force'), Type.Literal('to-come')]),
        setBy: Nullable(Type.String()),
        setAt: Type.String(),
      }),
    ),
    can: Type.Object({ configure: Type.Boolean() }),
  }),
});

export const setSetting = endpoint({
  id: 'organization.set-setting',
  method: 'PUT',
  path: '/settings/:key',
  permit: 'organization.configure',
  summary:
    'Set a setting of the company, a department or a position from a day on; never for a period already begun. A value of null follows what is above',
  params: Type.Object({ key: Type.String({ maxLength: 100 }) }),
  body: Type.Object(
    {
      value: Type.Unknown(),
      validFrom: Day,
      scope: Type.Optional(
        Type.Object({ kind: Type.Union([Type.Literal('department'), Type.Literal('position')]), id: Id }, closed),
      ),
    },
    closed,
  ),
  reply: Type.Object({}),
});
