import Type from 'typebox';
import { endpoint } from '#kernel/endpoint.ts';

const Id = Type.String({ format: 'uuid' });
const none = Type.Object({});
const closed = { additionalProperties: false } as const;
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

export const notifications = endpoint({
  id: 'platform.notifications',
  method: 'GET',
  path: '/notifications',
  permit: 'signed-in',
  summary: 'My inbox, newest first; what was put off stands where it comes back, or apart with `snoozed`',
  query: Type.Object({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    snoozed: Type.Optional(Type.Boolean({ description: 'What is put off now, soonest first' })),
  }),
  reply: Type.Object({
    unread: Type.Integer(),
    snoozed: Type.Integer({ description: 'How many are put off now' }),
    items: Type.Array(
      Type.Object({
        id: Id,
        kind: Type.String(),
        params: Type.Record(Type.String(), Type.Unknown()),
        href: Nullable(Type.String()),
        createdAt: Type.String(),
        readAt: Nullable(Type.String()),
        snoozedUntil: Nullable(Type.String()),
      }),
    ),
  }),
});

export const readNotifications = endpoint({
  id: 'platform.read-notifications',
  method: 'POST',
  path: '/notifications/read',
  permit: 'signed-in',
  summary: 'Mark notifications as read; without ids, all of them',
  body: Type.Object({ ids: Type.Optional(Type.Array(Id, { maxItems: 100 })) }, closed),
  reply: none,
});

export const snoozeNotification = endpoint({
  id: 'platform.snooze-notification',
  method: 'POST',
  path: '/notifications/:id/snooze',
  permit: 'signed-in',
  summary: 'Hide a notification until a moment; then it comes back unread. Null brings it back now',
  params: Type.Object({ id: Id }),
  body: Type.Object({ until: Nullable(Type.String({ format: 'date-time' })) }, closed),
  reply: none,
});

const Digest = {
  frequency: Type.Union([Type.Literal('off'), Type.Literal('daily'), Type.Literal('weekly')]),
  /** In the company's time zone. */
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  /** Monday is 1; for weekly digests. */
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
};

export const readDigest = endpoint({
  id: 'platform.digest',
  method: 'GET',
  path: '/me/digest',
  permit: 'signed-in',
  summary: 'When I want the digest of inbox and duties by mail, and whether mail can leave here',
  reply: Type.Object({ ...Digest, email: Type.String(), mail: Type.Boolean() }),
});

export const chooseDigest = endpoint({
  id: 'platform.choose-digest',
  method: 'PUT',
  path: '/me/digest',
  permit: 'signed-in',
  summary: 'Choose when I want the digest by mail',
  body: Type.Object(Digest, closed),
  reply: none,
});
