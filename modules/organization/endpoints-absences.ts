import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { ById, closed, Day, Id, Named, Nullable, Revised } from './shapes.ts';

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
