import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Day, Id, Name, Named, Nullable, Revised } from './shapes.ts';

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
