import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const none = Type.Object({});

export const me = endpoint({
  id: 'platform.me',
  method: 'GET',
  path: '/me',
  permit: 'signed-in',
  summary: 'Who I am, what I may, and in whose place I act',
  reply: Type.Object({
    employee: Type.Object({ id: Id, name: Type.String(), email: Type.String() }),
    company: Type.Object({
      id: Id,
      name: Type.String(),
      currency: Type.String(),
      timeZone: Type.String(),
      language: Type.String(),
    }),
    positions: Type.Array(Type.String()),
    permits: Type.Record(Type.String(), Type.Literal(true)),
    substituting: Type.Array(Type.Object({ id: Id, name: Type.String(), until: Type.String() })),
    language: Type.String(),
    today: Type.String(),
  }),
});

export const search = endpoint({
  id: 'platform.search',
  method: 'GET',
  path: '/search',
  permit: 'signed-in',
  summary: 'Find clients, people, products and orders within one’s rights',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        kind: Type.String(),
        id: Type.String(),
        title: Type.String(),
        subtitle: Type.String(),
        href: Type.String(),
      }),
    ),
  }),
});

export const chooseMyLanguage = endpoint({
  id: 'platform.choose-language',
  method: 'PUT',
  path: '/me/language',
  permit: 'signed-in',
  summary: 'Choose my language',
  body: Type.Object(
    { language: Type.Union([Type.Literal('en'), Type.Literal('ru')]) },
    { additionalProperties: false },
  ),
  reply: none,
});

export const listApiKeys = endpoint({
  id: 'platform.api-keys',
  method: 'GET',
  path: '/api-keys',
  permit: 'signed-in',
  summary: 'My API keys; each acts with my mandate',
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        createdAt: Type.String(),
        expiresOn: Type.Union([Type.String(), Type.Null()]),
        revokedAt: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  }),
});

export const addApiKey = endpoint({
  id: 'platform.add-api-key',
  method: 'POST',
  path: '/api-keys',
  permit: 'signed-in',
  summary: 'Make an API key; it is shown once',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100, pattern: '\\S' }),
      expiresOn: Type.Optional(Type.String({ format: 'date' })),
    },
    { additionalProperties: false },
  ),
  reply: Type.Object({ id: Id, key: Type.String() }),
  status: 201,
  secret: true,
});

export const revokeApiKey = endpoint({
  id: 'platform.revoke-api-key',
  method: 'POST',
  path: '/api-keys/:id/revoke',
  permit: 'signed-in',
  summary: 'Revoke one of my API keys',
  params: Type.Object({ id: Id }),
  reply: none,
});

export const readJournal = endpoint({
  id: 'platform.journal',
  method: 'GET',
  path: '/journal',
  permit: 'signed-in',
  summary: 'Who did what, for whom, by which clause; newest first, within one’s reach',
  query: Type.Object({
    record: Type.Optional(Id),
    employee: Type.Optional(Id),
    before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        id: Type.Integer(),
        at: Type.String(),
        employee: Type.Union([Type.String(), Type.Null()]),
        actingFor: Type.Union([Type.String(), Type.Null()]),
        clause: Type.Union([Type.String(), Type.Null()]),
        table: Type.String(),
        recordId: Type.Union([Id, Type.Null()]),
        act: Type.String(),
        before: Type.Unknown(),
        after: Type.Unknown(),
      }),
    ),
  }),
});
