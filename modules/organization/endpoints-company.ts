import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';
import { closed, Day, Id, Name, Nullable, Revised } from './shapes.ts';

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
